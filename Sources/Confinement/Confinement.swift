internal import CLinux
package import Explaining
internal import Glibc

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

    /// Gives up core files, and keeps processes of the same account out of this one's memory.
    ///
    /// For a program that holds secrets and goes on as it was otherwise.
    package static func keepMemoryPrivate() throws(ConfinementFault) {
        try ResourceLimits.leaveNoCore()
        try ConfinementFault.check(
            jl_keep_memory_private(), Wording("mémoire protégée", "protected memory"))
    }

    /// Gives up new sockets, other processes and the machine, for this process and all it starts,
    /// and writing anywhere but in `folders` where the kernel has Landlock.
    ///
    /// A socket that listens stays usable. To be called before anything starts a thread.
    package static func enterServer(writingIn folders: [String]) throws(ConfinementFault) {
        let words = unsafe folders.map { unsafe strdup($0) }
        defer { unsafe words.forEach { unsafe free($0) } }
        var paths = unsafe words.map { unsafe UnsafePointer($0) }
        unsafe paths.append(nil)
        try ConfinementFault.check(
            unsafe jl_confine_server(&paths),
            Wording("confinement du serveur", "server confinement"))
    }

    /// The Landlock version of the running kernel, 0 where it has none.
    ///
    /// A reader is confined without it too; it is a second belt.
    package static var landlockVersion: Int { Int(jl_landlock_abi()) }
}

extension Confinement {
    /// Becomes the program at `path`, which can then read what is installed and use the streams it
    /// has, and nothing else: no network, no other process, no file written.
    ///
    /// Returns only by throwing. The program starts with an empty environment.
    package static func becomeConverter(
        _ path: String, arguments: [String]
    ) throws(ConfinementFault) {
        try enterConverter()
        var words = unsafe ([path] + arguments).map { unsafe strdup($0) }
        unsafe words.append(nil)
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
        _ = unsafe execve(path, &words, &environment)
        try ConfinementFault.check(
            errno, Wording("démarrage du convertisseur", "start of the converter"))
    }

    /// Gives up what a converter has given up (Spec/reader.md 6), without becoming one.
    ///
    /// What is forbidden fails with EPERM.
    package static func enterConverter() throws(ConfinementFault) {
        try ResourceLimits.lowerForConverter()
        try ConfinementFault.check(
            jl_confine_converter(), Wording("confinement du convertisseur", "converter confinement")
        )
    }
}

/// The system refused to confine this process, which must then do nothing.
package struct ConfinementFault: Explained, Equatable {
    package let explanation: Explanation

    private init(errno number: Int32, _ step: Wording) {
        explanation = Explanation(
            "not-confined", .configuration,
            "le système ne permet pas à ce programme de renoncer à ses droits "
                + "(\(step.french), erreur n° \(number))",
            "\(step.english): \(unsafe String(cString: strerror(number)))")
    }

    /// Throws unless `number`, an errno value, is 0.
    static func check(_ number: Int32, _ step: Wording) throws(ConfinementFault) {
        if number != 0 { throw ConfinementFault(errno: number, step) }
    }
}
