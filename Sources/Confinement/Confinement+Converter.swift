internal import CLinux
internal import Explaining
internal import Glibc

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
