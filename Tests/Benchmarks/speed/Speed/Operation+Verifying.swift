import CSodium
import Lists
import Proofs
import TestSupport
import Verification
import Wire

extension Operation {
    /// Text to verdict in memory, with lists of so many revocations; and what nobody can leave out.
    static let verifying = [
        Operation("verify-0") { try verify(SampleCounter(revoked: 0)) },
        Operation("verify-1e3") { try verify(SampleCounter(revoked: 1_000)) },
        Operation("verify-1e4") { try verify(SampleCounter(revoked: 10_000)) },
        Operation("verify-1e6") { try verify(SampleCounter(revoked: 1_000_000)) },
        Operation("verify-no-list") { try verify(SampleCounter(revoked: nil)) },
        Operation("libsodium", checkByLibsodium),
    ]

    private static func verify(_ counter: SampleCounter) -> () -> Bool {
        let verifier = Verifier(lists: counter.lists, crypto: Practice.crypto)
        let (text, now) = (counter.text, counter.now)
        return { verifier.verdict(onText: text, at: now).code == .valid }
    }

    /// libsodium's own check of the same signature.
    private static func checkByLibsodium() throws -> () -> Bool {
        let message = try UnverifiedToken(text: SampleCounter.text).message
        let (signature, signed) = (message.signature.bytes, message.signedBytes(.token))
        let key = Practice.issuer.publicKey.bytes
        return {
            unsafe crypto_sign_verify_detached(signature, signed, UInt64(signed.count), key) == 0
        }
    }
}

/// A counter whose lists hold so many revocations, spread over 92 days.
struct SampleCounter {
    let lists: ListsInForce
    /// After the day of issue is closed.
    let now: Instant
    var text: String { SampleCounter.text }

    static let text = HandToken.sample.text(by: Practice.issuer)

    /// Without a list when `revoked` is nil.
    init(revoked: Int?) throws {
        var trust = TrustBuilder()
        var revocations: [String: RevocationList] = [:]
        let builder = RevocationBuilder()
        if let revoked {
            trust.sources = [RevocationBuilder.source()]
            trust.issuers = [TrustBuilder.issuer(revocationList: builder.identifier)]
            revocations[builder.identifier] = try SampleList(revoked: revoked).builder.list()
        }
        lists = ListsInForce(trust: try trust.list(), revocations: revocations)
        now = builder.issued.adding(hours: 7)
    }
}

/// A revocation list of a made-up register: each day as many, one revoked of ten issued.
struct SampleList {
    static let days = 92
    let builder: RevocationBuilder
    /// The fingerprint of one that is revoked, and its day.
    let example: (fingerprint: Fingerprint, day: Day)

    init(revoked: Int) {
        var builder = RevocationBuilder()
        let (each, more) = revoked.quotientAndRemainder(dividingBy: SampleList.days)
        var index = 0
        for place in 0..<SampleList.days where revoked > 0 {
            let count = each + (place < more ? 1 : 0)
            let all = (index..<index + 10 * count).map(RevocationBuilder.fingerprint)
            builder.closed[builder.lastClosedDay.adding(days: -place)] =
                (issued: all, revoked: Array(all.prefix(count)))
            index += all.count
        }
        builder.firstDay = builder.lastClosedDay.adding(days: 1 - SampleList.days)
        self.builder = builder
        example = (RevocationBuilder.fingerprint(0), builder.lastClosedDay)
    }
}
