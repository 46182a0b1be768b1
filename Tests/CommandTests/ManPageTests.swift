import TestSupport
import Testing

/// `make man`: pages made from the help of the programs.
@Suite struct ManPageTests {
    @Test func holdsTheCommandsAndOptionsOfEveryProgram() throws {
        let folder = TemporaryFolder()
        let programs = Command.path(of: "justificatif").split(separator: "/").dropLast()
        let made = try Command.shell(
            "'\(Checkout.root)/scripts/man' '/\(programs.joined(separator: "/"))' '\(folder.path)'")
        #expect(made.status == 0, "\(made.errors)")
        let pages = [
            ("justificatif.1", ["justificatif lists install", "\\-\\-recipient"]),
            ("justificatif-issuer.1", ["justificatif\\-issuer trust sign", "\\-\\-unregistered"]),
            ("justificatif-portail.8", ["check\\-config"]),
            ("justificatif-guichet.1", ["\\-\\-token\\-file"]),
            ("justificatif-page.8", ["\\-\\-format"]),
            ("justificatifd.8", ["justificatifd run", "\\-\\-spool"]),
        ]
        #expect(folder.names == pages.map(\.0).sorted())
        for (name, words) in pages {
            let page = String(decoding: folder.contents(of: name) ?? [], as: UTF8.self)
            for word in words { #expect(page.contains(word), "\(name): \(word)") }
        }
    }

    @Test(.enabled(if: Tool.isInstalled("groff")))
    func isWhatGroffReadsWithoutAWarning() throws {
        let folder = TemporaryFolder()
        let programs = Command.path(of: "justificatif").split(separator: "/").dropLast()
        let read = try Command.shell(
            "'\(Checkout.root)/scripts/man' '/\(programs.joined(separator: "/"))' '\(folder.path)' "
                + "&& cd '\(folder.path)' && for page in *; do groff -man -ww -z -Tutf8 $page; done"
        )
        #expect(read.status == 0 && read.errors.isEmpty, "\(read.errors)")
    }
}
