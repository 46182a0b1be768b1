#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How hard to look. Plain is for a clean picture, thorough for a scanned page. */
typedef enum { JZ_PLAIN = 0, JZ_THOROUGH = 1 } jz_effort;

/* What to look for: QR codes are a tenth of the time of both. */
typedef enum { JZ_QR_CODE = 0, JZ_DATA_MATRIX = 1 } jz_symbology;

typedef enum { JZ_OK = 0, JZ_OUT_OF_MEMORY = 1, JZ_FAILED = 2 } jz_status;

/* One code read: its text in UTF-8, not terminated, and where it is. */
typedef struct {
    uint8_t *text;
    size_t length;
    int64_t area;                        /* pixels between its corners */
    int32_t left, top, right, bottom;    /* the box around its corners, all four inside */
} jz_code;

typedef struct {
    jz_code *items;
    size_t count;
} jz_codes;

/* Reads the codes of an 8-bit grey picture without padding between rows, at most `max_count` of
   them (1...255). On JZ_OK, and only then, `codes` must be given back to jz_codes_free. No C++
   exception leaves. */
jz_status jz_read_codes(
    const uint8_t *grey, int width, int height, jz_effort effort, jz_symbology symbology,
    int max_count, jz_codes *codes);

void jz_codes_free(jz_codes *codes);

#ifdef __cplusplus
}
#endif
