#pragma once

// The functions that confine return 0 when done, else the errno value of the step that the system
// refused; Swift's Glibc has neither prctl nor syscall, and glibc no Landlock.

// Leaves no core file, not even to a core handler that is a program, and lets no process of the
// same account read this one's memory.
int jl_keep_memory_private(void);

// Binds this process and all it starts to the table of deny_filters.c; EBUSY when it has more than
// one thread, since the others would stay free.
int jl_confine_daemon(void);

// Binds this process to its memory, standard input and standard output for the rest of its life: no
// core file, no file system (Landlock, where the kernel has it), the table of reader_filter.c.
int jl_confine_reader(void);

// Binds this process, and the program it is about to become, to reading what is installed and to
// its open streams: the table of deny_filters.c.
int jl_confine_converter(void);

// Binds this process and all it starts to the table of deny_filters.c for a server: no new socket,
// and nothing written but beneath the folders of a list that ends with NULL. EBUSY when it has more
// than one thread.
int jl_confine_server(const char *const folders[]);

// The Landlock version of the running kernel, 0 when it has none or does not say.
int jl_landlock_abi(void);
