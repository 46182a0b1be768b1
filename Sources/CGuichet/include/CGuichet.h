#ifndef CGUICHET_H
#define CGUICHET_H

#include <stddef.h>

/// One file of the counter page. `name` ends with a zero byte, `bytes` does not.
struct guichet_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

/// The page, its style sheet, the practice sheet, and the modules, each behind its imports.
const struct guichet_file *guichet_files(size_t *count);

#endif
