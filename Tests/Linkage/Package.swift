// swift-tools-version: 6.2
import PackageDescription

// A third party's program: it takes the library product and no trait, so that nothing of what only
// the programs and the register need is resolved. `scripts/linkage` builds it and holds it to that.
let package = Package(
    name: "linkage",
    dependencies: [.package(name: "justificatif", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "judge",
            dependencies: [.product(name: "JustificatifVerifier", package: "justificatif")])
    ]
)
