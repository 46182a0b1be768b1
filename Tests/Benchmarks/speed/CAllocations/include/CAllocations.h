#pragma once
#include <stdint.h>

// How many pieces of memory this program has asked the C library for so far.
uint64_t allocations_so_far(void);
