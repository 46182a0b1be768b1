#pragma once

// Landlock with one rule for each path of a list that ends with NULL: what is beneath may be read
// and run, everything else not be opened; descriptors that are open stay usable. A path that does
// not exist is passed over. 0 or an errno value; 0 also where the kernel has no Landlock.
int jl_keep_reading_only(const char *const paths[]);

// Landlock that leaves reading and running alone: files are written, made and removed beneath
// the paths of a list that ends with NULL only, and no TCP socket is bound or connected. 0 or an
// errno value, as above.
int jl_keep_writing_only(const char *const folders[]);
