import Explaining
import Files
import Sodium
import TestSupport
import Testing

@testable import GuichetService

@Suite struct GuichetTokenTests {
    private let crypto: SodiumCrypto

    init() throws { crypto = try SodiumCrypto() }

    @Test func isAnotherAtEveryStart() {
        let tokens = (0..<20).map { _ in GuichetToken(crypto).text }
        #expect(Set(tokens).count == 20)
        for token in tokens { #expect(token.wholeMatch(of: /[0-9a-f]{64}/) != nil) }
    }

    @Test func isTakenFromOneFieldAndNothingLikeIt() {
        let token = GuichetToken(crypto)
        let text = token.text
        #expect(token.isIn(["Bearer \(text)"]))
        let others: [[String]] = [
            [], [text], ["bearer \(text)"], ["Bearer \(text) "], ["Bearer  \(text)"],
            ["Bearer \(text.dropLast())"], ["Bearer \(text.dropLast())g"], ["Basic \(text)"],
            ["Bearer \(text)", "Bearer \(text)"], [""], ["Bearer \(GuichetToken(crypto).text)"],
        ]
        for other in others { #expect(!token.isIn(other), "\(other.count)") }
    }

    @Test func staysInAFileOfItsOwnersAlone() throws {
        let folder = TemporaryFolder()
        let path = folder.file("token")
        let token = try GuichetToken(file: path, crypto)
        #expect(try GuichetToken(file: path, crypto).text == token.text)
        try FileWriting.write(
            Array("\(token.text)\n".utf8), to: path, mode: 0o640, existing: .replace)
        #expect(throws: TokenFault.notOne(path)) { try GuichetToken(file: path, crypto) }
    }

    @Test(arguments: ["", "short\n", String(repeating: "g", count: 64)])
    func refusesAFileOfSomethingElse(content: String) throws {
        let folder = TemporaryFolder()
        let path = folder.file("token")
        try FileWriting.write(Array(content.utf8), to: path, mode: 0o600, existing: .refuse)
        #expect(throws: TokenFault.notOne(path)) { try GuichetToken(file: path, crypto) }
    }
}
