#define _GNU_SOURCE
#include "filter.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

// What the daemon gives up, and with it every process it starts, and what a program gives up that
// turns a stranger's document into pixels. The answer is an error and not the end, so that what
// merely tries goes on without. Spec/reader.md 4 and 6 have the same lists.
#define NO(name) CALL(name, REFUSE_WITH(EPERM))

#if defined(__x86_64__)
// x32: the same calls once more, under numbers that no line below would recognise.
#define NO_OTHER_NUMBERS SKIP_UNLESS_AT_LEAST(0x40000000u, 1), ANSWER(REFUSE_WITH(EPERM)),
#define NO_PORTS NO(iopl), NO(ioperm), NO(modify_ldt),
#else
#define NO_OTHER_NUMBERS
#define NO_PORTS
#endif

#define BEGIN KILL_OTHER_ARCHITECTURES, LOAD_CALL, NO_OTHER_NUMBERS

// Both give up these; `socket` and `clone` are for each to say, before.
#define GIVEN_UP_BY_BOTH                                                                           \
    NO(socketpair),                                                                                \
    /* Nor a socket that somebody hands over or connects from outside. */                          \
    NO(bind), NO(listen), NO(accept), NO(accept4), NO(recvmsg), NO(recvmmsg),                      \
    /* These open and use sockets without any of the calls above. */                               \
    NO(io_uring_setup), NO(io_uring_enter), NO(io_uring_register),                                 \
    /* Other processes. */                                                                         \
    NO(ptrace), NO(process_vm_readv), NO(process_vm_writev), NO(process_madvise),                  \
    NO(pidfd_getfd), NO(kcmp),                                                                     \
    /* A command typed into the terminal that started us. */                                       \
    CALL_EQUAL(ioctl, 1, TIOCSTI, REFUSE_WITH(EPERM), ALLOW),                                      \
    /* Parts of the kernel that strangers' bytes have been steered into before. */                 \
    NO(bpf), NO(perf_event_open), NO(userfaultfd), NO(keyctl), NO(add_key), NO(request_key),       \
    NO(fanotify_init), NO(open_by_handle_at), NO(personality),                                     \
    /* Another view of the machine. */                                                             \
    NO(mount), NO(umount2), NO(pivot_root), NO(chroot), NO(move_mount), NO(open_tree),             \
    NO(fsopen), NO(fsconfig), NO(fsmount), NO(fspick), NO(mount_setattr), NO(unshare), NO(setns),  \
    /* Its flags are out of a filter's sight; told that it is not there, glibc takes clone. */     \
    CALL(clone3, REFUSE_WITH(ENOSYS)),                                                             \
    /* The machine itself, should it be started as root. */                                        \
    NO(init_module), NO(finit_module), NO(delete_module), NO(kexec_load), NO(kexec_file_load),     \
    NO(reboot), NO(swapon), NO(swapoff), NO(settimeofday), NO(clock_settime), NO(sethostname),     \
    NO(setdomainname), NO(acct), NO(syslog), NO(quotactl), NO(quotactl_fd), NO_PORTS               \
    ANSWER(ALLOW)

// Bits of a socket's type that say nothing about what it reaches.
#define TYPE_FLAGS (SOCK_CLOEXEC | SOCK_NONBLOCK)
#define NEW_NAMESPACES                                                                             \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |  \
     CLONE_NEWNET)

static const struct sock_filter daemon_table[] = {
    BEGIN
    // No socket but AF_UNIX datagrams, by which a service tells systemd that it is ready, and logs.
    SKIP_UNLESS_EQUAL(__NR_socket, 7),
    LOAD_ARGUMENT(0),
    SKIP_UNLESS_EQUAL(AF_UNIX, 4),
    LOAD_ARGUMENT(1),
    MASK(~TYPE_FLAGS),
    SKIP_UNLESS_EQUAL(SOCK_DGRAM, 1),
    ANSWER(ALLOW),
    ANSWER(REFUSE_WITH(EPERM)),
    CALL_WITHOUT(clone, 0, NEW_NAMESPACES, ALLOW, REFUSE_WITH(EPERM)),
    GIVEN_UP_BY_BOTH,
};

