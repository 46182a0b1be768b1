import Explaining
import Files
import Issuing
import Office
import Proofs
import Siblings
import TestSupport
import Testing

/// What cannot be written is refused before anything is signed.
@Suite final class ProofTargetsTests {
    private let folder = TemporaryFolder()

    private func targets(
        _ picture: String? = nil, text: String? = nil, pages: [String] = [], force: Bool = false,
        outIsTerminal: Bool = false
    ) throws -> ProofTargets {
        try ProofTargets(
            picture: picture, text: text, pages: pages, existing: force ? .replace : .refuse,
            outIsTerminal: outIsTerminal)
    }

    private static func proof() throws -> IssuedProof {
        let desk = IssuingDesk(
            key: Practice.issuer, register: nil, today: Sample.today, Practice.crypto)
        let signed = try desk.sign(
            IssueRequest(claims: Sample.claims, issued: Sample.today, lastDay: Sample.lastDay))
        return try #require(try desk.register([signed]).first)
    }

    @Test(
        arguments: [
            (nil, nil, [], .nowhere), ("-", "-", [], .sharedOutput),
            ("a.gif", nil, [], .pictureEnding("a.gif")),
            ("a.png", nil, ["a.doc"], .pageEnding("a.doc")),
        ] as [(String?, String?, [String], OutputRefusal)])
    func refusesWhatIsNoPlaceForAForm(
        picture: String?, text: String?, pages: [String], refusal: OutputRefusal
    ) {
        #expect(throws: refusal) { try self.targets(picture, text: text, pages: pages) }
    }

    @Test func refusesAPictureOnATerminalAndWritesATextThere() throws {
        #expect(throws: OutputRefusal.pictureToTerminal) {
            try self.targets("-", outIsTerminal: true)
        }
        _ = try targets(text: "-", outIsTerminal: true)
    }

    @Test func replacesAFileOnlyIfAsked() throws {
        let path = folder.write([0], as: "proof.txt")
        let fault = #expect(throws: FileFault.self) { try self.targets(text: path) }
        #expect(fault?.code == .exists && fault?.explanation.french.contains("--force") == true)
        let proof = try Self.proof()
        try targets(text: path, force: true).write(proof, ProofPrinter()) { _ in }
        #expect(folder.contents(of: "proof.txt") == Array("\(proof.text)\n".utf8))
    }

    @Test func writesEachFormWhereItBelongs() throws {
        let proof = try Self.proof()
        var delivered: [[UInt8]] = []
        try targets(folder.file("a.svg"), text: "-").write(proof, ProofPrinter()) {
            delivered.append($0)
        }
        #expect(delivered == [Array("\(proof.text)\n".utf8)])
        #expect(folder.contents(of: "a.svg")?.starts(with: "<svg".utf8) == true)
        try targets("-").write(proof, ProofPrinter()) { delivered.append($0) }
        #expect(delivered.last?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    }

    @Test func aBatchTakesThePagesThatItsWordsName() throws {
        #expect(try ProofTargets.formats([]).isEmpty)
        #expect(try ProofTargets.formats(["html,pdf"]).map(\.rawValue).sorted() == ["html", "pdf"])
        #expect(try ProofTargets.formats(["pdf", "pdf"]).map(\.rawValue) == ["pdf"])
        #expect(throws: OutputRefusal.pageFormats) { try ProofTargets.formats(["pdf,doc"]) }
    }

    @Test func notesTheReferenceAndTheLastDay() throws {
        let proof = try Self.proof()
        #expect(
            proof.note(.french).hasPrefix(
                "référence \(proof.reference), utilisable jusqu’au 30 novembre 2026 inclus, "))
        #expect(proof.note(.english).contains("last day of use 30 November 2026"))
        for language in Language.allCases {
            #expect(proof.strandedNote(language).hasPrefix("\(proof.reference) "))
        }
        #expect(proof.strandedNote(.english).contains("cancel it"))
    }
}
