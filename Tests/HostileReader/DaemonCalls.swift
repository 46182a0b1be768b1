import CHostile

/// Everything that the daemon gives up, tried under its own filter.
enum DaemonCalls {
    /// Prints `NAME RESULT` a line; EPERM is -1.
    static func report() {
        for (name, call) in all { print(name, call.make()) }
        print("x32", jh_call(0x4000_0000 | 39, 0, 0, 0, 0))
    }

    private static var all: [(String, Call)] { network + shared + [newNamespace] + left }

    /// What a converter gives up as well.
    static var shared: [(String, Call)] { processes + kernel + views + machine }

    /// CLONE_NEWUSER.
    private static let newNamespace = ("clone-user", Call(56, 0x1000_0000))

    private static let network: [(String, Call)] = [
        ("socket-inet", Call(41, 2, 1)), ("socket-inet-dgram", Call(41, 2, 2)),
        ("socket-inet6", Call(41, 10, 1)), ("socket-netlink", Call(41, 16, 3)),
        ("socket-packet", Call(41, 17, 3)), ("socket-vsock", Call(41, 40, 1)),
        ("socket-alg", Call(41, 38, 5)), ("socket-unix-stream", Call(41, 1, 1)),
        ("socket-unix-raw", Call(41, 1, 3)), ("socket-unix-packets", Call(41, 1, 5)),
        ("socketpair", Call(53, 1, 2)), ("bind", Call(49, -1)), ("listen", Call(50, -1)),
        ("accept", Call(43, -1)), ("accept4", Call(288, -1)), ("recvmsg", Call(47, -1)),
        ("recvmmsg", Call(299, -1)), ("io_uring_setup", Call(425, 4, Argument(room: 120))),
        ("io_uring_enter", Call(426, -1)), ("io_uring_register", Call(427, -1)),
    ]

    private static let processes: [(String, Call)] = [
        ("ptrace", Call(101, 0)), ("process_vm_readv", Call(310, 1)),
        ("process_vm_writev", Call(311, 1)), ("process_madvise", Call(440, -1)),
        ("pidfd_getfd", Call(438, -1)), ("kcmp", Call(312, 1, 1)),
        // TIOCSTI.
        ("ioctl-type", Call(16, -1, 0x5412)),
    ]

    private static let kernel: [(String, Call)] = [
        ("bpf", Call(321, -1)), ("perf_event_open", Call(298)), ("userfaultfd", Call(323, -1)),
        ("keyctl", Call(250, -1)), ("add_key", Call(248)), ("request_key", Call(249)),
        ("fanotify_init", Call(300, -1)), ("open_by_handle_at", Call(304, -1)),
        ("personality", Call(135, 0xffff_ffff)),
    ]

    private static let views: [(String, Call)] = [
        ("mount", Call(165)), ("umount2", Call(166)), ("pivot_root", Call(155)),
        ("chroot", Call(161)), ("move_mount", Call(429, -1)), ("open_tree", Call(428, -1)),
        ("fsopen", Call(430)), ("fsconfig", Call(431, -1)), ("fsmount", Call(432, -1)),
        ("fspick", Call(433, -1)), ("mount_setattr", Call(442, -1)), ("unshare", Call(272, -1)),
        ("setns", Call(308, -1)),
    ]

    private static let machine: [(String, Call)] = [
        ("init_module", Call(175)), ("finit_module", Call(313, -1)), ("delete_module", Call(176)),
        ("kexec_load", Call(246, 0, -1)), ("kexec_file_load", Call(320, -1, -1)),
        ("reboot", Call(169)), ("swapon", Call(167)), ("swapoff", Call(168)),
        ("settimeofday", Call(164, 1, 1)), ("clock_settime", Call(227, -1)),
        ("sethostname", Call(170, 0, -1)), ("setdomainname", Call(171, 0, -1)),
        ("acct", Call(163, 1)), ("syslog", Call(103, -1)), ("quotactl", Call(179, -1)),
        ("quotactl_fd", Call(443, -1)), ("iopl", Call(172, 9)), ("ioperm", Call(173, -1, -1)),
        ("modify_ldt", Call(154, 9)),
    ]

    /// What must still work, or be missing in the way that glibc expects.
    private static let left: [(String, Call)] = [
        ("left-socket-unix-dgram", Call(41, 1, 0o2_004_002)),
        ("left-clone3", Call(435)), ("left-getpid", Call(39)), ("left-pidfd", Call(434, 1, 0)),
        ("left-ioctl", Call(16, 0, 0)),
    ]
}
