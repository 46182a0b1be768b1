import Testing

@testable import Vault

@Suite struct AnswerVaultTests {
    private static let answered = VaultTime(steadyMilliseconds: 5_000, wallSeconds: 1_000_000)
    private let vault = AnswerVault(capacity: 65_536)
    private let deadline = VaultDeadline(answeredAt: answered, seconds: 900)
    private let key = VaultKey(owner: [1], item: "qf")

    private func time(steady: Int64, wall: Int64) -> VaultTime {
        VaultTime(
            steadyMilliseconds: Self.answered.steadyMilliseconds + steady * 1_000,
            wallSeconds: Self.answered.wallSeconds + wall)
    }

    @Test func keepsAnAnswerFor899Seconds() throws {
        try vault.put([7, 8], for: key, until: deadline)
        #expect(vault.bytes(for: key, at: time(steady: 899, wall: 899)) == [7, 8])
    }

    @Test(arguments: [(900, 0), (0, 900), (900, 900), (900, -4_000)])
    func wipesAt900SecondsByTheEarlierClock(steady: Int64, wall: Int64) throws {
        try vault.put([7, 8], for: key, until: deadline)
        #expect(vault.bytes(for: key, at: time(steady: steady, wall: wall)) == nil)
        #expect(vault.size == 0)
    }

    @Test func wipesWhatNobodyAsksFor() throws {
        try vault.put([7], for: key, until: deadline)
        vault.wipe(at: time(steady: 899, wall: 899))
        #expect(vault.size > 0)
        vault.wipe(at: time(steady: 900, wall: 899))
        #expect(vault.size == 0)
    }

    @Test func wipesEverythingOfOneOwnerAndNothingElse() throws {
        let other = VaultKey(owner: [2], item: "qf")
        try vault.put([7], for: key, until: deadline)
        try vault.put([7], for: VaultKey(owner: [1], item: "identity"), until: deadline)
        try vault.put([9], for: other, until: deadline)
        vault.wipe(owner: [1])
        #expect(vault.bytes(for: key, at: Self.answered) == nil)
        #expect(vault.bytes(for: other, at: Self.answered) == [9])
    }

    /// As at the end of the program: of every owner, whatever time is left.
    @Test func wipesEverythingOfEverybodyWhenTheProgramStops() throws {
        let keys = [key, VaultKey(owner: [1], item: "identity"), VaultKey(owner: [2], item: "qf")]
        for key in keys { try vault.put([7], for: key, until: deadline) }
        vault.wipeAll()
        #expect(vault.size == 0)
        for key in keys { #expect(vault.bytes(for: key, at: Self.answered) == nil) }
    }

    @Test func refusesWhatIsNewIfItIsFullAndKeepsTheRest() throws {
        let small = AnswerVault(capacity: 4_096)
        try small.put([7], for: key, until: deadline)
        let other = VaultKey(owner: [2], item: "qf")
        #expect(throws: VaultFault.full) { try small.put([8], for: other, until: deadline) }
        #expect(small.bytes(for: key, at: Self.answered) == [7])
        try small.put([9], for: key, until: deadline)
        #expect(small.bytes(for: key, at: Self.answered) == [9])
    }

    @Test func neverHasADeadlineBeyond900Seconds() {
        let late = VaultDeadline(answeredAt: Self.answered, seconds: 86_400)
        #expect(late == deadline)
        #expect(late.secondsLeft(at: Self.answered) == 900)
        #expect(late.secondsLeft(at: time(steady: 10, wall: 901)) == 0)
    }

    @Test func keepsBytesInMemoryThatIsNeitherSwappedNorDumped() throws {
        let bytes = [UInt8](repeating: 0xA5, count: 5_000)
        let locked = try LockedBytes(bytes)
        #expect(locked.size == 8_192)
        #expect(locked.copy() == bytes)
        // "lo": locked, "dd": not in a core file (proc_pid_smaps(5)).
        let flags = try #require(SmapsFlags(ofRangeAt: locked.address))
        #expect(flags.contains("lo"))
        #expect(flags.contains("dd"))
    }
}
