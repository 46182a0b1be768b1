internal import CLinux
internal import Explaining

/// What a process gives up for the rest of its life, by the kernel's word and not by ours
/// (Spec/reader.md 3 and 4).
package enum Confinement {
    /// Gives up the network, other processes and the machine, for this process and all it starts.
    ///
    /// To be called before anything starts a thread. What is forbidden fails with EPERM.
    package static func enterDaemon() throws(ConfinementFault) {
        try ConfinementFault.check(
            jl_confine_daemon(), Wording("filtre des appels système", "system call filter"))
    }

    /// Gives up everything but memory, standard input and standard output.
    ///
    /// To be called before the first byte of a picture is read. Whatever else is tried ends the
    /// process by SIGSYS; memory and processor time are bounded.
    package static func enterReader() throws(ConfinementFault) {
        try ResourceLimits.lower()
        try ConfinementFault.check(
            jl_confine_reader(), Wording("confinement du lecteur", "reader confinement"))
    }

    /// The Landlock version of the running kernel, 0 where it has none.
    ///
    /// A reader is confined without it too; it is a second belt.
    package static var landlockVersion: Int { Int(jl_landlock_abi()) }
}
