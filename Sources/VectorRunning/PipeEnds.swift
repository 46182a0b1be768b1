internal import CLinux
internal import Files
internal import Glibc

/// Both ends of a new pipe, closed on exec.
struct PipeEnds: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard unsafe jl_pipe_close_on_exec(&ends) == 0 else {
            throw VectorFault("no pipe: errno \(errno)")
        }
        reading = Descriptor(owning: ends[0])
        writing = Descriptor(owning: ends[1])
    }

    /// The end for reading; the other one is closed.
    consuming func intoReading() -> Descriptor { reading }

    /// The end for writing; the other one is closed.
    consuming func intoWriting() -> Descriptor { writing }
}
