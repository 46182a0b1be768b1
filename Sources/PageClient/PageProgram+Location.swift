internal import Glibc

extension PageProgram {
    /// The program installed with the running one: beside it, else in `../libexec/justificatif`.
    ///
    /// Never by PATH: whoever sets an environment would choose what is printed. Throws `notFound`
    /// with the first place looked at.
    package static func installed() throws(PageProgramFailure) -> PageProgram {
        let folder = programFolder()
        let candidates = [
            "\(folder)/justificatif-page", "\(folder)/../libexec/justificatif/justificatif-page",
        ]
        for candidate in candidates where unsafe access(candidate, X_OK) == 0 {
            return PageProgram(path: candidate)
        }
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
