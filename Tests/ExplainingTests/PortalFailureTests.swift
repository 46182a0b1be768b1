import Explaining
import OutgoingCalls
import PortalPages
import SigningClient
import Space
import Testing
import Vault

/// Spec/portal.md 2.2: the page of a service that is away is there in the other language as well.
@Suite struct PortalFailureTests {
    @Test func everyFaultOfANeighbourIsShownAgainByItsCode() {
        let faults = EveryError.all.filter { error in
            switch error {
            case is OutgoingFault, is VaultFault, is SpaceFault: true
            case let fault as OfficeFault: PortalFailureTests.isAway(fault)
            default: false
            }
        }
        #expect(faults.count > 12)
        for fault in faults {
            #expect(PortalFailure(code: fault.code) == .unavailable(fault.code), "\(fault.code)")
        }
    }

    /// A refusal has a page of its own.
    private static func isAway(_ fault: OfficeFault) -> Bool {
        switch fault {
        case .unreachable, .timedOut, .badAnswer: true
        case .refused: false
        }
    }
}
