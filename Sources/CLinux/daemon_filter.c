#define _GNU_SOURCE
#include "filter.h"

#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

// What the daemon gives up, and with it every process it starts. The answer is an error and not the
// end, so that a library that merely tries goes on without. Spec/reader.md 4 has the same list.
#define NO(name) CALL(name, REFUSE_WITH(EPERM))

// Bits of a socket's type that say nothing about what it reaches.
#define TYPE_FLAGS (SOCK_CLOEXEC | SOCK_NONBLOCK)
#define NEW_NAMESPACES                                                                             \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |  \
     CLONE_NEWNET)

static const struct sock_filter table[] = {
    KILL_OTHER_ARCHITECTURES,
    LOAD_CALL,
#if defined(__x86_64__)
    // x32: the same calls once more, under numbers that no line below would recognise.
    SKIP_UNLESS_AT_LEAST(0x40000000u, 1),
    ANSWER(REFUSE_WITH(EPERM)),
#endif

    // No socket but AF_UNIX datagrams, by which a service tells systemd that it is ready, and logs.
    SKIP_UNLESS_EQUAL(__NR_socket, 7),
    LOAD_ARGUMENT(0),
    SKIP_UNLESS_EQUAL(AF_UNIX, 4),
    LOAD_ARGUMENT(1),
    MASK(~TYPE_FLAGS),
    SKIP_UNLESS_EQUAL(SOCK_DGRAM, 1),
    ANSWER(ALLOW),
    ANSWER(REFUSE_WITH(EPERM)),
    NO(socketpair),
    // Nor one that somebody hands over or connects from outside.
    NO(bind),
    NO(listen),
    NO(accept),
    NO(accept4),
    NO(recvmsg),
    NO(recvmmsg),
    // These open and use sockets without any of the calls above.
    NO(io_uring_setup),
    NO(io_uring_enter),
    NO(io_uring_register),

    // Other processes.
    NO(ptrace),
    NO(process_vm_readv),
    NO(process_vm_writev),
    NO(process_madvise),
    NO(pidfd_getfd),
    NO(kcmp),
    // A command typed into the terminal that started us.
    CALL_EQUAL(ioctl, 1, TIOCSTI, REFUSE_WITH(EPERM), ALLOW),

    // Parts of the kernel that strangers' bytes have been steered into before.
    NO(bpf),
    NO(perf_event_open),
    NO(userfaultfd),
    NO(keyctl),
    NO(add_key),
    NO(request_key),
    NO(fanotify_init),
    NO(open_by_handle_at),
    NO(personality),

    // Another view of the machine.
    NO(mount),
    NO(umount2),
    NO(pivot_root),
    NO(chroot),
    NO(move_mount),
    NO(open_tree),
    NO(fsopen),
    NO(fsconfig),
    NO(fsmount),
    NO(fspick),
    NO(mount_setattr),
    NO(unshare),
    NO(setns),
    CALL_WITHOUT(clone, 0, NEW_NAMESPACES, ALLOW, REFUSE_WITH(EPERM)),
    // Its flags are out of a filter's sight; told that it is not there, glibc takes clone.
    CALL(clone3, REFUSE_WITH(ENOSYS)),

    // The machine itself, should it be started as root.
    NO(init_module),
    NO(finit_module),
    NO(delete_module),
    NO(kexec_load),
    NO(kexec_file_load),
    NO(reboot),
    NO(swapon),
    NO(swapoff),
    NO(settimeofday),
    NO(clock_settime),
    NO(sethostname),
    NO(setdomainname),
    NO(acct),
    NO(syslog),
    NO(quotactl),
    NO(quotactl_fd),
#if defined(__x86_64__)
    NO(iopl),
    NO(ioperm),
    NO(modify_ldt),
#endif
    ANSWER(ALLOW),
};

int jl_install_daemon_filter(void) {
    return jl_install_filter(table, sizeof table / sizeof table[0]);
}
