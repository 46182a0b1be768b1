#define _GNU_SOURCE
#include "confinement.h"
#include "filter.h"
#include "landlock.h"

#include <fcntl.h>
#include <sys/prctl.h>

// What a program that turns a stranger's document into pixels is left with: reading what is
// installed, its memory, and the streams it was started with. The answer is an error and not the
// end, since it is not our program and tries things. Spec/reading.md 3 has the same list.
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
    NO(kill),
    NO(ptrace),
    NO(process_vm_readv),
    NO(process_vm_writev),
    NO(pidfd_open),
    NO(pidfd_getfd),

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
