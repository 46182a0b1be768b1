// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "peer",
    dependencies: [.package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1")],
    targets: [
        .executableTarget(
            name: "peer", dependencies: [.product(name: "JWTKit", package: "jwt-kit")],
            path: "Peer")
    ]
)
