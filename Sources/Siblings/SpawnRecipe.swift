internal import CLinux
internal import Files
internal import Glibc

/// Owner of posix_spawn's file actions and attributes.
@safe
struct SpawnRecipe: ~Copyable {
    private var actions = unsafe posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()

    init() {
        // Both only fill the structure on Linux and cannot fail.
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
    }

    deinit {
        var actions = unsafe actions
        var attributes = attributes
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe posix_spawnattr_destroy(&attributes)
    }

    /// Sets the child's descriptors; `input` and `output` are above 2.
    ///
    /// Whatever else a thread of ours has open is closed.
    mutating func setStreams(
        input: Int32, output: Int32, errors: SiblingProcess.Errors
    ) throws(SiblingFault) {
        try check(unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO))
        try check(unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO))
        if errors == .dropped {
            try check(
                unsafe posix_spawn_file_actions_addopen(
                    &actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0))
        }
        try check(unsafe jl_spawn_add_close_from(&actions, STDERR_FILENO + 1))
    }

    /// Sets the child's signals: none blocked, and SIGPIPE deadly again, which a daemon ignores.
    mutating func resetSignals() throws(SiblingFault) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        try check(unsafe posix_spawnattr_setsigmask(&attributes, &signals))
        unsafe sigaddset(&signals, SIGPIPE)
        try check(unsafe posix_spawnattr_setsigdefault(&attributes, &signals))
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        try check(unsafe posix_spawnattr_setflags(&attributes, Int16(flags)))
    }

    /// Starts the program at `path`; throws `notFound` or `couldNotStart`.
    mutating func spawn(
        _ path: String, _ arguments: [String], _ variables: SiblingProcess.Environment
    ) throws(SiblingFault) -> pid_t {
        var identifier: pid_t = 0
        var words = unsafe ([path] + arguments).map { unsafe strdup(PathText.cString($0)) } + [nil]
        // A trap in the child must end it, not start a backtrace printer.
        var environment = unsafe [strdup("SWIFT_BACKTRACE=enable=no"), nil]
        defer {
            for index in unsafe words.indices { unsafe free(words[index]) }
            unsafe free(environment[0])
        }
        let result =
            switch variables {
            case .empty:
                unsafe posix_spawn(
                    &identifier, path, &actions, &attributes, &words, &environment)
            case .ours:
                unsafe posix_spawn(
                    &identifier, path, &actions, &attributes, &words, jl_environment())
            }
        if result == ENOENT { throw .notFound(path: path) }
        try check(result)
        return identifier
    }

    private func check(_ result: Int32) throws(SiblingFault) {
        if result != 0 { throw .couldNotStart(errno: result) }
    }
}
