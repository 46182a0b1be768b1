import Signers
import Testing

/// A PIN that comes from a file is not tried when one more wrong one locks the token.
@Suite struct PINTriesTests {
    @Test func theLastTryIsForAPersonAtATerminal() {
        #expect(throws: PINFault.lastTry) { try PINTries.last.checkUnattended() }
    }

    @Test(arguments: [PINTries.unsaid, .fewer])
    func othersAreTakenFromAFile(tries: PINTries) throws {
        try tries.checkUnattended()
    }
}
