import CHostile
import Glibc

/// What a document's converter has given up, tried under its own filter.
///
/// Where it can be, the target is the process itself: Landlock would let that pass, so that what
/// is refused is refused by the filter.
enum ConverterCalls {
    /// Prints `NAME RESULT` a line; EPERM is -1.
    static func report() {
        for (name, call) in signals + others + names + DaemonCalls.shared + left {
            print(name, call.make())
        }
        print("x32", jh_call(0x4000_0000 | 39, 0, 0, 0, 0))
    }

    private static let me = Argument(integerLiteral: Int(getpid()))
    private static let parent = Argument(integerLiteral: Int(getppid()))

    /// Signal 0, which would tell whether one could be sent.
    private static let signals: [(String, Call)] = [
        ("kill", Call(62, me, 0)), ("kill-parent", Call(62, parent, 0)),
        ("tkill", Call(200, me, 0)), ("tgkill", Call(234, me, me, 0)),
        ("tgkill-parent", Call(234, parent, parent, 0)),
        ("rt_sigqueueinfo", Call(129, me, 0, Argument(room: 128))),
        ("rt_tgsigqueueinfo", Call(297, me, me, 0, Argument(room: 128))),
        ("pidfd_send_signal", Call(424, -1, 0)), ("fcntl-owner", Call(72, 0, 8, me)),
        ("fcntl-owner-ex", Call(72, 0, 15, Argument(room: 8))),
        ("fcntl-signal", Call(72, 0, 10, 9)),
    ]

    private static let others: [(String, Call)] = [
        ("prlimit64", Call(302, me, 7, 0, Argument(room: 16))),
        ("prlimit64-parent", Call(302, parent, 7, 0, Argument(room: 16))),
        ("setpriority", Call(141, 0, me, 19)), ("ioprio_set", Call(251, 1, me, 0x4000)),
        ("sched_setscheduler", Call(144, me, 0, Argument(room: 4))),
        ("sched_setparam", Call(142, me, Argument(room: 4))),
        ("sched_setattr", Call(314, me, Argument(room: 56), 0)),
        ("sched_setaffinity", Call(203, me, 0, 0)), ("migrate_pages", Call(256, me)),
        ("move_pages", Call(279, me)), ("pidfd_open", Call(434, me, 0)),
        ("fork", Call(57)), ("vfork", Call(58)), ("clone", Call(56, 17)),
        ("socket", Call(41, 1, 2)), ("io_uring_setup", Call(425, 4, Argument(room: 120))),
    ]

    private static let names: [(String, Call)] = [
        ("shmget", Call(29, 0, 4096, 0o1600)), ("shmat", Call(30, -1)), ("semget", Call(64, 0, 1)),
        ("msgget", Call(68, 0, 0)), ("msgsnd", Call(69, -1)),
        ("mq_open", Call(240, Argument("queue"), 0)), ("mq_unlink", Call(241, Argument("queue"))),
        ("open-to-write", Call(2, Argument("/usr/justificatif"), 1)),
        ("openat-to-create", Call(257, -100, Argument("/usr/justificatif"), 0o100)),
        ("utimensat", Call(280, 0, 0)), ("fchmod", Call(91, 0, 0)), ("fchown", Call(93, 0)),
        ("setxattr", Call(188, 0)), ("lsetxattr", Call(189, 0)), ("fsetxattr", Call(190, -1)),
        ("removexattr", Call(197, 0)), ("lremovexattr", Call(198, 0)),
        ("fremovexattr", Call(199, -1)),
    ]

    /// What a converter lives on.
    private static let left: [(String, Call)] = [
        ("left-own-limits", Call(302, 0, 7, 0, Argument(room: 16))),
        ("left-open", Call(257, -100, Argument("/usr"), 0)), ("left-flags", Call(72, 0, 3)),
        ("left-getpid", Call(39)),
    ]
}
