// swift-tools-version: 6.2
import PackageDescription

/// What programs say of themselves; `make build` gives the version of the commit.
let version = Context.environment["JUSTIFICATIF_VERSION"] ?? "0.1.0"

/// Every target is compiled by the same rules (CONTRIBUTING.md, "Settings").
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

/// What the programs read their arguments with; the library product has no use for it.
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser",
    condition: .when(traits: ["Commands"]))

/// The register's database.
let database: Target.Dependency = .product(
    name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Services"]))

/// What the programs of the web serve with: Hummingbird, and what it is made of and shows.
let server: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Services"])),
    .product(
        name: "HummingbirdCore", package: "hummingbird", condition: .when(traits: ["Services"])),
    .product(
        name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Services"])),
    .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Services"])),
    .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Services"])),
    .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["Services"])),
    .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Services"])),
    .product(
        name: "NIOHTTPTypes", package: "swift-nio-extras", condition: .when(traits: ["Services"])),
]

/// A room without clock, disk, randomness, environment or Foundation.
func pure(_ name: String, _ rooms: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: rooms, swiftSettings: house)
}

/// A room that touches the machine: a C library, files, processes.
func edge(_ name: String, _ rooms: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: rooms, swiftSettings: house)
}

/// A room that makes one thing to use of many rooms below it.
func door(_ name: String, _ rooms: [Target.Dependency]) -> Target {
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
        .executable(name: "justificatif-guichet", targets: ["justificatif-guichet"]),
        .executable(name: "justificatif-reader", targets: ["justificatif-reader"]),
        .executable(name: "justificatif-page", targets: ["justificatif-page"]),
        .executable(name: "justificatif-portail", targets: ["justificatif-portail"]),
        .library(name: "JustificatifVerifier", targets: ["JustificatifVerifier"]),
    ],
    // A package that depends on the library product and gives `traits: []` resolves nothing else.
    traits: [
        .default(enabledTraits: ["Services"]),
        .trait(
            name: "Services", description: "The issuer's register and programs of the web.",
            enabledTraits: ["Commands"]),
        .trait(name: "Commands", description: "Programs with arguments."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
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
        .systemLibrary(
            name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
        // libtiff-dev; its functions with variable arguments need C.
        .target(name: "CTIFF", linkerSettings: [.linkedLibrary("tiff")]),
        // libcurl4-openssl-dev; its options have variable arguments and need C.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        // libssl-dev; the building of keys needs C.
        .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("crypto")]),
        // Also brings FreeType's and fontconfig's headers; the font itself is fonts-dejavu-core.
        .systemLibrary(
            name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
        // libzxing-dev; a C++ target cannot name its Debian package, `make dependencies` does.
        .target(
            name: "CZXing",
            cxxSettings: [.define("ZX_USE_UTF8")],
            linkerSettings: [.linkedLibrary("ZXing")]),
        // libp11-kit-dev, of which it takes a header; modules are loaded when they are asked for.
        .target(name: "CPKCS11"),
        // libpq-dev, of which it takes a header; the library is loaded when a server is asked for.
        .target(name: "CPostgreSQL"),
        .target(name: "CLinux"),
        .target(name: "CGuichet"),
        .target(
            name: "CVersion",
            cSettings: [.define("JUSTIFICATIF_VERSION", to: "\"\(version)\"")]),

        // Pure rooms.
        pure("Explaining"),
        pure("Wire", ["Explaining"]),
        pure("Typing", ["Wire"]),
        pure("Proofs", ["Explaining", "Wire"]),
        pure("Lists", ["Explaining", "Wire", "Proofs"]),
        pure("Verification", ["Wire", "Proofs", "Lists"]),
        pure("Issuing", ["Explaining", "Wire", "Proofs", "Verification"]),
        pure("Spooling", ["Explaining"]),
        pure("SigningMessages", ["Explaining", "Issuing", "JSONFields", "Proofs"]),

        // Edge rooms.
        edge("Sodium", ["CSodium", "Explaining", "Files", "Wire"]),
        edge("Signers", ["CPKCS11", "Explaining", "Files", "Siblings", "Sodium", "Wire"]),
        edge("Files", ["CLinux", "Explaining"]),
        edge("Threads"),
        edge("LocalSockets", ["Explaining", "Files", "Siblings"]),
        edge(
            "SigningClient",
            [
                "Explaining", "JSONFields", "LocalSockets", "Proofs", "Siblings",
                "SigningMessages", "Threads",
            ]),
        pure("JSONFields", ["Explaining"]),
        edge("QRImage", ["CQREncode", "CPNG", "Explaining"]),
        edge("ScanReading", ["CZXing", "CPNG", "CTIFF", "CTurboJPEG", "CWebP", "Explaining"]),
        edge("Siblings", ["CLinux", "Explaining", "Files"]),
        edge("Confinement", ["CLinux", "Explaining"]),
        edge("Host", ["Explaining", "Files", "Siblings"]),
        edge(
            "Checking",
            [
                "Confinement", "Explaining", "Files", "ListFiles", "Lists", "Proofs", "Reporting",
                "Siblings", "Sodium",
            ]),
        pure("DataSources", ["Explaining", "JSONFields", "Proofs", "Issuing"]),
        edge("ListFiles", ["Explaining", "Files", "JSONFields", "Wire", "Proofs", "Lists"]),
        pure("Reporting", ["Explaining", "JSONFields", "Proofs", "Lists", "Verification"]),
        edge(
            "Page",
            [
                "CCairo", "Explaining", "QRImage", "Reporting", "Verification", "Proofs", "Lists",
                "Wire",
            ]),
        pure("WebRules", ["Explaining", "JSONFields"]),
        pure(
            "PortalRules",
            [
                "DataSources", "Explaining", "Issuing", "JSONFields", "OpenIDConnect", "Proofs",
                "WebRules", "Wire",
            ]),
        pure(
            "PortalPages",
            [
                "Explaining", "Issuing", "OpenIDConnect", "PortalRules", "Proofs", "Reporting",
                "SigningMessages", "WebRules",
            ]),
        pure("OpenIDConnect", ["Explaining", "JSONFields", "Proofs", "WebRules", "Wire"]),
        edge("TokenSignatures", ["COpenSSL", "OpenIDConnect"]),
        edge("OutgoingCalls", ["CCurl", "Explaining", "Threads", "WebRules"]),
        edge("Vault", ["Explaining"]),
        edge("WebServing", ["Explaining", "WebRules"] + server),
        edge("Pocket", ["CGuichet", "DataSources", "Files", "Issuing", "JSONFields", "Wire"]),
        // The doors: every program goes through one.
        door(
            "Counter",
            [
                "Explaining", "Files", "ListFiles", "Lists", "Proofs", "Reporting", "Siblings",
                "Sodium", "Typing", "Verification", "Wire",
            ]),
        door(
            "GuichetService",
            [
                "Counter", "Explaining", "Files", "JSONFields", "ListFiles", "Lists", "Pocket",
                "Proofs", "Reporting", "Sodium", "Threads", "Verification", "WebRules",
                "WebServing", "Wire",
            ] + server),
        door(
            "JustificatifVerifier",
            [
                "Counter", "Explaining", "Files", "JSONFields", "Lists", "Proofs", "Reporting",
                "Siblings", "Sodium", "Threads", "Verification",
            ]),
        edge(
            "VectorRunning",
            [
                "Explaining",
                "Files", "JSONFields", "Counter", "ListFiles", "Lists", "Proofs", "Reporting",
                "Siblings", "Sodium", "Verification", "Wire",
            ]),
        edge(
            "Console",
            ["CLinux", "CVersion", "Explaining", "Files", "Proofs", "Typing", arguments]),
        edge("SpoolFiles", ["CLinux", "Explaining", "Files", "JSONFields", "Spooling"]),
        edge("Storage", ["Explaining", "Files", database]),
        edge("PostgreSQL", ["CPostgreSQL", "Explaining"]),
        edge(
            "Register",
            ["Explaining", "Files", "PostgreSQL", "Proofs", "Storage", "Wire", database]),
        edge(
            "Space",
            ["Explaining", "Files", "Proofs", "SigningMessages", "Sodium", "Storage", database]),

        // Doors.
        door(
            "Office",
            [
                "Checking", "Counter", "DataSources", "Explaining", "Files", "Issuing",
                "JSONFields",
                "ListFiles", "Lists", "Proofs", "QRImage", "Register", "Reporting", "Siblings",
                "SigningMessages", "Sodium", "Threads", "Verification", "Wire",
            ]),
        door(
            "SigningService",
            [
                "Counter", "Explaining", "Files", "Issuing", "JSONFields", "LocalSockets", "Office",
                "Proofs", "Register", "Siblings", "SigningMessages", "Sodium", "SpoolFiles",
                "Threads", "Wire",
            ]),
        door(
            "PortalService",
            [
                "Explaining", "Issuing", "JSONFields", "OpenIDConnect", "OutgoingCalls",
                "PortalPages", "PortalRules", "Proofs", "QRImage", "Siblings", "SigningClient",
                "SigningMessages", "Space", "Threads", "TokenSignatures", "Vault", "WebRules",
                "WebServing", "Wire",
            ] + server),
        door(
            "SpoolService",
            [
                "Checking", "Confinement", "Counter", "Explaining", "Files", "JSONFields",
                "ListFiles",
                "Lists", "Proofs", "Reporting", "Siblings", "Sodium", "SpoolFiles", "Spooling",
                "Verification",
            ]),

        // Programs.
        program(
            "justificatif",
            [
                "Checking", "Explaining",
                "Wire", "Proofs", "Lists", "Verification", "Sodium", "Files", "JSONFields",
                "ListFiles", "QRImage", "Siblings", "Counter", "Reporting", "Console",
                "Typing", "DataSources", "Host", "Issuing", "Pocket", "VectorRunning", arguments,
            ]),
        program(
            "justificatif-issuer",
            [
                "Checking", "Confinement", "Console", "Counter", "DataSources", "Explaining",
                "Files", "Host",
                "Issuing", "JSONFields", "ListFiles", "Lists", "LocalSockets", "Office", "Proofs",
                "QRImage", "Register", "Reporting", "Siblings", "Signers", "SigningService",
                "Sodium", "SpoolFiles", "Wire", arguments,
            ]),
        program(
            "justificatifd",
            [
                "Checking", "Confinement", "Console", "Counter", "Explaining", "Files",
                "JSONFields",
                "ListFiles", "Siblings", "Sodium", "SpoolFiles", "SpoolService", "Spooling",
                arguments,
            ]),
        program(
            "justificatif-guichet",
            [
                "Confinement", "Console", "Counter", "Explaining", "Files", "GuichetService",
                "Host", "Pocket", "Proofs", "Siblings", "Sodium", "WebRules", "WebServing",
                arguments,
            ]),
        program("justificatif-reader", ["Confinement", "Files", "ScanReading", "Siblings"]),
        program(
            "justificatif-page",
            [
                "Counter", "Explaining", "Wire", "Proofs", "Lists", "Verification", "Sodium",
                "Files", "JSONFields",
                "ListFiles", "Reporting", "Page", "Console", arguments,
            ]),
        program(
            "justificatif-portail",
            [
                "Confinement", "Console", "Explaining", "Files", "JSONFields", "OpenIDConnect",
                "OutgoingCalls", "PortalRules", "PortalService", "Proofs", "Siblings",
                "SigningClient", "Sodium", "Space", "Vault", "WebRules", "WebServing", arguments,
            ]),
        tests(
            "PageTests",
            [
                "Explaining",
                "Issuing", "Lists", "Page", "Proofs", "QRImage", "Reporting", "TestSupport",
                "Verification", "Wire",
            ]),
        tests("IssuingTests", ["Explaining", "Issuing", "Proofs"]),
        tests(
            "DataSourcesTests", ["Explaining", "DataSources", "Issuing", "JSONFields", "Proofs"]),
        tests("QRImageTests", ["Explaining", "QRImage", "TestSupport"]),
        tests("ScanReadingTests", ["ScanReading", "QRImage", "TestSupport"]),
        // A reader that attacks, for tests only; nothing installs it.
        .target(name: "CHostile", path: "Tests/CHostile"),
        .executableTarget(
            name: "HostileReader",
            dependencies: ["CHostile", "Confinement", "Explaining", "ScanReading"],
            path: "Tests/HostileReader", swiftSettings: house),
        tests(
            "SiblingsTests",
            [
                "Explaining",
                "Confinement", "Files", "QRImage", "Siblings", "TestSupport",
                "justificatif-reader", "HostileReader",
            ]),
        .target(
            name: "TestSupport",
            dependencies: ["CSodium", "Lists", "Proofs", "Sodium", "Verification", "Wire"],
            path: "Tests/TestSupport", swiftSettings: house),
        tests("WireTests", ["TestSupport", "Wire"]),
        tests("TypingTests", ["Typing", "Wire"]),
        tests("ProofsTests", ["Explaining", "Proofs", "TestSupport", "Wire"]),
        tests("ListsTests", ["Explaining", "Lists", "Proofs", "Sodium", "TestSupport", "Wire"]),
        tests(
            "ListFilesTests",
            [
                "Explaining", "Files", "JSONFields", "ListFiles", "Lists", "Proofs", "TestSupport",
                "Wire",
            ]),
        tests(
            "OfficeTests",
            [
                "Checking", "Counter", "Explaining", "Files", "Issuing", "JSONFields", "ListFiles",
                "Lists",
                "Office", "Proofs", "QRImage", "Register", "Siblings", "SigningMessages",
                "Sodium", "TestSupport", "Verification", "Wire",
            ]),
        tests(
            "SigningMessagesTests",
            ["Explaining", "Issuing", "JSONFields", "Proofs", "SigningMessages", "TestSupport"]),
        tests(
            "SigningServiceTests",
            [
                "Counter", "Explaining", "Issuing", "JSONFields", "LocalSockets", "Office",
                "Proofs",
                "Register", "Siblings", "SigningClient", "SigningMessages", "SigningService",
                "Sodium", "SpoolFiles", "TestSupport", "Threads", "Verification", "Wire",
            ]),
        tests(
            "SpaceTests",
            [
                "Explaining", "Proofs", "SigningMessages", "Sodium", "Space", "TestSupport",
                "Threads", "Wire",
            ]),
        tests(
            "RegisterTests",
            ["Explaining", "Proofs", "Register", "Storage", "TestSupport", database]),
        tests("SpoolingTests", ["Spooling", "TestSupport"]),
        tests(
            "SpoolFilesTests", ["Files", "SpoolFiles", "Spooling", "TestSupport"]),
        tests(
            "SpoolServiceTests",
            [
                "Checking", "Counter", "Explaining", "Files", "JSONFields", "ListFiles", "Lists",
                "Proofs",
                "Siblings", "SpoolFiles", "SpoolService", "Spooling", "TestSupport",
                "Verification", "justificatif-reader",
            ]),
        tests(
            "DaemonTests",
            [
                "ListFiles", "Lists", "Proofs", "QRImage", "TestSupport", "justificatifd",
                "justificatif-reader",
            ]),
        tests(
            "CommandTests",
            [
                "TestSupport", "justificatif", "justificatif-guichet", "justificatif-issuer",
                "justificatifd",
                "justificatif-reader", "justificatif-page", "HostileReader", arguments,
            ]),
        tests("VerificationTests", ["Lists", "Proofs", "TestSupport", "Verification", "Wire"]),
        tests(
            "ReportingTests",
            [
                "Explaining", "JSONFields", "Lists", "Proofs", "Reporting", "TestSupport",
                "Verification",
            ]),
        tests("SodiumTests", ["Explaining", "Files", "Sodium", "TestSupport", "Wire"]),
        tests("SignersTests", ["Explaining", "Signers", "Sodium", "TestSupport", "Wire"]),
        tests(
            "IssuanceTests",
            ["Explaining", "Issuing", "Proofs", "TestSupport", "Verification", "Wire"]),
        tests(
            "CounterTests",
            [
                "Counter", "Explaining", "Files", "ListFiles", "Lists", "Proofs", "QRImage",
                "Siblings", "Sodium", "TestSupport", "Verification", "justificatif-reader",
            ]),
        tests("FilesTests", ["Explaining", "Files", "TestSupport"]),
        tests(
            "ExplainingTests",
            [
                "Counter", "Explaining", "Files", "GuichetService", "Issuing", "JSONFields",
                "Lists", "LocalSockets", "Office", "OpenIDConnect", "OutgoingCalls", "Page",
                "PortalPages", "PostgreSQL", "Proofs", "QRImage", "Register", "ScanReading",
                "Siblings",
                "Signers", "SigningClient", "SigningMessages", "SigningService", "Sodium", "Space",
                "SpoolFiles", "Spooling", "Storage", "TestSupport", "Vault", "Verification",
                "WebRules", "WebServing", "Wire",
            ]),
        tests("HostTests", ["Host", "TestSupport"]),
        tests("JSONFieldsTests", ["Explaining", "JSONFields"]),
        tests(
            "JustificatifVerifierTests",
            [
                "Files", "JustificatifVerifier", "ListFiles", "Lists", "Proofs", "Sodium",
                "TestSupport", "justificatif-reader",
            ]),
        tests(
            "VectorRunningTests",
            [
                "Explaining", "JSONFields", "Siblings", "TestSupport", "VectorRunning",
                "justificatif-reader",
            ]),
        tests("ConsoleTests", ["Explaining", "Console"]),
        // Replays what the fuzzer found; the nested package Tests/Fuzz compiles the same targets.
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "DataSources", "Issuing", "JSONFields", "ListFiles", "Lists", "Proofs",
                "ScanReading", "Siblings", "Sodium", "Spooling", "TestSupport", "Typing",
                "Verification", "Wire",
            ],
            path: "Tests/Fuzz/Targets", swiftSettings: house),
        tests(
            "GuichetServiceTests",
            [
                "Explaining", "Files", "GuichetService", "JSONFields", "Proofs", "Sodium",
                "TestSupport", "WebRules",
            ]),
        tests("ThreadsTests", ["Threads"]),
        tests("WebRulesTests", ["Explaining", "JSONFields", "WebRules"]),
        tests(
            "WebServingTests", ["Explaining", "Threads", "WebRules", "WebServing"] + server),
        tests(
            "OpenIDConnectTests",
            ["Explaining", "JSONFields", "OpenIDConnect", "Proofs", "Sodium", "WebRules", "Wire"]),
        tests(
            "PortalRulesTests",
            [
                "Explaining", "Issuing", "JSONFields", "OpenIDConnect", "PortalRules", "Proofs",
                "TestSupport", "WebRules", "Wire",
            ]),
        tests(
            "PortalPagesTests",
            [
                "Explaining", "Issuing", "JSONFields", "OpenIDConnect", "PortalPages",
                "PortalRules", "Proofs", "SigningMessages", "WebRules", "Wire",
            ]),
        tests("TokenSignaturesTests", ["OpenIDConnect", "TokenSignatures"]),
        tests("OutgoingCallsTests", ["OutgoingCalls", "WebRules"]),
        tests("VaultTests", ["Vault"]),
        tests("TidyTests", ["TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
)
