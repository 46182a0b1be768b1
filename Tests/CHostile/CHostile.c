#define _GNU_SOURCE
#include "CHostile.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

long jh_call(long number, long first, long second, long third, long fourth) {
    long result = syscall(number, first, second, third, fourth, 0L, 0L);
    return result < 0 ? -errno : result;
}

long jh_call_32(long number) {
#if defined(__x86_64__)
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(0), "c"(0), "d"(0) : "memory");
    return result;
#else
    (void)number;
    return -1;
#endif
}

void jh_abort(void) { abort(); }

static void *stay(void *nothing) {
    for (;;)
        pause();
    return nothing;
}

void jh_start_thread(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, stay, NULL);
}
