import Lists
import Proofs
import TestSupport
import Testing
import Verification

/// Each rule, and the order that decides between two faults (Spec/verdicts.md section 2).
@Suite struct RuleOrderTests {
    @Test func aFaultlessJustificatifIsValid() throws {
        let verdict = try Scenario().verdict()
        #expect(verdict.code == .valid)
        #expect(verdict.reason == nil)
        #expect(verdict.proof?.justificatif == Sample.justificatif())
        #expect(verdict.proof?.issuer.name == "Caisse d’exemple")
        #expect(verdict.proof?.reference.description == "WG31-TAW7-Z8N7-4")
        #expect(verdict.lists?.trustSequence == 7)
        #expect(verdict.lists?.trustIssued == Sample.day(2026, 10, 1).start)
        #expect(verdict.checkedAt == Sample.now)
    }

    @Test(arguments: Fault.inOrder)
    func answersEachFaultByItsCodeAndReason(fault: Fault) throws {
        let verdict = try Scenario.with(fault.make).verdict()
        #expect(verdict.code == fault.code)
        #expect(verdict.reason == fault.reason)
    }

    @Test(arguments: Fault.inOrder)
    func showsThePersonsDataOnlyWhereItMay(fault: Fault) throws {
        let verdict = try Scenario.with(fault.make).verdict()
        #expect((verdict.proof != nil) == fault.showsProof)
    }

    /// Every pair, in whichever order the faults were made.
    @Test(arguments: Fault.inOrder.indices)
    func answersTheEarlierOfTwoFaults(place: Int) throws {
        let earlier = Fault.inOrder[place]
        for later in Fault.inOrder[(place + 1)...] {
            guard !Fault.apart.contains([earlier.testDescription, later.testDescription]) else {
                continue
            }
            for order in [[earlier, later], [later, earlier]] {
                let scenario = Scenario.with { scenario in
                    for fault in order { fault.make(&scenario) }
                }
                let verdict = try scenario.verdict()
                #expect(verdict.code == earlier.code, "beside \(later.testDescription)")
                #expect(verdict.reason == earlier.reason, "beside \(later.testDescription)")
                #expect((verdict.proof != nil) == earlier.showsProof)
            }
        }
    }
}
