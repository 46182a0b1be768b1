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
    name: "revocation-benchmark",
    targets: [
        .systemLibrary(name: "CSodium", path: "Rooms/CSodium", pkgConfig: "libsodium"),
        .target(name: "CLinux", path: "Rooms/CLinux"),
        room("Explaining"),
        room("Wire", ["Explaining"]),
        room("Proofs", ["Explaining", "Wire"]),
        room("Lists", ["Explaining", "Wire", "Proofs"]),
        room("Files", ["CLinux", "Explaining"]),
        room("Sodium", ["CSodium", "Explaining", "Files", "Wire"]),
        .executableTarget(
            name: "Benchmark", dependencies: ["Lists", "Proofs", "Sodium", "Wire"],
            path: "Benchmark", swiftSettings: house),
    ]
)
