import Explaining
import Lists
import Proofs
import TestSupport
import Testing
import Wire

/// Why a list is not taken: a code for programs, a line for people (Spec/lists.md 6.3).
@Suite struct RefusalTests {
    private static let damage = DecodeError(.truncated, at: 9)
    private static let issued = Sample.day(2026, 11, 5).start
    private static let now = Sample.day(2026, 11, 3).start

    static let table: [(refusal: AdoptionRefusal, code: String, message: String)] = [
        (.notAList, "not-a-list", "neither a root chain, a trust list nor a revocation list"),
        (.tooLarge(limit: 4_096), "too-large", "larger than 4096 bytes"),
        (
            .rootChain(.malformed(damage)), "truncated",
            "the root chain is damaged or not a root chain (truncated@9)"
        ),
        (
            .rootChain(.gap(known: 1, next: 3)), "root-chain-gap",
            "the root chain begins at version 3 and version 1 is known here; "
                + "ask for the whole chain"
        ),
        (
            .rootChain(.fork(version: 2)), "root-chain-fork",
            "the root chain names other keys for version 2 than those known here; "
                + "call the publisher before anything else"
        ),
        (
            .rootChain(.notSignedEnough(version: 3, by: 2, good: 1, needed: 4)),
            "root-not-signed-enough",
            "roots 3 have 1 good signature(s) of roots 2 and need 4"
        ),
        (
            .rootsWithoutTrustList(version: 2), "roots-without-trust-list",
            "roots 2 have signed neither the trust list in force nor one offered; "
                + "install both together"
        ),
        (
            .trustList(.malformed(damage)), "truncated",
            "the trust list is damaged or not a trust list (truncated@9)"
        ),
        (
            .trustList(.notSignedEnough(good: 1, needed: 2)), "not-signed-enough",
            "the trust list has 1 good root signature(s) and needs 2"
        ),
        (
            .trustList(.rootRole), "root-key-in-another-role",
            "the trust list gives a root key another role; make a key of its own for it"
        ),
        (
            .noTrustList, "no-trust-list",
            "no trust list is in force that could name it; install one first"
        ),
        (
            .revocationList(.malformed(damage)), "truncated",
            "the revocation list is damaged or not a revocation list (truncated@9)"
        ),
        (
            .revocationList(.unknownIdentifier("caf")), "unknown-list-id",
            "the trust list in force names no revocation list \"caf\""
        ),
        (
            .revocationList(.wrongKey(Practice.stranger.identifier)), "wrong-key",
            "the revocation list is not signed by a key the trust list delegates "
                + "(kid \(Practice.stranger.identifier))"
        ),
        (
            .revocationList(.wrongEpoch(1, wanted: 2)), "wrong-epoch",
            "the revocation list is of epoch 1 and the trust list asks for 2"
        ),
        (
            .trustListTooOld(has: 7, needed: 8), "trust-list-too-old",
            "it needs trust list 8 and 7 is in force; install the newer one"
        ),
        (
            .lower(sequence: 6, epoch: nil, had: 7, hadEpoch: nil), "lower-sequence",
            "sequence 6 is older than sequence 7, which was adopted here before"
        ),
        (
            .lower(sequence: 41, epoch: 1, had: 1, hadEpoch: 2), "lower-sequence",
            "sequence 41 of epoch 1 is older than sequence 1 of epoch 2, "
                + "which was adopted here before"
        ),
        (
            .otherContent(sequence: 7), "same-sequence-other-content",
            "another list with sequence 7 was adopted here before; "
                + "tell the publisher, who must never publish two under one number"
        ),
        (
            .issuedInTheFuture(issued: issued, now: now), "issued-in-the-future",
            "issued 2026-11-05T00:00:00Z, more than 24 hours after this machine's clock "
                + "(2026-11-03T00:00:00Z); check the date of this machine"
        ),
        (
            .forgetsRevocations(.init(of: Sample.today, held: 3, found: 1)), "forgets-revocations",
            "it cancels 1 justificatif(s) of 2026-11-02 and the list in force 3; tell the "
                + "publisher, who must cancel them again, or raise the epoch in the trust list"
        ),
        (
            .notWitnessed(sha256: "e3b0c442"), "not-witnessed",
            "the witness does not know its SHA-256, e3b0c442; if the witness is up to date, "
                + "tell the publisher: this place may have got another list than the rest"
        ),
    ]

    @Test(arguments: table)
    func hasTheCodeAndTheLineScriptsAndPeopleKnow(
        row: (refusal: AdoptionRefusal, code: String, message: String)
    ) {
        #expect(row.refusal.code == row.code)
        #expect(row.refusal.explanation.english == row.message)
    }

    /// A damaged file has the code of its fault, whichever list it should have been.
    @Test func noTwoRefusalsShareACode() {
        let own = RefusalTests.table.map(\.code).filter { $0 != "truncated" }
        // An epoch is beside the sequence or is not: one refusal, two lines above.
        #expect(Set(own).count == own.count - 1)
    }

    @Test func everyCodeStandsInTheTableOfTheSpec() throws {
        let spec = try #require(Checkout.text("Spec/lists.md"))
        let section = try #require(spec.components(from: "### 6.3 ", to: "### 6.4 "))
        for row in RefusalTests.table where row.code != "truncated" {
            #expect(section.contains("`\(row.code)`"), "\(row.code)")
        }
    }

    @Test func aListUnderTheNameOfAnotherSaysWhose() {
        let refusal = RevocationListRefusal.wrongList("cpam")
        #expect(refusal.code == "wrong-list")
        #expect(refusal.explanation.english == "the revocation list is that of \"cpam\"")
    }

    static let faults: [(fault: RevocationDraftFault, code: String, word: String)] = [
        (.identifierForm, "list-id-form", "1 to 32 of a-z, 0-9, - and ."),
        (.dateOrder, "date-order", "must follow each other"),
        (.dayOrder, "day-order", "closed days must be over, each once"),
        (.tooManyDays, "too-many-days", "at most 128 days"),
        (.tooManyRevoked, "too-many-revoked", "at most 8000000 revocations"),
        (.tooLarge, "too-large", "share the issuers out over several lists"),
        (.revokedNotIssued(Sample.today), "revoked-not-issued", "2026-11-02"),
        (.noSeed(Sample.today), "no-seed", "2026-11-02"),
    ]

    @Test(arguments: faults)
    func aDraftThatCannotBePublishedSaysWhatToChange(
        row: (fault: RevocationDraftFault, code: String, word: String)
    ) {
        #expect(row.fault.code == row.code)
        #expect(row.fault.explanation.english.contains(row.word))
        #expect(!row.fault.explanation.english.contains("\n"))
        #expect(RefusalTests.faults.filter { $0.code == row.code }.count == 1)
    }
}

extension String {
    /// What is between two texts that occur in it.
    fileprivate func components(from start: String, to end: String) -> Substring? {
        guard let first = firstRange(of: start), let last = firstRange(of: end) else { return nil }
        return self[first.upperBound..<last.lowerBound]
    }

    private func firstRange(of text: String) -> Range<Index>? { ranges(of: text).first }
}
