#pragma once

#include <signal.h>
#include <spawn.h>
#include <sys/types.h>

#include "confinement.h"

// Swift's Glibc has no pipe2; between pipe and fcntl another thread's child would inherit both
// ends.
int jl_pipe_close_on_exec(int ends[2]);

// Swift's Glibc has no posix_spawn_file_actions_addclosefrom_np; errno value, 0 when done.
int jl_spawn_add_close_from(posix_spawn_file_actions_t *actions, int first);

// The variables of this process: environ is a global that Swift does not let anybody read.
char **jl_environment(void);

// Swift's Glibc has no O_PATH: a descriptor that stands for a file's name and opens nothing.
int jl_open_name(const char *path);

// Swift's Glibc has no pidfd_open: a descriptor that becomes readable when the process ends.
int jl_pidfd_open(pid_t process);

// Swift's Glibc has no renameat2: a rename that fails with EEXIST instead of replacing a file.
int jl_rename_no_replace(int from_folder, const char *from, int to_folder, const char *to);

// Swift's Glibc has no memfd_create: a file in memory, for a picture that came through a pipe.
int jl_memory_file(const char *name);

// Swift's Glibc has no signalfd: blocked signals read from a descriptor, so that poll waits for
// them.
int jl_signal_descriptor(const sigset_t *signals);

// Swift's Glibc has no openat2 (and glibc 2.36 no wrapper): opens without leaving the folder, by no
// link and across no mount.
int jl_open_beneath(int folder, const char *name, int flags, mode_t mode);

// Swift's Glibc has no F_SETLEASE: 1 when somebody has the file open for writing, 0 when nobody
// has, -1 when the kernel does not say: the file is another account's, or its disk knows no leases.
int jl_is_open_for_writing(int folder, const char *name);

// Swift's Glibc has no syncfs: flushes the whole file system that holds the open file.
int jl_flush_file_system(int descriptor);

// Swift's Glibc has no renameat2: two names of a folder change places, or nothing happens.
int jl_exchange(int folder, const char *first, const char *second);

// Swift's Glibc has no fstatfs: the magic number of statfs(2); -1 on error.
long jl_file_system_type(int descriptor);

// Swift's Glibc has no CPU_COUNT: processors that this process may run on; 1 on error.
int jl_usable_processors(void);

// Swift's Glibc has no eventfd: lets a thread wake another that is in poll.
int jl_event_descriptor(void);
