internal import Siblings

extension PictureReader {
    /// The reader installed with the running program (`SiblingProgram`).
    ///
    /// Throws `notFound` with the first place looked at.
    package static func installed() throws(ReaderFailure) -> PictureReader {
        do throws(SiblingFault) {
            return PictureReader(path: try SiblingProgram.path(of: "justificatif-reader"))
        } catch { throw ReaderFailure(error) }
    }
}

extension ReaderFailure {
    init(_ fault: SiblingFault) {
        self =
            switch fault {
            case .notFound(let path): .notFound(path: path)
            case .couldNotStart(let number): .couldNotStart(errno: number)
            }
    }
}
