internal import CLinux
package import Files
internal import Glibc

/// SIGINT and SIGTERM as something a program looks at.
///
/// It stops between two steps, and never within one.
package struct StopSignals: ~Copyable {
    let descriptor: Descriptor

    /// From now on SIGINT and SIGTERM no longer end the program at once.
    package init() throws(FileFault) {
        var set = StopSignals.set
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        let number = unsafe jl_signal_descriptor(&set)
        guard number >= 0 else { throw FileFault(ofCall: "open", "signals") }
        descriptor = Descriptor(owning: number)
    }

    /// Whether one came that `end` has not taken.
    package var isAsked: Bool {
        var entry = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) == 1
    }

    /// Ends the program by the signal that came, so that its caller sees that it was stopped.
    ///
    /// Returns only if none came.
    package func end() {
        guard isAsked else { return }
        // struct signalfd_siginfo has 128 bytes and begins with the number, 32 bits.
        var words = [UInt32](repeating: 0, count: 32)
        let count = unsafe read(descriptor.number, &words, 128)
        guard count == 128 else { return }
        let number = Int32(words[0])
        signal(number, SIG_DFL)
        var set = StopSignals.set
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
    }

    private static var set: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in [SIGTERM, SIGINT] { unsafe sigaddset(&set, signal) }
        return set
    }
}
