#define _GNU_SOURCE
#include "confinement.h"
#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// linux/landlock.h of the machine that builds may be older than the kernel that runs.
struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
};
enum { ASK_VERSION = 1 };

// Every right that a version knows, so that a process without any rule has none of them.
static struct ruleset all_rights(int version) {
    // Files, in the order they came: 13 at first, then linking elsewhere, truncating, device
    // ioctls.
    int rights = 13 + (version >= 2) + (version >= 3) + (version >= 5);
    return (struct ruleset){
        .files = (UINT64_C(1) << rights) - 1,
        // TCP: bind, connect.
        .network = version >= 4 ? 3 : 0,
        // Abstract sockets of others, signals to others.
        .scopes = version >= 6 ? 3 : 0,
    };
}

int jl_landlock_abi(void) {
    long version = syscall(__NR_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    return version > 0 ? (int)version : 0;
}

// From linux/landlock.h, for the same reason.
struct beneath {
    uint64_t rights;
    int32_t parent;
} __attribute__((packed));
enum {
    PATH_BENEATH = 1,
    RUN = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_FOLDER = 1 << 3,
    REMOVE_FILE = 1 << 5,
    MAKE_FILE = 1 << 8,
    TRUNCATE = 1 << 14,
};

// The rights of a file, and those that a folder has besides; 0 also when there is no such path.
static int allow(int ruleset, const char *path, uint64_t of_file, uint64_t of_folder) {
    int parent = open(path, O_PATH | O_CLOEXEC);
    if (parent < 0)
        return errno == ENOENT ? 0 : errno;
    struct stat entry;
    int folder = fstat(parent, &entry) == 0 && S_ISDIR(entry.st_mode);
    struct beneath rule = {of_file | (folder ? of_folder : 0), parent};
    long result = syscall(__NR_landlock_add_rule, ruleset, PATH_BENEATH, &rule, 0);
    int error = result == 0 ? 0 : errno;
    close(parent);
    return error;
}

static int make(struct ruleset rights) {
    return (int)syscall(__NR_landlock_create_ruleset, &rights, sizeof rights, 0);
}

// Binds this process unless a step before had an error, which it returns.
static int enter(int descriptor, int error) {
    if (error == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        error = errno;
    if (error == 0 && syscall(__NR_landlock_restrict_self, descriptor, 0) != 0)
        error = errno;
    close(descriptor);
    return error;
}

int jl_keep_reading_only(const char *const paths[]) {
    int version = jl_landlock_abi();
    if (version == 0)
        return 0;
    int descriptor = make(all_rights(version));
    if (descriptor < 0)
        return errno;
    int error = 0;
    for (int index = 0; error == 0 && paths[index] != NULL; index++)
        error = allow(descriptor, paths[index], RUN | READ_FILE, READ_FOLDER);
    return enter(descriptor, error);
}

int jl_keep_writing_only(const char *const folders[]) {
    int version = jl_landlock_abi();
    if (version == 0)
        return 0;
    struct ruleset rights = all_rights(version);
    rights.files &= ~(uint64_t)(RUN | READ_FILE | READ_FOLDER);
    int descriptor = make(rights);
    if (descriptor < 0)
        return errno;
    uint64_t write = (WRITE_FILE | TRUNCATE) & rights.files;
    int error = 0;
    for (int index = 0; error == 0 && folders[index] != NULL; index++)
        error = allow(descriptor, folders[index], write, REMOVE_FILE | MAKE_FILE);
    // Where the words of a reader go.
    if (error == 0)
        error = allow(descriptor, "/dev/null", write, 0);
    return enter(descriptor, error);
}
