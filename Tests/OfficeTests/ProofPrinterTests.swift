import Explaining
import Issuing
import Office
import Proofs
import QRImage
import Siblings
import TestSupport
import Testing

/// In which forms a justificatif leaves its issuer.
@Suite final class ProofPrinterTests {
    private let folder = TemporaryFolder()

    private static func proof() throws -> IssuedProof {
        let desk = IssuingDesk(
            key: Practice.issuer, register: nil, today: Sample.today, Practice.crypto)
        let signed = try desk.sign(
            IssueRequest(claims: Sample.claims, issued: Sample.today, lastDay: Sample.lastDay))
        return try #require(try desk.register([signed]).first)
    }

    /// A printer whose pages come from a script in the place of the page program.
    ///
    /// Another process writes it: were it open for writing here while a test starts something, it
    /// would be "text file busy".
    private func printer(
        _ script: String, roots: String? = nil, at: String? = nil, _ language: Language = .french
    ) -> ProofPrinter {
        let text = folder.write(Array("#!/bin/sh\n\(script)\n".utf8), as: "text")
        let path = folder.file("page")
        #expect(Tool.run("cat '\(text)' > '\(path)' && chmod 700 '\(path)'").status == 0)
        return ProofPrinter(
            pages: .init(
                printer: PagePrinter(path: path), lists: "listes", roots: roots, at: at, language))
    }

    @Test func thePageProgramGetsTheTextAndByWhatToJudgeIt() throws {
        let proof = try Self.proof()
        let told = { (printer: ProofPrinter, format: PageFormat) in
            String(decoding: try printer.bytes(of: proof, as: .page(format)), as: UTF8.self)
        }
        let echo = #"printf '%s ' "$@"; cat"#
        #expect(
            try told(printer(echo), .pdf)
                == "--format pdf --lists listes --lang fr \(proof.text)")
        #expect(
            try told(printer(echo, roots: "r.pub", at: "2026-11-02", .english), .html)
                == "--format html --lists listes --lang en --roots r.pub --at 2026-11-02 "
                + proof.text)
    }

    @Test func makesNoPageThatThePageProgramRefuses() throws {
        let proof = try Self.proof()
        #expect(throws: NamedSiblingFault(.ended(.exit(code: 3)), of: .page)) {
            try self.printer("echo half a page; exit 3").bytes(of: proof, as: .page(.pdf))
        }
    }

    @Test func makesNoPageWithoutLists() throws {
        let proof = try Self.proof()
        let refusal = #expect(throws: DeskRefusal.self) {
            try ProofPrinter().bytes(of: proof, as: .page(.html))
        }
        #expect(refusal?.code == "page-without-lists")
    }

    @Test func drawsTheCodeWithTheCorrectionThatWasAskedFor() throws {
        let proof = try Self.proof()
        for form in [ProofForm.png, .svg] {
            let usual = try ProofPrinter().bytes(of: proof, as: form)
            #expect(try ProofPrinter(correction: .quartile).bytes(of: proof, as: form) == usual)
            #expect(try ProofPrinter(correction: .medium).bytes(of: proof, as: form) != usual)
        }
    }

    @Test func aTextIsOneLine() throws {
        let proof = try Self.proof()
        #expect(try ProofPrinter().bytes(of: proof, as: .text) == Array("\(proof.text)\n".utf8))
    }

    @Test func namesOfFilesEndAsTheirForm() {
        let forms: [ProofForm] = [.png, .svg, .text, .page(.pdf), .page(.html)]
        #expect(forms.map(\.ending) == ["png", "svg", "txt", "pdf", "html"])
    }
}
