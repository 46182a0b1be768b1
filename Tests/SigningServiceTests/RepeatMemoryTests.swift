import Proofs
import SigningMessages
import TestSupport
import Testing

@testable import SigningService

/// A key is remembered for 15 minutes and no longer.
@Suite struct RepeatMemoryTests {
    private static func key(_ number: Int) throws -> RequestKey {
        let digits = String(number)
        return try #require(
            RequestKey(String(repeating: "0", count: 22 - digits.count) + digits))
    }

    private static func entry(_ seconds: Int64) throws -> RepeatMemory.Entry {
        .init(
            identifier: try #require(ProofIdentifier(Array(0..<16))),
            instant: Instant(seconds: Sample.now.seconds + seconds))
    }

    @Test func forgetsAfter900SecondsAndNotBefore() throws {
        var memory = RepeatMemory()
        memory.remember(try Self.entry(0), under: try Self.key(1))
        memory.remember(try Self.entry(60), under: try Self.key(2))
        memory.forget(at: Instant(seconds: Sample.now.seconds + 899))
        #expect(memory.entry(of: try Self.key(1)) == (try Self.entry(0)))
        memory.forget(at: Instant(seconds: Sample.now.seconds + 900))
        #expect(memory.entry(of: try Self.key(1)) == nil)
        #expect(memory.entry(of: try Self.key(2)) != nil)
    }

    @Test func hasRoomFor65536Keys() throws {
        var memory = RepeatMemory()
        for number in 0..<RepeatMemory.greatestCount {
            #expect(memory.hasRoom)
            memory.remember(try Self.entry(0), under: try Self.key(number))
        }
        #expect(!memory.hasRoom)
        memory.forget(at: Instant(seconds: Sample.now.seconds + 900))
        #expect(memory.hasRoom)
    }
}
