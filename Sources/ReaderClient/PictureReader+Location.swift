internal import Glibc

extension PictureReader {
    /// The reader installed with the running program: beside it, else in `../libexec/justificatif`.
    ///
    /// Never by PATH: whoever sets an environment would choose the texts. Throws `notFound` with
    /// the first place looked at.
    package static func installed() throws(ReaderFailure) -> PictureReader {
        try installed(withProgramIn: programFolder())
    }

    static func installed(
        withProgramIn folder: String
    ) throws(ReaderFailure) -> PictureReader {
        let candidates = [
            "\(folder)/justificatif-reader",
            "\(folder)/../libexec/justificatif/justificatif-reader",
        ]
        for candidate in candidates where unsafe access(candidate, X_OK) == 0 {
            return PictureReader(path: candidate)
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
