#include "CTIFF.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

struct jt_file {
    TIFF *tiff;
    const uint8_t *bytes;
    uint64_t length;
    uint64_t offset;
};

/* Whatever a file announces: bytes that libtiff may ask for in one piece, bits of a pixel, and how
   often one is repeated. */
enum { LARGEST_PIECE = 256 << 20, MOST_BITS = 64, MOST_REPEATS = 4 };

static tmsize_t read_bytes(thandle_t handle, void *to, tmsize_t wanted) {
    jt_file *file = handle;
    if (file->offset >= file->length || wanted <= 0)
        return 0;
    uint64_t left = file->length - file->offset;
    uint64_t count = (uint64_t)wanted < left ? (uint64_t)wanted : left;
    memcpy(to, file->bytes + file->offset, count);
    file->offset += count;
    return (tmsize_t)count;
}

static tmsize_t write_nothing(thandle_t handle, void *from, tmsize_t count) {
    (void)handle, (void)from, (void)count;
    return 0;
}

static uint64_t seek(thandle_t handle, uint64_t offset, int from) {
    jt_file *file = handle;
    uint64_t base = from == SEEK_CUR ? file->offset : from == SEEK_END ? file->length : 0;
    file->offset = base + offset;
    return file->offset;
}

static int close_nothing(thandle_t handle) {
    (void)handle;
    return 0;
}

static uint64_t length(thandle_t handle) { return ((jt_file *)handle)->length; }

/* The caller is told by what comes back. */
static int say_nothing(
    TIFF *tiff, void *data, const char *module, const char *format, va_list arguments) {
    (void)tiff, (void)data, (void)module, (void)format, (void)arguments;
    return 1;
}

static int compare(const void *left, const void *right) {
    return *(const uint8_t *)left - *(const uint8_t *)right;
}

void jt_prepare(void) {
    uint8_t bytes[4096] = {1};
    qsort(bytes, sizeof bytes, 1, compare);
}

jt_file *jt_open(const uint8_t *bytes, size_t count) {
    jt_file *file = calloc(1, sizeof *file);
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (file != NULL && options != NULL) {
        file->bytes = bytes;
        file->length = count;
        TIFFOpenOptionsSetMaxSingleMemAlloc(options, LARGEST_PIECE);
        TIFFOpenOptionsSetErrorHandlerExtR(options, say_nothing, NULL);
        TIFFOpenOptionsSetWarningHandlerExtR(options, say_nothing, NULL);
        /* m: no memory mapping, which a confined reader may not do. */
        file->tiff = TIFFClientOpenExt(
            "scan", "rm", file, read_bytes, write_nothing, seek, close_nothing, length, NULL, NULL,
            options);
    }
    if (options != NULL)
        TIFFOpenOptionsFree(options);
    if (file != NULL && file->tiff == NULL) {
        free(file);
        return NULL;
    }
    return file;
}

/* Those of copiers and telephones; each other one is more code that strangers can reach. */
static int is_compression_read(uint16_t compression) {
    switch (compression) {
    case COMPRESSION_NONE:
    case COMPRESSION_CCITTRLE:
    case COMPRESSION_CCITTFAX3:
    case COMPRESSION_CCITTFAX4:
    case COMPRESSION_LZW:
    case COMPRESSION_JPEG:
    case COMPRESSION_ADOBE_DEFLATE:
    case COMPRESSION_DEFLATE:
    case COMPRESSION_PACKBITS:
        return 1;
    default:
        return 0;
    }
}

/* How often a pixel is repeated across and down. */
static void repeats(jt_file *file, uint32_t *across, uint32_t *down) {
    float columns = 0, rows = 0;
    *across = *down = 1;
    if (TIFFGetField(file->tiff, TIFFTAG_XRESOLUTION, &columns) != 1 ||
        TIFFGetField(file->tiff, TIFFTAG_YRESOLUTION, &rows) != 1 || !(columns > 0) || !(rows > 0))
        return;
    float wider = roundf(columns / rows), higher = roundf(rows / columns);
    if (wider > 1 && wider <= MOST_REPEATS)
        *down = (uint32_t)wider;
    if (higher > 1 && higher <= MOST_REPEATS)
        *across = (uint32_t)higher;
}

jt_state jt_page_size(jt_file *file, uint32_t *width, uint32_t *height) {
    uint16_t compression = 0, bits = 0, samples = 0;
    char reason[1024];
    TIFFGetFieldDefaulted(file->tiff, TIFFTAG_COMPRESSION, &compression);
    TIFFGetFieldDefaulted(file->tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(file->tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    if (!is_compression_read(compression) || (uint32_t)bits * samples > MOST_BITS)
        return JT_FOREIGN;
    uint32_t across, down;
    repeats(file, &across, &down);
    if (TIFFGetField(file->tiff, TIFFTAG_IMAGEWIDTH, width) != 1 ||
        TIFFGetField(file->tiff, TIFFTAG_IMAGELENGTH, height) != 1 || *width == 0 ||
        *height == 0 || *width > UINT32_MAX / MOST_REPEATS || *height > UINT32_MAX / MOST_REPEATS)
        return JT_DAMAGED;
    *width *= across;
    *height *= down;
    return TIFFRGBAImageOK(file->tiff, reason) ? JT_READY : JT_FOREIGN;
}

/* Over white; colours come multiplied by how opaque they are. */
static uint8_t grey_of(uint32_t pixel) {
    uint32_t mixed = 77 * TIFFGetR(pixel) + 150 * TIFFGetG(pixel) + 29 * TIFFGetB(pixel);
    uint32_t level = mixed / 256 + 255 - TIFFGetA(pixel);
    return level > 255 ? 255 : (uint8_t)level;
}

int jt_draw_page(jt_file *file, uint8_t *grey) {
    uint32_t width, height, across, down;
    if (jt_page_size(file, &width, &height) != JT_READY)
        return 0;
    repeats(file, &across, &down);
    uint32_t columns = width / across, rows = height / down;
    uint32_t *raster = malloc((size_t)columns * rows * sizeof *raster);
    if (raster == NULL)
        return 0;
    int drawn =
        TIFFReadRGBAImageOriented(file->tiff, columns, rows, raster, ORIENTATION_TOPLEFT, 1);
    for (uint32_t row = 0; drawn && row < rows; row++) {
        uint8_t *line = grey + (size_t)row * down * width;
        uint8_t *next = line;
        for (uint32_t column = 0; column < columns; column++, next += across)
            memset(next, grey_of(raster[(size_t)row * columns + column]), across);
        for (uint32_t time = 1; time < down; time++)
            memcpy(line + (size_t)time * width, line, width);
    }
    free(raster);
    return drawn;
}

int jt_next_page(jt_file *file) { return TIFFReadDirectory(file->tiff); }

void jt_close(jt_file *file) {
    TIFFClose(file->tiff);
    free(file);
}
