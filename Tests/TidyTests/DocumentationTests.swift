import Testing

/// The rule must see what lacks a docstring, and nothing else.
@Suite struct DocumentationTests {
    @Test(arguments: [
        "package func a()", "public struct A {", "    package static func a() {",
        "package var a: Int { 1 }", "package init?(a: Int) {", "package init(a: Int) throws(A) {",
        "package mutating func a()", "@discardableResult package func a()", "package enum A {",
        "package subscript(a: Int) -> Int {", "package private(set) var a: Int { didSet {} }",
    ])
    func asksForADocstring(declaration: String) {
        #expect(lines(lacking: declaration) == [0])
        #expect(lines(lacking: "/// What it is.\n\(declaration)").isEmpty)
        #expect(lines(lacking: "/// What it is.\n@inlinable\n\(declaration)").isEmpty)
        #expect(lines(lacking: "// No docstring.\n\(declaration)") == [1])
    }

    @Test(arguments: [
        "func a()", "private var a: Int { 1 }", "package let a: Int", "package var a: Int",
        "package init(a: Int) {", "package static func == (a: A, b: A) -> Bool {",
        "package static func < (a: A, b: A) -> Bool {",
        "package var description: String { a }", "package import Wire", "// package func a()",
    ])
    func asksForNone(line: String) {
        #expect(lines(lacking: line).isEmpty)
    }

    private func lines(lacking text: String) -> [Int] {
        Documentation.missing(SwiftSource(path: "", text: text))
    }
}
