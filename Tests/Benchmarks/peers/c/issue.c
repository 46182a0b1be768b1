// libqrencode and libpng as a C program would call them: issue FILE TIMES.
#include <png.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { QUIET = 4, PIXELS = 6 };
static unsigned char file[1 << 20];
static size_t length;

static void append(png_structp png, png_bytep bytes, png_size_t count) {
    (void)png;
    memcpy(file + length, bytes, count);
    length += count;
}

static void draw(const char *text) {
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1);
    int side = (code->width + 2 * QUIET) * PIXELS;
    unsigned char row[4096];
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    length = 0;
    png_set_write_fn(png, NULL, append, NULL);
    png_set_compression_level(png, 6);
    png_set_compression_strategy(png, Z_RLE);
    png_set_filter(png, 0, PNG_FILTER_NONE | PNG_FILTER_UP);
    png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, 0, 0, 0);
    png_write_info(png, info);
    for (int y = -QUIET; y < code->width + QUIET; y++) {
        memset(row, 0xff, (side + 7) / 8);
        for (int x = 0; y >= 0 && y < code->width && x < code->width; x++)
            for (int pixel = 0; (code->data[y * code->width + x] & 1) && pixel < PIXELS; pixel++) {
                int place = (x + QUIET) * PIXELS + pixel;
                row[place >> 3] &= ~(0x80 >> (place & 7));
            }
        for (int repeat = 0; repeat < PIXELS; repeat++) {
            if (repeat < 2 && (y > -QUIET || repeat))
                png_set_filter(png, 0, repeat ? PNG_FILTER_UP : PNG_FILTER_NONE);
            png_write_row(png, row);
        }
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    QRcode_free(code);
}

int main(int count, char **words) {
    char text[1024];
    FILE *given = count == 3 ? fopen(words[1], "r") : NULL;
    if (!given || fscanf(given, "%1023s", text) != 1)
        return 64;
    int times = atoi(words[2]);
    for (int round = 0; round < times; round++)
        draw(text);
    return length < 800;
}
