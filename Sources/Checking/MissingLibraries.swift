internal import Files
internal import Siblings

/// The shared libraries that a program is linked with and the system does not have.
package enum MissingLibraries {
    private static let loaderReport = "/usr/bin/ldd"

    /// Their file names, such as `libZXing.so.2`; empty also if the system does not say.
    package static func names(of program: String) -> [String] {
        guard let nothing = try? Descriptor(holding: []) else { return [] }
        do throws(SiblingFault) {
            let bytes = try SiblingProcess.answer(
                of: loaderReport, [program], input: nothing.number, errors: .dropped, limit: 65_536,
                before: Deadline(seconds: 10))
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                .filter { $0.hasSuffix("=> not found") }
                .compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
        } catch { return [] }
    }

    /// Debian's package of a library, by the rule that its policy has for their names (8.1):
    /// `libZXing.so.2` is in libzxing2, `libpng16.so.16` in libpng16-16.
    package static func package(of library: String) -> String {
        let parts = library.split(separator: ".so.", maxSplits: 1)
        guard parts.count == 2, let last = parts[0].last else { return library }
        let name = parts[0].lowercased().replacing("_", with: "-")
        return name + (last.isNumber ? "-" : "") + parts[1]
    }

    /// What to install for a program to start; nil if nothing is missing.
    package static func result(of program: String) -> CheckResult? {
        let libraries = names(of: program)
        guard !libraries.isEmpty else { return nil }
        let names = libraries.joined(separator: ", ")
        return .bad(
            "\(program) : ne démarre pas, il manque \(names)",
            "\(program): does not start, \(names) missing", command: command(libraries))
    }

    /// What installs them.
    static func command(_ libraries: [String]) -> String {
        "apt install \(libraries.map(package).joined(separator: " "))"
    }
}
