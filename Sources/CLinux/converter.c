#define _GNU_SOURCE
#include "confinement.h"
#include "filter.h"
#include "landlock.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>

// What a program that turns a stranger's document into pixels is left with: reading what is
// installed, its memory, and the streams it was started with. The answer is an error and not the
// end, since it is not our program and tries things. Spec/reader.md 6 has the same list.
#define NO(name) CALL(name, REFUSE_WITH(EPERM))
#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)

static const struct sock_filter table[] = {
    KILL_OTHER_ARCHITECTURES,
    LOAD_CALL,
#if defined(__x86_64__)
    SKIP_UNLESS_AT_LEAST(0x40000000u, 1),
    ANSWER(REFUSE_WITH(EPERM)),
#endif

    // No network at all.
    NO(socket),
    NO(socketpair),
    NO(io_uring_setup),
    NO(io_uring_enter),
    NO(io_uring_register),

    // No other process, neither started nor reached.
    NO(clone),
    CALL(clone3, REFUSE_WITH(ENOSYS)),
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
    // A signal of its choice to whoever it names, when a pipe can be read.
    SKIP_UNLESS_EQUAL(__NR_fcntl, 6),
    LOAD_ARGUMENT(1),
    SKIP_IF_EQUAL(F_SETOWN, 3),
    SKIP_IF_EQUAL(F_SETOWN_EX, 2),
    SKIP_IF_EQUAL(F_SETSIG, 1),
    ANSWER(ALLOW),
    ANSWER(REFUSE_WITH(EPERM)),
    // A command typed into the terminal that started us.
    CALL_EQUAL(ioctl, 1, TIOCSTI, REFUSE_WITH(EPERM), ALLOW),
    NO(ptrace),
    NO(process_vm_readv),
    NO(process_vm_writev),
    NO(process_madvise),
    NO(pidfd_open),
    NO(pidfd_getfd),
    NO(kcmp),
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

    // Parts of the kernel that strangers' bytes have been steered into before, and the machine.
    NO(bpf),
    NO(perf_event_open),
    NO(userfaultfd),
    NO(keyctl),
    NO(add_key),
    NO(request_key),
    NO(fanotify_init),
    NO(open_by_handle_at),
    NO(personality),
    NO(mount),
    NO(umount2),
    NO(pivot_root),
    NO(chroot),
    NO(move_mount),
    NO(open_tree),
    NO(fsopen),
    NO(unshare),
    NO(setns),
    NO(init_module),
    NO(finit_module),
    NO(kexec_load),
    NO(reboot),
    ANSWER(ALLOW),
};

int jl_confine_converter(void) {
    // What programs, their libraries and fonts are read from.
    static const char *const installed[] = {
        "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", NULL,
    };
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return errno;
    int error = jl_keep_reading_only(installed);
    return error != 0 ? error : jl_install_filter(table, sizeof table / sizeof table[0]);
}
