#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int jl_open_beneath(int folder, const char *name, int flags, mode_t mode) {
    struct open_how how = {
        .flags = (unsigned long long)flags,
        .mode = (flags & O_CREAT) ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV,
    };
    return (int)syscall(SYS_openat2, folder, name, &how, sizeof how);
}

int jl_is_open_for_writing(int folder, const char *name) {
    int file = jl_open_beneath(
        folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC, 0);
    if (file < 0) return -1;
    // A writer that comes while the lease is ours would be announced by SIGIO, which ends a
    // process; SIGURG does nothing.
    int answer = -1;
    if (fcntl(file, F_SETSIG, SIGURG) == 0) {
        if (fcntl(file, F_SETLEASE, F_RDLCK) == 0)
            answer = 0;
        else if (errno == EAGAIN)
            answer = 1;
    }
    close(file);
    return answer;
}

int jl_flush_file_system(int descriptor) { return syncfs(descriptor); }

int jl_exchange(int folder, const char *first, const char *second) {
    return renameat2(folder, first, folder, second, RENAME_EXCHANGE);
}

long jl_file_system_type(int descriptor) {
    struct statfs status;
    return fstatfs(descriptor, &status) == 0 ? (long)status.f_type : -1;
}

int jl_usable_processors(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

int jl_event_descriptor(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
