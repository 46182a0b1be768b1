import Foundation
import TestSupport
import Testing

/// Scanners that type as a keyboard.
struct ScannerTests {
    /// US keys on a French machine.
    private static func onAZERTY(_ text: String) -> String {
        let typed = zip(
            ":0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "Mà&é\"'(-è_çQBCDEFGHIJKL?NOPARSTUVZXYW")
        let table = Dictionary(uniqueKeysWithValues: typed.map { ($0, $1) })
        return String(text.map { table[$0] ?? $0 })
    }

    @Test func aMangledTextIsJudgedAsTheTrueOne() throws {
        let desk = try Desk()
        try desk.issue()
        for (name, typed) in [
            ("azerty", Self.onAZERTY(desk.text())),
            ("caps", Self.onAZERTY(desk.text()).lowercased()),
            ("twice", desk.text() + "\n" + desk.text() + "\n"),
        ] {
            let outcome = try desk.verify(desk.write(Array("\(typed)\n".utf8), as: name))
            #expect(outcome.verdicts == ["valid"], "\(name)")
        }
        let damaged = Self.onAZERTY(desk.text()).dropLast(20)
        #expect(
            try desk.verify(desk.write(Array(damaged.utf8), as: "cut")).verdicts == ["malformed"])
    }

    @Test func inspectUndoesItToo() throws {
        let desk = try Desk()
        try desk.issue()
        let typed = desk.write(Array(Self.onAZERTY(desk.text()).utf8), as: "typed")
        #expect(try Command.verifier("inspect", typed).status == 0)
    }

    @Test(.enabled(if: Command.isInstalled("zbarimg")), arguments: ["png", "svg"])
    func theTestCodeIsReadAndItsFaultNamed(format: String) throws {
        let desk = try Desk()
        let path = desk.file("test.\(format)")
        #expect(try Command.verifier("scanner-test", "--out", path).status == 0)
        #expect(try Command.verifier("scanner-test", "--out", path).status == 74)
        guard format == "png" else { return }
        let text = try Command.shell(
            "zbarimg -q --raw -Sdisable -Sqrcode.enable \(path) 2>/dev/null"
        ).text
        let right = try Command.verifier("scanner-test", "--check", input: Array(text.utf8))
        #expect(right.status == 0)
        #expect(right.text == "✓ Le lecteur est bien réglé.\n")
        let wrong = try Command.verifier(
            "scanner-test", "--check", input: Array(Self.onAZERTY(text).utf8))
        #expect(wrong.status == 4)
        #expect(wrong.text.contains("AZERTY"))
        let english = try Command.verifier(
            "scanner-test", "--check", "--lang", "en", input: Array(text.lowercased().utf8))
        #expect(english.text.contains("Caps Lock"))
        #expect(try Command.verifier("verify", "--lists", desk.file("lists"), path).status == 4)
    }

    @Test func theTestNamesWhatTheScannerAdds() throws {
        for (typed, word) in [
            ("]Q1%\n", "identifiant"), ("\u{02}%\u{03}", "STX"), ("x%\n", "préfixe"),
            ("%x\n", "suffixe"),
        ] {
            let typed = typed.replacingOccurrences(
                of: "%",
                with: "JF0:1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
            let checked = try Command.verifier("scanner-test", "--check", input: Array(typed.utf8))
            #expect(checked.status == 4)
            #expect(checked.text.contains(word), "\(checked.text)")
        }
    }

    @Test(arguments: ["fr", "en"])
    func theSheetShowsTheCodeAndWhatEachFaultMakesOfIt(language: String) throws {
        let desk = try Desk()
        let outcome = try Command.verifier(
            "scanner-test", "--out", desk.file("test.html"), "--lang", language)
        #expect(outcome.status == 0)
        let sheet = String(decoding: desk.contents(of: "test.html") ?? [], as: UTF8.self)
        #expect(sheet.contains("<html lang=\"\(language)\">"))
        #expect(sheet.contains("<svg "))
        for beginning in ["JF0:1ABCDEFG", "JFàM&amp;Q…", "jfà/&amp;a…", "JF0ö1A…", "jf0:1a…"] {
            #expect(sheet.contains(beginning), "\(beginning)")
        }
        for sign in ["<script", "src=", "href=", "url(", "style=", "à contrôler au guichet"] {
            #expect(!sheet.contains(sign), "\(sign)")
        }
    }

    @Test func wantsOneOfItsTwoOptions() throws {
        #expect(try Command.verifier("scanner-test").status == 64)
        #expect(try Command.verifier("scanner-test", "--check", "--out", "a.png").status == 64)
        #expect(try Command.verifier("scanner-test", "--out", "a.gif").status == 64)
    }
}
