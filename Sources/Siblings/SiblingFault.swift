/// Why a sibling program does not run.
package enum SiblingFault: Error, Equatable, Sendable {
    /// There is no program at this path.
    case notFound(path: String)
    /// The system refused a descriptor, a process, or to say how it ended.
    case couldNotStart(errno: Int32)
}
