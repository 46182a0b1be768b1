// swift-tools-version: 6.2
import PackageDescription

// Compiles the rooms it measures from the product's own sources (`Rooms` is a link to them), so
// that their package-wide declarations can be used and nothing is exported for its sake.
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
    name: "speed",
    targets: [
        .systemLibrary(name: "CSodium", path: "Rooms/CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "CQREncode", path: "Rooms/CQREncode", pkgConfig: "libqrencode"),
        .systemLibrary(name: "CPNG", path: "Rooms/CPNG", pkgConfig: "libpng"),
        .target(name: "CLinux", path: "Rooms/CLinux"),
        room("Explaining"),
        room("Wire", ["Explaining"]),
        room("Proofs", ["Explaining", "Wire"]),
        room("Lists", ["Explaining", "Wire", "Proofs"]),
        room("Verification", ["Wire", "Proofs", "Lists"]),
        room("Files", ["CLinux", "Explaining"]),
        room("Sodium", ["CSodium", "Explaining", "Files", "Wire"]),
        room("QRImage", ["CQREncode", "CPNG", "Explaining"]),
        .target(
            name: "TestSupport",
            dependencies: ["CSodium", "Lists", "Proofs", "Sodium", "Verification", "Wire"],
            path: "TestSupport",
            sources: [
                "HandClaims.swift", "HandToken.swift", "HandWriter.swift", "PracticeKey.swift",
                "RevocationBuilder.swift", "SampleClaims.swift", "SplitMix64.swift",
                "TrustBuilder.swift",
            ],
            swiftSettings: house),
        .target(name: "CAllocations", path: "CAllocations"),
        .executableTarget(
            name: "speed",
            dependencies: [
                "CAllocations", "CSodium", "Files", "Lists", "Proofs", "QRImage", "Sodium",
                "TestSupport", "Verification", "Wire",
            ],
            path: "Speed", swiftSettings: house),
        // What a program costs that does nothing.
        .executableTarget(name: "empty", path: "Empty", swiftSettings: house),
    ]
)
