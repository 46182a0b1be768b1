#define _GNU_SOURCE
#include "filter.h"

#include <sys/mman.h>
#include <unistd.h>

// What is left to a reader: two descriptors and its memory. Everything not named here ends it.
// Spec/reader.md 3 has the same list; a test tries every number that is not on it.
static const struct sock_filter table[] = {
    KILL_OTHER_ARCHITECTURES,
    LOAD_CALL,

    // The picture in, the texts out.
    CALL_EQUAL(read, 0, STDIN_FILENO, ALLOW, KILL),
    SKIP_UNLESS_EQUAL(__NR_write, 5),
    LOAD_ARGUMENT(0),
    SKIP_IF_EQUAL(STDOUT_FILENO, 2),
    // So that a fault of ours ends as one; its parent gives it /dev/null there.
    SKIP_IF_EQUAL(STDERR_FILENO, 1),
    ANSWER(KILL),
    ANSWER(ALLOW),

    // Memory that cannot be run, and no file as memory.
    SKIP_UNLESS_EQUAL(__NR_mmap, 6),
    LOAD_ARGUMENT(2),
    SKIP_IF_ANY(PROT_EXEC, 2),
    LOAD_ARGUMENT(3),
    SKIP_IF_ANY(MAP_ANONYMOUS, 1),
    ANSWER(KILL),
    ANSWER(ALLOW),
    CALL_WITHOUT(mprotect, 2, PROT_EXEC, ALLOW, KILL),
    CALL(munmap, ALLOW),
    CALL(mremap, ALLOW),
    CALL(madvise, ALLOW),
    CALL(brk, ALLOW),

    // Waits while the pipe of the answer is full; there is nothing else to wait for.
#if defined(__x86_64__)
    CALL(poll, ALLOW),
#endif
    CALL(ppoll, ALLOW),

    // What the Swift runtime does by itself: values made once, hashing seeds.
    CALL(gettid, ALLOW),
    CALL(futex, ALLOW),
    CALL(getrandom, ALLOW),
    // Where the clock cannot be read without a call.
    CALL(clock_gettime, ALLOW),

    CALL(exit, ALLOW),
    CALL(exit_group, ALLOW),
    ANSWER(KILL),
};

int jl_install_reader_filter(void) {
    return jl_install_filter(table, sizeof table / sizeof table[0]);
}
