// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled by the same rules (CONTRIBUTING.md, "Settings").
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// A room without clock, disk, randomness, environment or Foundation.
func pure(_ name: String, _ rooms: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: rooms, swiftSettings: house)
}

/// A room that touches the machine: a C library, files, processes, Foundation's JSON coders.
func edge(_ name: String, _ rooms: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: rooms, swiftSettings: house)
}

func program(_ name: String, _ rooms: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: rooms, swiftSettings: house)
}

func tests(_ name: String, _ rooms: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: rooms, swiftSettings: house)
}

let package = Package(
    name: "justificatif",
    products: [
        .executable(name: "justificatif", targets: ["justificatif"]),
        .executable(name: "justificatif-issuer", targets: ["justificatif-issuer"]),
        .executable(name: "justificatifd", targets: ["justificatifd"]),
        .executable(name: "justificatif-reader", targets: ["justificatif-reader"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // C libraries: a module map and a shim header each.
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(
            name: "CTurboJPEG", pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"])]),
        // libzxing-dev; a C++ target cannot name its Debian package, `make dependencies` does.
        .target(
            name: "CZXing",
            cxxSettings: [.define("ZX_USE_UTF8")],
            linkerSettings: [.linkedLibrary("ZXing")]),
        .target(name: "CLinux"),

        // Pure rooms.
        pure("Wire"),
        pure("Proofs", ["Wire"]),
        pure("Lists", ["Wire", "Proofs"]),
        pure("Verification", ["Wire", "Proofs", "Lists"]),
        pure("Issuing", ["Wire", "Proofs", "Verification"]),
        pure("Spooling"),

        // Edge rooms.
        edge("Sodium", ["CSodium", "Files", "Wire"]),
        edge("Files", ["CLinux"]),
        edge("JSONFields"),
        edge("QRImage", ["CQREncode", "CPNG"]),
        edge("ScanReading", ["CZXing", "CPNG", "CTurboJPEG"]),
        edge("ReaderClient", ["CLinux", "Files"]),
        edge("DataSources", ["JSONFields", "Proofs", "Issuing"]),
        edge("ListFiles", ["Files", "JSONFields", "Wire", "Proofs", "Lists"]),
        edge("Reporting", ["JSONFields", "Proofs", "Lists", "Verification"]),
        edge("Judging", ["Files", "Proofs", "ReaderClient", "Verification", "Wire"]),
        edge("Console", [arguments]),
        edge("SpoolFiles", ["CLinux", "Files", "Spooling"]),

        // Programs.
        program(
            "justificatif",
            [
                "Wire", "Proofs", "Lists", "Verification", "Sodium", "Files", "JSONFields",
                "ListFiles", "ReaderClient", "Judging", "Reporting", "Console", arguments,
            ]),
        program(
            "justificatif-issuer",
            [
                "Wire", "Proofs", "Lists", "Issuing", "Sodium", "Files", "JSONFields", "ListFiles",
                "DataSources", "QRImage", "Reporting", "Console", arguments,
            ]),
        program(
            "justificatifd",
            [
                "Proofs", "Lists", "Verification", "Spooling", "Sodium", "Files", "JSONFields",
                "ListFiles", "ReaderClient", "Judging", "Reporting", "SpoolFiles", "Console",
                arguments,
            ]),
        program("justificatif-reader", ["ScanReading"]),
        tests("IssuingTests", ["Issuing", "Proofs"]),
        tests("DataSourcesTests", ["DataSources", "Issuing", "JSONFields", "Proofs"]),
        tests("QRImageTests", ["QRImage"]),
        tests("ScanReadingTests", ["ScanReading", "QRImage"]),
        tests("ReaderClientTests", ["ReaderClient", "QRImage", "justificatif-reader"]),
        .target(
            name: "TestSupport", dependencies: ["CSodium", "Lists", "Proofs", "Sodium", "Wire"],
            path: "Tests/TestSupport", swiftSettings: house),
        tests("WireTests", ["TestSupport", "Wire"]),
        tests(
            "CommandTests",
            [
                "TestSupport", "justificatif", "justificatif-issuer", "justificatifd",
                "justificatif-reader",
            ]),
    ],
    cxxLanguageStandard: .cxx17
)
