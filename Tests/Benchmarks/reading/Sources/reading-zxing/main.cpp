// Reads files named on standard input; prints milliseconds from file bytes to texts, then the texts.
// With "qr" as argument it looks for QR codes only, all else as by default; with "inflate", for none.
#include <ZXing/ReadBarcode.h>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <png.h>
#include <string>
#include <time.h>
#include <vector>

static double milliseconds() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int count, char **arguments) {
    const std::string mode = count > 1 ? arguments[1] : "";
    ZXing::DecodeHints hints;
    if (mode == "qr")
        hints.setFormats(ZXing::BarcodeFormat::QRCode);
    for (std::string path; std::getline(std::cin, path);) {
        std::ifstream stream(path, std::ios::binary);
        const std::vector<char> file(std::istreambuf_iterator<char>(stream), {});
        const double start = milliseconds();
        png_image image;
        std::memset(&image, 0, sizeof image);
        image.version = PNG_IMAGE_VERSION;
        png_image_begin_read_from_memory(&image, file.data(), file.size());
        image.format = PNG_FORMAT_GRAY;
        std::vector<uint8_t> grey(PNG_IMAGE_SIZE(image));
        png_image_finish_read(&image, nullptr, grey.data(), 0, nullptr);
        ZXing::Results results;
        if (mode != "inflate")
            results = ZXing::ReadBarcodes(
                {grey.data(), int(image.width), int(image.height), ZXing::ImageFormat::Lum}, hints);
        std::cout << path << '\t' << milliseconds() - start;
        for (const auto &result : results)
            if (result.isValid())
                std::cout << '\t' << result.text();
        std::cout << std::endl;
    }
}
