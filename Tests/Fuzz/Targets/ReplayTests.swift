import TestSupport
import Testing

/// Inputs that once broke something, put to the same targets without the fuzzer.
@Suite struct ReplayTests {
    @Test(arguments: FuzzTargets.names)
    func holdsForWhatWasFoundBefore(name: String) throws {
        let target = try #require(FuzzTargets.named(name))
        for path in Checkout.files(below: "Tests/Fuzz/Regressions/\(name)") {
            let input = try #require(Checkout.bytes(path))
            #expect(throws: Never.self, "\(path)") { try target.examine(input) }
        }
    }

    @Test func hasNoInputWithoutATarget() {
        for path in Checkout.files(below: "Tests/Fuzz/Regressions") {
            let folder = path.split(separator: "/")[3]
            #expect(FuzzTargets.names.contains(String(folder)), "\(path)")
        }
    }
}
