import TestSupport
import Testing
import Verification
import Wire

/// Whatever happens to a valid token, it is never valid any more and nothing crashes.
@Suite struct DamageTests {
    static let token = Scenario().bytes

    static let verifier: Verifier<Practice.Crypto> = {
        do { return try Scenario().verifier() } catch { preconditionFailure("no lists") }
    }()

    static func verdict(on text: String) -> Verdict {
        verifier.verdict(onTexts: [text], at: Sample.now)
    }

    static func verdict(onBytes bytes: [UInt8]) -> Verdict {
        verdict(on: HandToken.text(of: bytes))
    }

    /// Refused, and nothing of the person shown.
    static func isHarmless(_ verdict: Verdict) -> Bool {
        verdict.code.family != .green && verdict.proof == nil
    }

    @Test func noBitCanBeFlipped() {
        #expect(DamageTests.verdict(onBytes: DamageTests.token).code == .valid)
        for place in DamageTests.token.indices {
            for bit in 0..<8 {
                var damaged = DamageTests.token
                damaged[place] ^= 1 << UInt8(bit)
                let verdict = DamageTests.verdict(onBytes: damaged)
                #expect(DamageTests.isHarmless(verdict), "bit \(bit) of byte \(place)")
            }
        }
    }

    @Test func noBeginningIsEnough() {
        for count in 0..<DamageTests.token.count {
            let verdict = DamageTests.verdict(onBytes: Array(DamageTests.token.prefix(count)))
            #expect(verdict.code == .malformed, "\(count) bytes")
        }
        let text = HandToken.text(of: DamageTests.token)
        for count in 0..<text.count {
            let verdict = DamageTests.verdict(on: String(text.prefix(count)))
            #expect(verdict.code == (count < 4 ? .foreignCode : .malformed), "\(count) characters")
        }
    }

    @Test func noEndIsEnough() {
        for count in 1..<DamageTests.token.count {
            let verdict = DamageTests.verdict(onBytes: Array(DamageTests.token.dropFirst(count)))
            #expect(DamageTests.isHarmless(verdict), "without \(count) bytes")
        }
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func noByteCanBeAdded(byte: UInt8) {
        let after = DamageTests.verdict(onBytes: DamageTests.token + [byte])
        #expect(after.code == .malformed)
        #expect(after.reason == "trailing-bytes@\(DamageTests.token.count)")
        let before = DamageTests.verdict(onBytes: [byte] + DamageTests.token)
        #expect(before.code == .malformed)
    }

    @Test func noCharacterCanBeReplaced() {
        let text = Array(HandToken.text(of: DamageTests.token).utf8)
        for place in text.indices {
            for character in "A2BQZ7j018= ".utf8 where character != text[place] {
                var damaged = text
                damaged[place] = character
                let string = String(decoding: damaged, as: UTF8.self)
                let verdict = DamageTests.verifier.verdict(onText: string, at: Sample.now)
                #expect(DamageTests.isHarmless(verdict), "\(string)")
            }
        }
    }

    @Test func noByteCanBeLeftOutOrDoubled() {
        for place in DamageTests.token.indices {
            var shorter = DamageTests.token
            shorter.remove(at: place)
            #expect(DamageTests.isHarmless(DamageTests.verdict(onBytes: shorter)))
            var longer = DamageTests.token
            longer.insert(longer[place], at: place)
            #expect(DamageTests.isHarmless(DamageTests.verdict(onBytes: longer)))
        }
    }

    @Test func nothingCanBeMadeOfNoise() {
        var random = RunSeed.generator(5)
        for _ in 0..<2_000 {
            var bytes = DamageTests.token
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            guard bytes != DamageTests.token else { continue }
            let verdict = DamageTests.verifier.verdict(
                onText: HandToken.text(of: bytes), at: Sample.now)
            #expect(DamageTests.isHarmless(verdict), "\(bytes)")
        }
    }

    /// A token of 600 bytes is judged, one of 601 is not even taken apart.
    @Test func holds600BytesAndNoMore() throws {
        for (extra, code) in [(0, VerdictCode.versionUnknown), (1, .malformed)] {
            var token = HandToken.sample
            token.claims.append((HandWriter.unsigned(255), HandWriter.bytes([])))
            let bytes = try padded(token, to: 600 + extra)
            let verdict = DamageTests.verdict(onBytes: bytes)
            #expect(verdict.code == code, "\(bytes.count) bytes: \(verdict.reason ?? "")")
        }
    }

    /// The token with its last claim made to fit a size exactly.
    private func padded(_ token: HandToken, to size: Int) throws -> [UInt8] {
        var token = token
        for count in 0..<size {
            token.claims[token.claims.count - 1].value = HandWriter.bytes(
                [UInt8](repeating: 1, count: count))
            let bytes = token.signed(by: Practice.issuer)
            if bytes.count == size { return bytes }
        }
        throw DecodeError(.wrongLength, at: size)
    }
}
