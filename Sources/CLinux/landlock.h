#pragma once

// Landlock without any rule: no path can be opened from now on, open descriptors stay usable. Done
// nothing, and 0, where the kernel has no Landlock; else 0 or an errno value.
int jl_give_up_file_system(void);

// Landlock with one rule for each path of a list that ends with NULL: what is beneath may be read
// and run, everything else not be opened. A path that does not exist is passed over.
int jl_keep_reading_only(const char *const paths[]);
