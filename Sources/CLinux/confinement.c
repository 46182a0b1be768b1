#include "confinement.h"
#include "filter.h"
#include "landlock.h"

#include <sys/prctl.h>
#include <sys/stat.h>

// A folder has a link more for each folder in it, besides its own two: here, one for each thread.
static int has_one_thread(void) {
    struct stat tasks;
    return stat("/proc/self/task", &tasks) == 0 && tasks.st_nlink == 3;
}

int jl_keep_memory_private(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : errno; }

int jl_confine_daemon(void) { return has_one_thread() ? jl_install_daemon_filter() : EBUSY; }

int jl_confine_server(const char *const folders[]) {
    if (!has_one_thread())
        return EBUSY;
    // Its memory holds a token, and what people show at a counter.
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return errno;
    int error = jl_keep_writing_only(folders);
    return error != 0 ? error : jl_install_server_filter();
}

int jl_confine_reader(void) {
    // A core handler that is a program is started whatever the limit on core files says.
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return errno;
    static const char *const nothing[] = {NULL};
    int error = jl_keep_reading_only(nothing);
    return error != 0 ? error : jl_install_reader_filter();
}

int jl_confine_converter(void) {
    // What programs, their libraries and fonts are read from.
    static const char *const installed[] = {
        "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", NULL,
    };
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return errno;
    int error = jl_keep_reading_only(installed);
    return error != 0 ? error : jl_install_converter_filter();
}
