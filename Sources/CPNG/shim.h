#pragma once
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include <png.h>
#include <zlib.h>

/* libpng reports errors by longjmp, which must never cross a Swift frame: the whole writing loop
   is therefore here, between one setjmp and the only longjmp that can reach it. Reading needs no
   such function, the simplified API catches its own jumps. */

/* Where the file goes: the caller's buffer; `length` is what has been written. */
typedef struct {
    uint8_t *bytes;
    size_t capacity;
    size_t length;
} jpng_memory;

static inline void jpng_append(png_structp png, png_bytep bytes, png_size_t count) {
    jpng_memory *memory = (jpng_memory *)png_get_io_ptr(png);
    if (count > memory->capacity - memory->length)
        png_error(png, "buffer full");
    memcpy(memory->bytes + memory->length, bytes, count);
    memory->length += count;
}

static inline void jpng_flush(png_structp png) { (void)png; }

/* Silent: the caller is told by the return value. */
static inline void jpng_refuse(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static inline void jpng_ignore(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

/* Writes a square 1-bit grey picture of `side` x `side` pixels. `rows` holds side / repeats packed
   rows (set bit = white), each shown `repeats` times. Returns 1, or 0 when libpng refuses, is out
   of memory or the buffer is too small. Never inlined: setjmp stays in a C frame of its own. */
__attribute__((noinline)) static int jpng_write_grey1(
    const uint8_t *rows, uint32_t side, uint32_t repeats, uint32_t dots_per_metre,
    jpng_memory *memory) {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, jpng_refuse, jpng_ignore);
    if (png == NULL)
        return 0;
    png_infop info = png_create_info_struct(png);
    if (info == NULL) {
        png_destroy_write_struct(&png, NULL);
        return 0;
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return 0;
    }
    png_set_write_fn(png, memory, jpng_append, jpng_flush);
    png_set_compression_level(png, 6);
    png_set_compression_strategy(png, Z_RLE);
    /* Both filters at the start: libpng keeps the row above only if UP is announced by then. */
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE | PNG_FILTER_UP);
    png_set_IHDR(
        png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);

    /* A repeat filtered UP is a row of zeroes, which Z_RLE turns into almost nothing. The very
       first row is left to libpng: a filter set before it would undo the announcement above. */
    size_t row_bytes = ((size_t)side + 7) / 8;
    for (uint32_t row = 0; row < side / repeats; row++) {
        for (uint32_t repeat = 0; repeat < repeats; repeat++) {
            if (repeat == 0 && row > 0)
                png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
            if (repeat == 1)
                png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
            png_write_row(png, rows + row * row_bytes);
        }
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return 1;
}
