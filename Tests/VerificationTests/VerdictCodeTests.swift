import Testing
import Verification

/// The closed list of Spec/verdicts.md sections 1 and 4.
@Suite struct VerdictCodeTests {
    static let table: [(code: VerdictCode, word: String, family: String, exit: Int32)] = [
        (.valid, "valid", "green", 0), (.validListsAging, "valid-lists-aging", "green", 0),
        (.signatureInvalid, "signature-invalid", "red", 1),
        (.issuerUnknown, "issuer-unknown", "red", 1), (.outOfScope, "out-of-scope", "red", 1),
        (.keyWithdrawn, "key-withdrawn", "red", 1), (.revoked, "revoked", "red", 1),
        (.expired, "expired", "amber", 1), (.notYetValid, "not-yet-valid", "amber", 1),
        (.wrongRecipient, "wrong-recipient", "amber", 1),
        (.listsStale, "lists-stale", "amber", 3), (.clockSuspect, "clock-suspect", "amber", 3),
        (.malformed, "malformed", "grey", 4), (.versionUnknown, "version-unknown", "grey", 4),
        (.foreignCode, "foreign-code", "grey", 4), (.unreadable, "unreadable", "grey", 4),
        (.severalCodes, "several-codes", "grey", 4), (.internalError, "internal-error", "grey", 70),
    ]

    @Test func isTheClosedListOfTheSpec() {
        #expect(VerdictCodeTests.table.map(\.code) == VerdictCode.allCases)
    }

    @Test(arguments: table)
    func hasItsWordItsFamilyAndItsExitStatus(
        row: (code: VerdictCode, word: String, family: String, exit: Int32)
    ) {
        #expect(row.code.rawValue == row.word)
        #expect(row.code.family.rawValue == row.family)
        #expect(row.code.exitStatus(strict: false) == row.exit)
        let strict = row.code == .validListsAging ? 3 : row.exit
        #expect(row.code.exitStatus(strict: true) == strict)
    }

    /// Of several inputs the worst exit status wins, 70 before 1, 3, 4 and 0 (Spec/verdicts.md 4).
    @Test(arguments: VerdictCode.allCases)
    func isAsGraveAsItsExitStatus(code: VerdictCode) {
        let fromBestToWorst: [Int32] = [0, 4, 3, 1, 70]
        for other in VerdictCode.allCases {
            let own = fromBestToWorst.firstIndex(of: code.exitStatus(strict: false))
            let others = fromBestToWorst.firstIndex(of: other.exitStatus(strict: false))
            guard let own, let others, own != others else { continue }
            #expect((code.gravity > other.gravity) == (own > others), "\(code) and \(other)")
        }
    }

    @Test func agingListsAreGraverThanNoneAndLighterThanAnyFault() {
        #expect(VerdictCode.validListsAging.gravity > VerdictCode.valid.gravity)
        let faults = VerdictCode.allCases.filter { $0.exitStatus(strict: false) != 0 }
        #expect(faults.allSatisfy { $0.gravity > VerdictCode.validListsAging.gravity })
    }
}
