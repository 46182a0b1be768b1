import Files
import JSONFields
import Proofs
import Sodium
import Synchronization
import TestSupport
import Testing
import WebRules

@testable import GuichetService

/// A clock that a test sets.
private final class Clock: Sendable {
    private let seconds = Mutex<Int64>(1_790_000_000)

    func pass(_ more: Int64) { seconds.withLock { $0 += more } }

    var now: Instant { Instant(seconds: seconds.withLock { $0 }) }
}

@Suite struct PairingDeskTests: ~Copyable {
    private let folder = TemporaryFolder()
    private let clock = Clock()
    private let devices: PairedDevices
    private let desk: PairingDesk

    init() throws {
        devices = try PairedDevices(makingIn: folder.file("devices"), SodiumCrypto())
        desk = PairingDesk(
            devices, now: { [clock] in clock.now },
            milliseconds: { [clock] in clock.now.seconds * 1_000 })
    }

    private func newCode(_ name: String = "Accueil 1") throws -> String {
        try PairingCode(for: name, in: devices, at: clock.now).shown
    }

    private func refusal(of typed: String) async -> WebRefusal? {
        do throws(WebRefusal) {
            _ = try await desk.pair(Array(typed.utf8))
            return nil
        } catch {
            return error
        }
    }

    private func token(for typed: String) async throws -> String {
        let answer = try await desk.pair(Array(typed.utf8))
        var fields = try JSONFields(answer, at: "answer")
        return try fields.text("token")
    }

    private func another(_ code: String) -> String {
        (code.first == "1" ? "2" : "1") + code.dropFirst()
    }

    @Test func givesATokenThatItKnowsUntilTheDeviceIsForgotten() async throws {
        let token = try await token(for: newCode("Guichet n° 2"))
        #expect(await desk.knows(["Bearer \(token)"]))
        let device = try #require(try devices.all().first)
        #expect(device.name == "Guichet n° 2")
        #expect(device.pairedAt == clock.now)
        try devices.forget(device.identifier)
        #expect(await !desk.knows(["Bearer \(token)"]))
        #expect(throws: PairingFault.unknown) { try devices.forget(device.identifier) }
    }

    @Test func knowsNothingLikeAToken() async throws {
        let token = try await token(for: newCode())
        let others: [[String]] = [
            [], [token], ["bearer \(token)"], ["Bearer \(token)", "Bearer \(token)"],
            ["Bearer \(token.dropLast())"], ["Bearer \(token)0"], ["Bearer \(token.uppercased())"],
            ["Bearer \(String(repeating: "0", count: 64))"],
            ["Bearer \(String(repeating: "/", count: 64))"],
        ]
        for other in others { #expect(await !desk.knows(other), "\(other)") }
    }

    @Test func takesACodeOnceHoweverItIsSpaced() async throws {
        let code = try newCode()
        let spaced = code.replacing(" ", with: "\u{A0}-\n")
        #expect(await refusal(of: spaced) == nil)
        #expect(await refusal(of: code) == .wrongCode)
    }

    @Test func takesNoCodeThatIsTooOldOrOfALaterClock() async throws {
        let old = try newCode()
        clock.pass(PairingCode.lifetime)
        #expect(await refusal(of: old) == .wrongCode)
        let early = try newCode()
        clock.pass(-1)
        #expect(await refusal(of: early) == .wrongCode)
    }

    @Test func endsACodeByFiveWrongOnesAndCountsAnewForTheNext() async throws {
        let code = try newCode()
        for _ in 1..<PairingCode.mostTries {
            #expect(await refusal(of: another(code)) == .wrongCode)
        }
        let next = try newCode()
        for _ in 1..<PairingCode.mostTries {
            #expect(await refusal(of: another(next)) == .wrongCode)
            clock.pass(1)
        }
        #expect(await refusal(of: next) == nil)
        let last = try newCode()
        for _ in 0..<PairingCode.mostTries {
            #expect(await refusal(of: another(last)) == .wrongCode)
            clock.pass(1)
        }
        #expect(await refusal(of: last) == .wrongCode)
    }

    @Test func takesTenTriesAtOnceAndOneASecond() async throws {
        for _ in 0..<PairingDesk.burst { #expect(await refusal(of: "0") == .wrongCode) }
        let code = try newCode()
        #expect(await refusal(of: code) == .tooMany)
        clock.pass(1)
        #expect(await refusal(of: code) == nil)
    }

    @Test func aCodeTakesThePlaceOfTheOneBefore() async throws {
        let first = try newCode()
        let second = try newCode()
        try #require(first != second)
        #expect(await refusal(of: first) == .wrongCode)
        #expect(await refusal(of: second) == nil)
    }

    @Test(arguments: ["", "{}", "{\"digits\":\"1234567\",\"name\":\"x\",\"until\":\"2026-01-01\"}"])
    func cannotWorkWithADamagedCode(content: String) async throws {
        try FileWriting.write(
            Array(content.utf8), to: "\(devices.folder)/code", mode: 0o600, existing: .refuse)
        #expect(await refusal(of: "00000000") == .unavailable)
    }
}
