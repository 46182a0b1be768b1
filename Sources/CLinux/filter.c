#include "filter.h"

#include <sys/prctl.h>

// By prctl and not by seccomp(2), which services are often not allowed while prctl is.
int jl_install_filter(const struct sock_filter *table, unsigned short words) {
    // The kernel only reads the table, its type does not say so.
    const struct sock_fprog program = {.len = words, .filter = (struct sock_filter *)table};
    // Without it an installed program with a set-user-id bit could use our filter against itself.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return errno;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? 0 : errno;
}
