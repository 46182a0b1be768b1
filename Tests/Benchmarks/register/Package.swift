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

let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "register-benchmark",
    // What the build of the product has fetched.
    dependencies: [.package(path: "../../../.build/checkouts/GRDB.swift")],
    targets: [
        .target(name: "CLinux", path: "Rooms/CLinux"),
        .target(name: "CPostgreSQL", path: "Rooms/CPostgreSQL"),
        room("Explaining"),
        room("Wire", ["Explaining"]),
        room("Proofs", ["Explaining", "Wire"]),
        room("Files", ["CLinux", "Explaining"]),
        room("PostgreSQL", ["CPostgreSQL", "Explaining"]),
        room("Storage", ["Explaining", "Files", database]),
        room(
            "Register",
            ["Explaining", "Files", "PostgreSQL", "Proofs", "Storage", "Wire", database]),
        .executableTarget(
            name: "adding", dependencies: ["Proofs", "Register"], path: "Adding",
            swiftSettings: house),
    ]
)
