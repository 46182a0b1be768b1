import Lists
import Proofs
import TestSupport
import Testing
import Verification
import Wire

/// Verdicts with a revocation list: cancelled, fresh enough, or not to be told.
@Suite struct RevocationVerdictTests {
    /// A counter on 3 November 2026 with the trust list of October and the list of that night.
    struct Counter {
        var token = HandToken.sample
        var trust = TrustBuilder()
        var list = RevocationBuilder()
        var hasList = true
        var names: String? = "caf"
        var observed: Instant?
        var now = Sample.day(2026, 11, 3).start.adding(hours: 9)

        static func with(_ change: (inout Counter) throws -> Void) rethrows -> Counter {
            var counter = Counter()
            try change(&counter)
            return counter
        }

        func fingerprint() throws -> Fingerprint {
            let message = try UnverifiedToken(bytes: token.signed(by: Practice.issuer)).message
            return Fingerprint(ofSigned: message.signedBytes(.token).span, Practice.crypto)
        }

        /// Cancels the token in the list, on its closed day.
        mutating func revoke() throws {
            let mark = try fingerprint()
            list.closed[Sample.today] = (issued: [mark], revoked: [mark])
        }

        func verdict() throws -> Verdict {
            var trust = trust
            trust.sources = [RevocationBuilder.source()]
            trust.issuers = [TrustBuilder.issuer(revocationList: names)]
            let lists = ListsInForce(
                trust: try trust.list(), revocations: hasList ? ["caf": try list.list()] : [:],
                observed: observed)
            let text = HandToken.text(of: token.signed(by: Practice.issuer))
            return Verifier(lists: lists, crypto: Practice.crypto)
                .verdict(onText: text, at: now)
        }

        func said() throws -> String {
            let verdict = try verdict()
            return [verdict.code.rawValue, verdict.reason].compactMap { $0 }
                .joined(separator: " ")
        }
    }

    @Test func isValidWithAFreshListAndNamesTheListsItUsed() throws {
        let verdict = try Counter().verdict()
        #expect(verdict.code == .valid)
        #expect(verdict.lists?.trustSequence == 7)
        #expect(verdict.lists?.revocationSequence == 40)
        #expect(verdict.lists?.revocationIssued == Counter().list.issued)
        #expect(verdict.lists?.oldest == Sample.day(2026, 10, 1).start)
    }

    @Test func isRevokedOnAClosedAndOnAnOpenDay() throws {
        #expect(try Counter.with { try $0.revoke() }.said() == "revoked")
        let open = try Counter.with {
            $0.token = HandToken.sample(issued: Sample.day(2026, 11, 3))
            $0.list.open = [try $0.fingerprint()]
        }
        #expect(try open.said() == "revoked")
    }

    @Test func showsNothingOfWhatWasCancelled() throws {
        let verdict = try Scenario.cancelledVerdict()
        #expect(verdict.code == .revoked)
        #expect(verdict.proof == nil)
        #expect(verdict.lists?.revocationSequence == 40)
    }

    @Test func aHitInAnOldListStaysRevoked() throws {
        for now in [Sample.day(2026, 11, 20), Sample.day(2027, 3, 1), Sample.day(2029, 1, 1)] {
            let old = try Counter.with {
                try $0.revoke()
                $0.now = now.start
            }
            #expect(try old.said() == "revoked")
        }
    }

    @Test func revokedComesBeforeTheClock() throws {
        let suspect = try Counter.with {
            try $0.revoke()
            $0.now = Instant(seconds: 0)
        }
        #expect(try suspect.said() == "revoked")
        #expect(try Counter.with { $0.now = Instant(seconds: 0) }.said() == "clock-suspect")
    }

    @Test func needsTheListItsIssuerNamesAndNoOther() throws {
        let missing = Counter.with { $0.hasList = false }
        #expect(try missing.said() == "lists-stale revocation-list-missing")
        let none = Counter.with {
            $0.hasList = false
            $0.names = nil
        }
        #expect(try none.said() == "valid")
        let unneeded = Counter.with {
            $0.names = nil
            $0.now = Sample.day(2026, 11, 20).start
        }
        #expect(try unneeded.said() == "valid")
        #expect(try unneeded.verdict().lists?.revocationSequence == nil)
        #expect(try unneeded.verdict().lists?.oldest == TrustBuilder().issued)
    }

    @Test func agesAndGoesStaleWithTheRevocationList() throws {
        let at = { (day: Day) in
            try Counter.with {
                $0.now = day.start
                $0.token = HandToken.sample(lastDay: Sample.day(2027, 1, 31))
            }.verdict()
        }
        #expect(try at(Sample.day(2026, 11, 12)).code == .valid)
        let aging = try at(Sample.day(2026, 11, 13))
        #expect(aging.code == .validListsAging)
        #expect(aging.reason == "revocation-list-aging")
        #expect(aging.lists?.issuedToShow == Counter().list.issued)
        let stale = try at(Sample.day(2026, 12, 18))
        #expect(stale.code == .listsStale)
        #expect(stale.reason == "revocation-list-too-old")
    }

    @Test func tellsTheAgeOfTheOlderListWhenBothAge() throws {
        let both = try Counter.with {
            $0.trust.warnAfter = Sample.day(2026, 11, 1).start
            $0.now = Sample.day(2026, 11, 14).start
        }.verdict()
        #expect(both.code == .validListsAging)
        #expect(both.lists?.issuedToShow == Sample.day(2026, 10, 1).start)
    }

    /// Issued after the list was made: good, but with the age of the list beside it.
    @Test func aProofYoungerThanTheListIsToldApart() throws {
        let sameDay = Counter.with {
            $0.token = HandToken.sample(issued: Sample.day(2026, 11, 3))
        }
        #expect(try sameDay.said() == "valid")
        let later = try Counter.with {
            $0.token = HandToken.sample(issued: Sample.day(2026, 11, 4))
            $0.now = Sample.day(2026, 11, 4).start.adding(hours: 9)
        }.verdict()
        #expect(later.code == .validListsAging)
        #expect(later.reason == "issued-after-revocation-list")
        #expect(later.lists?.issuedToShow == Counter().list.issued)
    }

    @Test func cannotTellOfDaysBeforeTheListBegins() throws {
        let early = Counter.with { $0.list.firstDay = Sample.day(2026, 11, 3) }
        #expect(try early.said() == "lists-stale revocation-list-begins-later")
    }

    @Test func isExpiredRatherThanStale() throws {
        #expect(try Counter.with { $0.now = Sample.day(2027, 6, 1).start }.said() == "expired")
    }

    @Test func theFloorIsTheNewestOfListsAndOfTimeSeen() throws {
        let issued = Counter().list.issued
        let before = Instant(seconds: issued.seconds - 7_201)
        #expect(try Counter.with { $0.now = before }.said() == "clock-suspect")
        #expect(try Counter.with { $0.now = issued.adding(hours: -2) }.said() == "valid")
        let seen = Counter.with { $0.observed = $0.now.adding(hours: 3) }
        #expect(try seen.said() == "clock-suspect")
        #expect(try seen.verdict().lists?.clockFloor == seen.observed)
        #expect(try Counter.with { $0.observed = $0.now.adding(hours: 2) }.said() == "valid")
    }

    @Test func timeSeenNeverCountsBeyondTheEndOfTheTrustList() throws {
        let far = try Counter.with { $0.observed = Sample.day(2040, 1, 1).start }.verdict()
        #expect(far.code == .clockSuspect)
        #expect(far.lists?.clockFloor == TrustBuilder().refuseAfter)
    }
}
