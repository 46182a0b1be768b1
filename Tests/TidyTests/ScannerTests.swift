import Testing

/// The scanner must see offences, and only in what the compiler reads.
@Suite struct ScannerTests {
    static func code(_ text: String) -> String {
        SwiftSource(path: "", text: text).code.joined(separator: "\n")
    }

    @Test(arguments: [
        ("let a = 1 // try! b", "let a = 1          "),
        ("/* a /* b */ c */d", "                 d"),
        (#"f("try! \(g!) x")"#, #"f(        g!    )"#), (##"f(#"a " b"#)"##, "f(         )"),
        (#"f("\"", g)"#, "f(    , g)"), (#"f("\\", g)"#, "f(    , g)"),
        (#"f("\(g("x)"))")"#, "f(   g(    )  )"), ("a / b / c", "a / b / c"),
    ])
    func blanksCommentsAndTexts(text: String, code: String) {
        #expect(ScannerTests.code(text) == code)
    }

    @Test func blanksTextsOfSeveralLines() {
        let text = "a\n\"\"\"\nlet x = y!\n\\(z!)\n\"\"\"\nb"
        #expect(ScannerTests.code(text) == "a\n   \n          \n  z! \n   \nb")
    }

    @Test func keepsCommentsApart() {
        let source = SwiftSource(path: "", text: "let a = 1 // why\n/* b\nc */ d")
        #expect(source.comments.map { $0.filter { $0 != " " } } == ["//why", "/*b", "c*/"])
    }

    @Test(arguments: [
        ("try!", "let a = try! b()"), ("as!", "let a = b as! C"),
        ("fatalError", "fatalError(\"\")"), ("wrong usage", "throw ValidationError(\"\")"),
        ("force unwrap", "let a = b!"), ("force unwrap", "a()!.b"), ("force unwrap", "a[0]!"),
        ("force unwrap", "var a: Int!"), ("unfinished", "// TODO: more"),
        ("unfinished", "let a = \"FIXME\""), ("code in a comment", "// let a = b"),
        ("code in a comment", "    // if a {"), ("code in a comment", "// }"),
        ("C module", "import CSodium"), ("C module", "package import CLinux"),
        ("width", String(repeating: "a", count: 101)),
        ("file length", String(repeating: "a\n", count: 301)),
        ("function length", "func a() {\n" + String(repeating: "b()\n", count: 59) + "}\n"),
        ("default over an enum", "switch a {\ncase .b: c\ndefault: d\n}"),
        ("default over an enum", "switch (a, b) {\ncase (.c, _):\n    d\n\ndefault: e\n}"),
        (
            "default over an enum",
            "let a =\n    switch b {\n    case let .c(d): d\n    default: e\n    }"
        ),
        ("function length", "init(\n    a: B\n) {\n" + String(repeating: "b()\n", count: 57) + "}"),
    ])
    func findsAnOffence(rule: String, text: String) {
        let found = HouseRule.everywhere.filter { rule in
            !rule.offences(SwiftSource(path: "", text: text)).isEmpty
        }
        #expect(found.map(\.name) == [rule])
    }

    @Test(arguments: [
        "if a != b { }", "let a = !b", "a!=b", "// Reads what comes next; nothing else.",
        "/// let a = b {", "internal import CSodium", "internal import Console",
        "let a = \"try! b!\"", "#expect(a)", String(repeating: "a", count: 100),
        String(repeating: "a\n", count: 300), "protocol A {\n    func b()\n}\n",
        "func a() {\n" + String(repeating: "b()\n", count: 58) + "}\n",
        "switch a {\ncase 1: b\ndefault: c\n}", "switch a {\ncase .SQLITE_BUSY: b\ndefault: c\n}",
        "switch a.generalCategory {\ncase .control: b\ndefault: c\n}",
        "switch a {\ncase 1:\n    switch b {\n    case .c: d\n    }\ndefault: e\n}",
    ])
    func leavesGoodCodeAlone(text: String) {
        for rule in HouseRule.everywhere {
            #expect(rule.offences(SwiftSource(path: "", text: text)).isEmpty, "\(rule.name)")
        }
    }

    @Test(arguments: [
        ("import", "internal import Foundation"), ("import", "import FoundationEssentials"),
        ("import", "internal import Glibc"), ("import", "internal import CSodium"),
        ("import", "import struct Foundation.Data"), ("clock", "let a = Date()"),
        ("clock", "ContinuousClock().now"), ("clock", "time(nil)"),
        ("clock", "clock_gettime(a, &b)"),
        ("randomness", "UInt8.random(in: 0...9)"), ("randomness", "SystemRandomNumberGenerator()"),
        ("files", "FileManager.default"), ("environment", "getenv(\"A\")"), ("output", "print(a)"),
        ("threads", "Task { }"), ("hidden interface", "@_spi(_Unicode) import Swift"),
    ])
    func findsAnImpurity(rule: String, text: String) {
        let found = PureRoom.rules.filter { rule in
            !rule.offences(SwiftSource(path: "", text: text)).isEmpty
        }
        #expect(found.map(\.name).contains(rule))
    }

    @Test(arguments: [
        "package import Wire", "internal import Proofs", "UInt8.random(in: a, using: &generator)",
        "let birthDate = PartialDate(number: 1)", "ClockRule.self", "// Date() would be wrong",
        "let a = \"print(b)\"", "writer.printed(a)", "candidate.now",
    ])
    func leavesPureCodeAlone(text: String) {
        for rule in PureRoom.rules {
            #expect(rule.offences(SwiftSource(path: "", text: text)).isEmpty, "\(rule.name)")
        }
    }
}
