internal import Glibc

/// The programs that are installed with the running one and started by it.
package enum SiblingProgram: String, CustomStringConvertible, Sendable {
    case reader = "justificatif-reader"
    case page = "justificatif-page"

    /// One word, as stable codes have it.
    package var description: String {
        switch self {
        case .reader: "reader"
        case .page: "page"
        }
    }

    /// Where the program is: beside the running one, else in `../libexec/justificatif`.
    ///
    /// Never by PATH: the environment must not choose what is read or printed. Throws `notFound`
    /// with the first place looked at.
    package func path() throws(SiblingFault) -> String {
        try path(besideProgramIn: SiblingProgram.runningFolder())
    }

    /// The same as if the running program were in `folder`.
    package func path(besideProgramIn folder: String) throws(SiblingFault) -> String {
        let candidates = ["\(folder)/\(rawValue)", "\(folder)/../libexec/justificatif/\(rawValue)"]
        for candidate in candidates where unsafe access(candidate, X_OK) == 0 { return candidate }
        throw .notFound(path: candidates[0])
    }

    /// The folder of the running program, links resolved by the kernel.
    private static func runningFolder() -> String {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = unsafe readlink("/proc/self/exe", &target, target.count)
        let path = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
        let slash = path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        return String(decoding: path[..<slash], as: UTF8.self)
    }
}