// A server makes no socket at all and reaches nobody: what it listens on was there before
// (Spec/guichet.md 6.2).
static const struct sock_filter server_table[] = {
    BEGIN
    NO(socket),
    NO(connect),
    CALL(listen, ALLOW),
    CALL(accept, ALLOW),
    CALL(accept4, ALLOW),
    CALL_WITHOUT(clone, 0, NEW_NAMESPACES, ALLOW, REFUSE_WITH(EPERM)),
    GIVEN_UP_BY_BOTH,
};

#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)

// Besides, a converter reaches no other process, neither started nor signalled, and writes nothing
// but to the streams it was started with. It is not our program and tries things.
static const struct sock_filter converter_table[] = {
    BEGIN
    NO(socket),
    NO(clone),
#if defined(__x86_64__)
    NO(fork),
    NO(vfork),
#endif
    // Signals to itself go with the others: where abort cannot send one, it ends by a trap.
    NO(kill),
    NO(tkill),
    NO(tgkill),
    NO(rt_sigqueueinfo),
    NO(rt_tgsigqueueinfo),
    NO(pidfd_send_signal),
    NO(pidfd_open),
    // A signal of its choice to the process it names, when a pipe can be read.
    SKIP_UNLESS_EQUAL(__NR_fcntl, 6),
    LOAD_ARGUMENT(1),
    SKIP_IF_EQUAL(F_SETOWN, 3),
    SKIP_IF_EQUAL(F_SETOWN_EX, 2),
    SKIP_IF_EQUAL(F_SETSIG, 1),
    ANSWER(ALLOW),
    ANSWER(REFUSE_WITH(EPERM)),
    // 0 is itself; another's limits, priority and place are not its to change.
    CALL_EQUAL(prlimit64, 0, 0, ALLOW, REFUSE_WITH(EPERM)),
    NO(setpriority),
    NO(ioprio_set),
    NO(sched_setscheduler),
    NO(sched_setparam),
    NO(sched_setattr),
    NO(sched_setaffinity),
    NO(migrate_pages),
    NO(move_pages),
    // Memory, semaphores and queues that others have by a name.
    NO(shmget),
    NO(shmat),
    NO(semget),
    NO(msgget),
    NO(msgsnd),
    NO(mq_open),
    NO(mq_unlink),

    // Nothing is written but to the open streams.
    CALL_WITHOUT(openat, 2, WRITING, ALLOW, REFUSE_WITH(EPERM)),
    CALL(openat2, REFUSE_WITH(ENOSYS)),
    NO(unlinkat),
    NO(renameat2),
    NO(linkat),
    NO(symlinkat),
    NO(mkdirat),
    NO(mknodat),
    NO(fchmodat),
    NO(fchownat),
    NO(truncate),
    NO(utimensat),
    NO(setxattr),
    NO(lsetxattr),
    NO(fsetxattr),
    NO(removexattr),
    NO(lremovexattr),
    NO(fremovexattr),
    NO(fchmod),
    NO(fchown),
#if defined(__x86_64__)
    CALL_WITHOUT(open, 1, WRITING, ALLOW, REFUSE_WITH(EPERM)),
    NO(creat),
    NO(unlink),
    NO(rename),
    NO(renameat),
    NO(link),
    NO(symlink),
    NO(mkdir),
    NO(rmdir),
    NO(mknod),
    NO(chmod),
    NO(chown),
    NO(lchown),
#endif
    GIVEN_UP_BY_BOTH,
};

int jl_install_daemon_filter(void) {
    return jl_install_filter(daemon_table, sizeof daemon_table / sizeof daemon_table[0]);
}

int jl_install_server_filter(void) {
    return jl_install_filter(server_table, sizeof server_table / sizeof server_table[0]);
}

int jl_install_converter_filter(void) {
    return jl_install_filter(converter_table, sizeof converter_table / sizeof converter_table[0]);
}
