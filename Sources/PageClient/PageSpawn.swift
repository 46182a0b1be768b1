internal import CLinux
internal import Glibc

/// Owner of posix_spawn's file actions for one run of the page program.
@safe
struct PageSpawn: ~Copyable {
    private var actions = unsafe posix_spawn_file_actions_t()

    init() {
        // It only fills the structure on Linux and cannot fail.
        unsafe posix_spawn_file_actions_init(&actions)
    }

    deinit {
        var actions = unsafe actions
        unsafe posix_spawn_file_actions_destroy(&actions)
    }

    /// Sets the child's streams; it shares our standard error and nothing else that is open here.
    mutating func setStreams(input: Int32, output: Int32) throws(PageProgramFailure) {
        try check(unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO))
        try check(unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO))
        try check(unsafe jl_spawn_add_close_from(&actions, STDERR_FILENO + 1))
    }

    /// Runs the program to its end, without an environment; its exit status, -1 after a signal.
    mutating func run(_ arguments: [String]) throws(PageProgramFailure) -> Int32 {
        let path = arguments[0]
        var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        defer { unsafe words.forEach { unsafe free($0) } }
        unsafe words.append(nil)
        var identifier: pid_t = 0
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
        let result = unsafe posix_spawn(
            &identifier, path, &actions, nil, &words, &environment)
        if result == ENOENT { throw .notFound(path: path) }
        try check(result)
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) != identifier {
            if errno != EINTR { throw .couldNotStart(errno: errno) }
        }
        // WIFEXITED and WEXITSTATUS, which Swift does not import.
        return status & 0x7f == 0 ? status >> 8 & 0xff : -1
    }

    private func check(_ result: Int32) throws(PageProgramFailure) {
        if result != 0 { throw .couldNotStart(errno: result) }
    }
}
