internal import Glibc

/// Programs that are installed with the running one.
package enum SiblingProgram {
    /// The path of the program `name`: beside the running one, else in `../libexec/justificatif`.
    ///
    /// Never by PATH: whoever sets an environment would choose what is read or printed. Throws
    /// `notFound` with the first place looked at.
    package static func path(of name: String) throws(SiblingFault) -> String {
        try path(of: name, withProgramIn: programFolder())
    }

    /// The same as if the running program were in `folder`.
    package static func path(
        of name: String, withProgramIn folder: String
    ) throws(SiblingFault) -> String {
        let candidates = ["\(folder)/\(name)", "\(folder)/../libexec/justificatif/\(name)"]
        for candidate in candidates where unsafe access(candidate, X_OK) == 0 { return candidate }
        throw .notFound(path: candidates[0])
    }

    /// The folder of the running program, links resolved by the kernel.
    private static func programFolder() -> String {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = unsafe readlink("/proc/self/exe", &target, target.count)
        let path = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
        let slash = path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        return String(decoding: path[..<slash], as: UTF8.self)
    }
}
