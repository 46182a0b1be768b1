import CHostile
import Glibc

/// What somebody tries whose picture has taken the reader over; its name is in the picture.
enum Attack: String, CaseIterable {
    case openFile, openFileBeneath, readOther, writeOther, mapFile
    case internet, localStream, socketPair, ring
    case execute, fork, vfork, newProcess, newThread
    case trace, signalOther, readOtherMemory
    case runnableMemory, makeRunnable
    case handleSignal, closeOutput, becomeDumpable
    case sleep, abort, oldTable, x32

    /// Tries it; the result of the call, if it comes back from it at all.
    func attempt() -> Int {
        if let call { return call.make() }
        if self == .oldTable { return jh_call_32(20) }
        jh_abort()
        return 0
    }

    private var call: Call? { calls[self] }
}

private let passwords = Argument("/etc/passwd")
private let program = Argument("/bin/true")

/// Numbers of calls are those of x86-64, on which these tests run.
private let calls: [Attack: Call] = [
    .openFile: Call(2, passwords),
    .openFileBeneath: Call(257, -100, passwords),
    .readOther: Call(0, 2, Argument(room: 1), 1),
    .writeOther: Call(1, 0, Argument(room: 1), 1),
    // A private mapping of standard input.
    .mapFile: Call(9, 0, 4096, 1, 2),
    .internet: Call(41, 2, 1),
    .localStream: Call(41, 1, 1),
    .socketPair: Call(53, 1, 2, 0, Argument(room: 8)),
    .ring: Call(425, 4, Argument(room: 120)),
    .execute: Call(59, program),
    // SIGCHLD and nothing shared.
    .fork: Call(56, 17),
    .vfork: Call(58),
    .newProcess: Call(435, Argument(room: 88), 88),
    // What pthread_create asks for, but with no stack of its own: refused by a free kernel.
    .newThread: Call(56, 0x10000),
    .trace: Call(101, 0),
    .signalOther: Call(62, 1, 0),
    .readOtherMemory: Call(310, 1),
    // Anonymous, private, readable, writable and executable.
    .runnableMemory: Call(9, 0, 4096, 7, 0x22),
    .makeRunnable: Call(10, 0, 4096, 5),
    .handleSignal: Call(13, 31, 0, Argument(room: 32), 8),
    .closeOutput: Call(3, 1),
    .becomeDumpable: Call(157, 4, 1),
    .sleep: Call(35, Argument(room: 16)),
    .x32: Call(0x4000_0000 | 39),
]
