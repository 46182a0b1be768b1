#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

int jl_pipe_close_on_exec(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int jl_spawn_add_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

char **jl_environment(void) { return environ; }

int jl_pidfd_open(pid_t process) { return pidfd_open(process, 0); }

int jl_rename_no_replace(int from_folder, const char *from, int to_folder, const char *to) {
    return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

int jl_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int jl_signal_descriptor(const sigset_t *signals) {
    return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

int jl_open_name(const char *path) { return open(path, O_PATH | O_CLOEXEC); }
