import Proofs
import Register
import TestSupport
import Testing

/// Many at once: what one of them was told goes for all.
struct CrowdTests {
    @Test(arguments: RegisterKind.all)
    func aRowIsInADayBeforeItIsClosedOrItIsRefused(_ kind: RegisterKind) async throws {
        let fixture = Fixture(kind)
        let register = try fixture.open()
        let path = fixture.path
        let yesterday = Fixture.today.adding(days: -1)
        let accepted = try await withThrowingTaskGroup(of: [Fingerprint].self) { group in
            for crowd in 0..<4 {
                group.addTask {
                    let own = try ProofRegister(opening: path)
                    var accepted: [Fingerprint] = []
                    for number in 1...1_000 {
                        let row = Fixture.row(crowd * 10_000 + number, on: yesterday)
                        do throws(RegisterFault) {
                            try own.add([row], today: Fixture.today)
                            accepted.append(row.fingerprint)
                        } catch {
                            guard case .dayClosed = error else { throw error }
                            break
                        }
                        await Task.yield()
                    }
                    return accepted
                }
            }
            for _ in 0..<10_000 where try register.counts().reduce(0, { $0 + $1.issued }) < 20 {
                await Task.yield()
            }
            _ = try register.beginPublication(
                of: "caf", epoch: nil, sequence: nil, at: Fixture.today.start)
            // What a list of the closed day would be made of: nothing is added to it from now on.
            var closed: Set<Fingerprint> = []
            try register.forEachIssued(on: yesterday) { closed.insert($0) }
            let accepted = try await group.reduce(into: []) { $0 += $1 }
            #expect(Set(accepted) == closed)
            return accepted
        }
        #expect((20..<4_000).contains(accepted.count))
    }

    @Test(arguments: RegisterKind.all)
    func oneOfThoseWhoBeginAtOncePublishes(_ kind: RegisterKind) async throws {
        let fixture = Fixture(kind)
        _ = try fixture.filled(3)
        let path = fixture.path
        // Each says something of its own: of the same number only one may be released.
        let released = try await withThrowingTaskGroup(of: [UInt64: UInt8].self) { group in
            for crowd in UInt8(0)..<4 {
                group.addTask {
                    let own = try ProofRegister(opening: path)
                    var released: [UInt64: UInt8] = [:]
                    for minute in 0..<Int64(10) {
                        let instant = Fixture.today.start.adding(minutes: minute)
                        let digest = [UInt8](repeating: crowd, count: 32)
                        do {
                            let begun = try own.beginPublication(
                                of: "caf", epoch: nil, sequence: nil, at: instant)
                            if try own.confirm(begun, digest: digest) == .release {
                                released[begun.sequence] = crowd
                            }
                        } catch is PublicationRefusal {}
                    }
                    return released
                }
            }
            return try await group.reduce(into: [(UInt64, UInt8)]()) { all, one in
                all += one.map { ($0.key, $0.value) }
            }
        }
        #expect(!released.isEmpty)
        let numbers = Dictionary(grouping: released, by: \.0)
        #expect(numbers.values.allSatisfy { Set($0.map(\.1)).count == 1 })
    }
}
