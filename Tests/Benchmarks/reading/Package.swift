// swift-tools-version: 6.2
import PackageDescription

// The folders under Sources that are links are the product's own.
let package = Package(
    name: "reading",
    targets: [
        .systemLibrary(name: "CPNG", pkgConfig: "libpng"),
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg"),
        .systemLibrary(name: "CWebP", pkgConfig: "libwebp"),
        .target(name: "CTIFF", linkerSettings: [.linkedLibrary("tiff")]),
        .target(
            name: "CZXing",
            cxxSettings: [.define("ZX_USE_UTF8")],
            linkerSettings: [.linkedLibrary("ZXing")]),
        .target(
            name: "Explaining",
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
        .target(
            name: "ScanReading",
            dependencies: ["CZXing", "CPNG", "CTIFF", "CTurboJPEG", "CWebP", "Explaining"],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"), .strictMemorySafety(),
            ]),
        .executableTarget(name: "reading-ours", dependencies: ["ScanReading"]),
        // The decoder alone, with its default options, as anybody would call it.
        .executableTarget(
            name: "reading-zxing",
            dependencies: ["CPNG"],
            cxxSettings: [.define("ZX_USE_UTF8")],
            linkerSettings: [.linkedLibrary("ZXing")]),
    ],
    cxxLanguageStandard: .cxx17
)
