internal import CLinux
package import Files
internal import Glibc

/// Both ends of a new pipe, closed on exec.
package struct PipeEnds: ~Copyable {
    package let reading: Descriptor
    package let writing: Descriptor

    /// Opens a pipe; both ends close when another program is started.
    package init() throws(SiblingFault) {
        var ends: [Int32] = [-1, -1]
        guard unsafe jl_pipe_close_on_exec(&ends) == 0 else { throw .couldNotStart(errno: errno) }
        reading = Descriptor(owning: ends[0])
        writing = Descriptor(owning: ends[1])
    }

    /// The end for reading; the other one is closed.
    package consuming func intoReading() -> Descriptor { reading }

    /// The end for writing; the other one is closed.
    package consuming func intoWriting() -> Descriptor { writing }
}
