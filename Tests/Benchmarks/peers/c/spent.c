// Runs a command on the first so many cores, its output thrown away: spent CORES COMMAND... prints
// the microseconds of processor that it took, the microseconds by the clock, and its memory peak in
// kilobytes. A small program of its own, because what a large one forks begins with its memory and
// pays for it.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long microseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int main(int count, char **words) {
    if (count < 3)
        return 64;
    cpu_set_t cores;
    CPU_ZERO(&cores);
    for (int core = 0; core < atoi(words[1]); core++)
        CPU_SET(core, &cores);
    long start = microseconds();
    pid_t child = fork();
    if (child == 0) {
        // Who waits too long ends this program, and must not leave the other one behind.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        int null = open("/dev/null", O_RDWR);
        for (int descriptor = 0; descriptor < 3; descriptor++)
            dup2(null, descriptor);
        sched_setaffinity(0, sizeof cores, &cores);
        execvp(words[2], words + 2);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (wait4(child, &status, 0, &used) != child || status != 0)
        return 1;
    long clock = microseconds() - start;
    long seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec;
    printf("%ld %ld %ld\n", seconds * 1000000 + used.ru_utime.tv_usec + used.ru_stime.tv_usec, clock,
        used.ru_maxrss);
}
