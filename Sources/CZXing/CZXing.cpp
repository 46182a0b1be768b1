#include "CZXing.h"

#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

namespace {

// Debian's libZXing has its assertions on, and a noisy page can break one of them (two lines that
// do not meet, RegressionLine.h). There is no code where that happens, and the process has other
// looks to make.
thread_local std::jmp_buf *assertion_exit = nullptr;

ZXing::DecodeHints hints(jz_effort effort, jz_symbology symbology, int max_count) {
    const bool thorough = effort == JZ_THOROUGH;
    ZXing::DecodeHints hints;
    hints.setFormats(
        symbology == JZ_DATA_MATRIX ? ZXing::BarcodeFormat::DataMatrix
                                    : ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(thorough);
    hints.setTryRotate(thorough);
    // The caller shrinks the picture itself, and does something else to it meanwhile.
    hints.setTryDownscale(false);
    hints.setMaxNumberOfSymbols(static_cast<uint8_t>(std::clamp(max_count, 1, 255)));
    return hints;
}

// Of the quadrilateral of its corners, by the shoelace formula.
int64_t area(const ZXing::Position &corners) {
    int64_t twice = 0;
    for (int index = 0; index < 4; index++) {
        const ZXing::PointI here = corners[index];
        const ZXing::PointI next = corners[(index + 1) % 4];
        twice += int64_t{here.x} * next.y - int64_t{next.x} * here.y;
    }
    return std::abs(twice) / 2;
}

void append(jz_codes *codes, const ZXing::Result &result) {
    const std::string text = result.text();
    // One byte more, since malloc(0) may be null.
    auto *copy = static_cast<uint8_t *>(std::malloc(text.size() + 1));
    if (copy == nullptr)
        throw std::bad_alloc();
    std::memcpy(copy, text.data(), text.size());
    jz_code code{copy, text.size(), area(result.position()), INT32_MAX, INT32_MAX, -1, -1};
    for (const ZXing::PointI &corner : result.position()) {
        code.left = std::min(code.left, corner.x);
        code.top = std::min(code.top, corner.y);
        code.right = std::max(code.right, corner.x);
        code.bottom = std::max(code.bottom, corner.y);
    }
    codes->items[codes->count++] = code;
}

void read(
    const uint8_t *grey, int width, int height, jz_effort effort, jz_symbology symbology,
    int max_count, jz_codes *codes) {
    const ZXing::ImageView view(grey, width, height, ZXing::ImageFormat::Lum);
    const ZXing::Results results = ZXing::ReadBarcodes(view, hints(effort, symbology, max_count));
    codes->items = static_cast<jz_code *>(std::calloc(results.size() + 1, sizeof(jz_code)));
    if (codes->items == nullptr)
        throw std::bad_alloc();
    for (const ZXing::Result &result : results)
        if (result.isValid())
            append(codes, result);
}

} // namespace

// Stands before the C library's own for this process and its libraries. What the decoder holds when
// it jumps is lost, not more than a few pictures' worth in a process that ends with its picture.
extern "C" __attribute__((noreturn)) void __assert_fail(
    const char *, const char *, unsigned int, const char *) noexcept {
    if (assertion_exit != nullptr)
        std::longjmp(*assertion_exit, 1);
    std::abort();
}

jz_status jz_read_codes(
    const uint8_t *grey, int width, int height, jz_effort effort, jz_symbology symbology,
    int max_count, jz_codes *codes) {
    *codes = jz_codes{nullptr, 0};
    std::jmp_buf start;
    if (setjmp(start) != 0) {
        assertion_exit = nullptr;
        return JZ_OK;
    }
    assertion_exit = &start;
    try {
        read(grey, width, height, effort, symbology, max_count, codes);
        assertion_exit = nullptr;
        return JZ_OK;
    } catch (const std::bad_alloc &) {
        assertion_exit = nullptr;
        jz_codes_free(codes);
        return JZ_OUT_OF_MEMORY;
    } catch (...) {
        assertion_exit = nullptr;
        jz_codes_free(codes);
        return JZ_FAILED;
    }
}

void jz_codes_free(jz_codes *codes) {
    for (size_t index = 0; index < codes->count; index++)
        std::free(codes->items[index].text);
    std::free(codes->items);
    *codes = jz_codes{nullptr, 0};
}
