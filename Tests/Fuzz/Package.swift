// swift-tools-version: 6.2
import PackageDescription

// Compiles the rooms it tries from the product's own sources (`Rooms` is a link to them), so that
// they carry the fuzzer's counters and the ordinary build does not. `scripts/fuzz` builds it.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

func room(_ name: String, _ rooms: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: rooms, path: "Rooms/\(name)", swiftSettings: house)
}

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CSodium", path: "Rooms/CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "CPNG", path: "Rooms/CPNG", pkgConfig: "libpng"),
        .systemLibrary(name: "CTurboJPEG", path: "Rooms/CTurboJPEG", pkgConfig: "libturbojpeg"),
        .systemLibrary(name: "CWebP", path: "Rooms/CWebP", pkgConfig: "libwebp"),
        .target(
            name: "CTIFF", path: "Rooms/CTIFF", linkerSettings: [.linkedLibrary("tiff")]),
        .target(
            name: "CZXing", path: "Rooms/CZXing",
            cxxSettings: [.define("ZX_USE_UTF8")],
            linkerSettings: [.linkedLibrary("ZXing")]),
        .target(name: "CLinux", path: "Rooms/CLinux"),
        room("Explaining"),
        room("Wire", ["Explaining"]),
        room("Typing", ["Wire"]),
        room("Proofs", ["Explaining", "Wire"]),
        room("Lists", ["Explaining", "Wire", "Proofs"]),
        room("Verification", ["Wire", "Proofs", "Lists"]),
        room("Issuing", ["Explaining", "Wire", "Proofs", "Verification"]),
        room("Spooling", ["Explaining"]),
        room("Files", ["CLinux", "Explaining"]),
        room("Sodium", ["CSodium", "Explaining", "Files", "Wire"]),
        room("JSONFields", ["Explaining"]),
        room("ScanReading", ["CZXing", "CPNG", "CTIFF", "CTurboJPEG", "CWebP", "Explaining"]),
        room("Siblings", ["CLinux", "Explaining", "Files"]),
        room("DataSources", ["Explaining", "JSONFields", "Proofs", "Issuing"]),
        room("ListFiles", ["Explaining", "Files", "JSONFields", "Wire", "Proofs", "Lists"]),
        .target(
            name: "TestSupport",
            dependencies: ["CSodium", "Lists", "Proofs", "Sodium", "Verification", "Wire"],
            path: "TestSupport", swiftSettings: house),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "DataSources", "Issuing", "JSONFields", "ListFiles", "Lists", "Proofs",
                "ScanReading", "Siblings", "Sodium", "Spooling", "TestSupport",
                "Typing", "Verification", "Wire",
            ],
            path: "Targets", exclude: ["ReplayTests.swift"], swiftSettings: house),
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Driver", swiftSettings: house),
    ],
    cxxLanguageStandard: .cxx17
)
