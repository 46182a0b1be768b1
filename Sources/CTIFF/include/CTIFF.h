#pragma once
#include <stddef.h>
#include <stdint.h>

/* Pages of a TIFF file in memory. libtiff reports by functions with variable arguments and reads
   through function pointers, which Swift does not write. */
typedef struct jt_file jt_file;

/* Once, before the process is confined: the C library's qsort, which libtiff calls, asks for the
   size of memory the first time that it sorts a kilobyte, and keeps it. */
void jt_prepare(void);

/* Nothing where this is no TIFF, or there is no memory. The bytes must outlive it. */
jt_file *jt_open(const uint8_t *bytes, size_t length);

/* Damaged: it does not say what a page must. Foreign: a compression or colours that are not
   read. */
typedef enum { JT_DAMAGED = 0, JT_READY = 1, JT_FOREIGN = 2 } jt_state;

/* What a page is drawn to: its own size, rows or columns repeated where a fax has fewer of one an
   inch than of the other. */
jt_state jt_page_size(jt_file *file, uint32_t *width, uint32_t *height);

/* Draws the page grey, over white, to width x height bytes as of jt_page_size. False when it cannot
   be decoded to its end. */
int jt_draw_page(jt_file *file, uint8_t *grey);

/* Goes to the next page; false when there is none. */
int jt_next_page(jt_file *file);

void jt_close(jt_file *file);
