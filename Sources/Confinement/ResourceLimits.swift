internal import Explaining
internal import Glibc

/// What a reader may use up; Spec/reader.md 2 has the numbers.
enum ResourceLimits {
    /// Lowers every limit; one that is lower already stays.
    ///
    /// Memory holds 40 million pixels of four inks twice; no file can grow, so the answer goes to a
    /// pipe; no core file is left with somebody's document in it.
    static func lower() throws(ConfinementFault) {
        try limit(RLIMIT_AS, to: 768 << 20, Wording("limite de mémoire", "memory limit"))
        // At the first number a signal that says why, at the second the end.
        try limit(
            RLIMIT_CPU, to: 20, atMost: 21, Wording("limite de processeur", "processor limit"))
        try limit(RLIMIT_FSIZE, to: 0, Wording("limite de fichiers", "file limit"))
        try leaveNoCore()
    }

    /// The same for a program that turns a document into pixels: Spec/reader.md 6.
    static func lowerForConverter() throws(ConfinementFault) {
        try limit(RLIMIT_AS, to: 512 << 20, Wording("limite de mémoire", "memory limit"))
        try limit(
            RLIMIT_CPU, to: 30, atMost: 31, Wording("limite de processeur", "processor limit"))
        try limit(RLIMIT_FSIZE, to: 0, Wording("limite de fichiers", "file limit"))
        try leaveNoCore()
    }

    /// A core file would hold what passes through.
    static func leaveNoCore() throws(ConfinementFault) {
        try limit(RLIMIT_CORE, to: 0, Wording("limite d’image mémoire", "core limit"))
    }

    private static func limit(
        _ resource: __rlimit_resource, to soft: rlim_t, atMost hard: rlim_t? = nil, _ step: Wording
    ) throws(ConfinementFault) {
        let number = __rlimit_resource_t(resource.rawValue)
        var bounds = rlimit()
        guard unsafe getrlimit(number, &bounds) == 0 else {
            return try ConfinementFault.check(errno, step)
        }
        let highest = min(hard ?? soft, bounds.rlim_max)
        bounds = rlimit(rlim_cur: min(soft, highest), rlim_max: highest)
        guard unsafe setrlimit(number, &bounds) == 0 else {
            return try ConfinementFault.check(errno, step)
        }
    }
}
