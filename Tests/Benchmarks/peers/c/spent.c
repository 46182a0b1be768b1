// Runs a command on one core, its output thrown away: spent COMMAND... prints the microseconds of
// processor that it took, and its memory peak in kilobytes. A small program of its own, because what
// a large one forks begins with its memory and pays for it.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    if (count < 2)
        return 64;
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        for (int descriptor = 0; descriptor < 3; descriptor++)
            dup2(null, descriptor);
        sched_setaffinity(0, sizeof one, &one);
        execvp(words[1], words + 1);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (wait4(child, &status, 0, &used) != child || status != 0)
        return 1;
    long seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec;
    printf("%ld %ld\n", seconds * 1000000 + used.ru_utime.tv_usec + used.ru_stime.tv_usec,
        used.ru_maxrss);
}
