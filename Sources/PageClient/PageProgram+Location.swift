internal import Siblings

extension PageProgram {
    /// The program installed with the running one (`SiblingProgram`).
    ///
    /// Throws `notFound` with the first place looked at.
    package static func installed() throws(PageProgramFailure) -> PageProgram {
        do throws(SiblingFault) {
            return PageProgram(path: try SiblingProgram.path(of: "justificatif-page"))
        } catch { throw PageProgramFailure(error) }
    }
}
