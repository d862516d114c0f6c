// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "annals",
    products: [
        .executable(name: "annals", targets: ["annals-command"]), .library(name: "AnnalsKit", targets: ["AnnalsKit"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        // Without its default trait, which would bring in all of Foundation.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Without its default traits, which would bring in all of Foundation.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        // What Hummingbird is made of, and hands to us.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(name: "CLibdeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "Parallel", swiftSettings: strict),
        .testTarget(name: "ParallelTests", dependencies: ["Parallel"], swiftSettings: strict),
        .target(
            name: "Git", dependencies: ["CLibgit2", "CLibdeflate", "Parallel", crypto],
            swiftSettings: strict + [.strictMemorySafety()]),
        .testTarget(name: "GitTests", dependencies: ["Git", "TestSupport"], swiftSettings: strict),
        .target(name: "Facts", dependencies: [crypto, yams], swiftSettings: strict),
        .target(name: "FactDiff", dependencies: ["Facts", "Parallel"], swiftSettings: strict),
        .target(name: "FactRepository", dependencies: ["Facts", "FactDiff", "Git", "Parallel"], swiftSettings: strict),
        .target(name: "CKernels", exclude: ["reader_kernels.inc"]),
        .target(name: "CEnglishModel", exclude: ["NOTICE", "english.model"]),
        .target(
            name: "Linguistics", dependencies: ["CEnglishModel", "CKernels"], exclude: ["Model/FORMAT.md"],
            swiftSettings: strict),
        .executableTarget(
            name: "parse-text", dependencies: ["Linguistics"], path: "Benchmarks/reader/parse-text",
            swiftSettings: strict),
        .target(
            name: "Extraction", dependencies: ["CLibxml2", "Facts", "Linguistics", subprocess, system, yams],
            exclude: ["External/extract-1.md", "External/extractors.md"], swiftSettings: strict),
        .target(
            name: "FactIndex", dependencies: ["FactDiff", "FactRepository", "Facts", "Git", grdb], swiftSettings: strict
        ),
        .executableTarget(
            name: "index-speed", dependencies: ["FactIndex", "FactRepository", "Facts", "Git"],
            path: "Benchmarks/index/index-speed", swiftSettings: strict),
        .executableTarget(
            name: "table-speed", dependencies: ["FactDiff", "FactIndex", "FactRepository", "Facts", "Git"],
            path: "Benchmarks/table/table-speed", swiftSettings: strict),
        .testTarget(
            name: "FactIndexTests",
            dependencies: [
                "FactDiff", "FactIndex", "FactRepository", "Facts", "Git", "StoryTestSupport", "TestSupport", grdb,
            ],
            swiftSettings: strict),
        .target(
            name: "Rendering", dependencies: ["FactDiff", "Facts"], exclude: ["HTML/Style", "Schemas"],
            swiftSettings: strict,
            plugins: ["EmbedPlugin"]),
        .target(name: "Web", dependencies: ["FactDiff", "Facts", "Rendering"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: ["FactDiff", "Facts", "Rendering", "TestSupport", "Web"], swiftSettings: strict),
        .target(
            name: "AnnalsKit", dependencies: ["FactDiff", "FactRepository", "Facts", "Git"], swiftSettings: strict),
        .executableTarget(
            name: "whats-new", dependencies: ["AnnalsKit"], path: "Tests/Examples/whats-new", swiftSettings: strict),
        .target(
            name: "WebServer",
            dependencies: [
                "Web",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "annals-command", dependencies: ["annals"], swiftSettings: strict),
        .executableTarget(
            name: "annals-serve",
            dependencies: [
                "annals", "Web", "WebServer", .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "annals",
            dependencies: [
                "Extraction", "FactDiff", "FactIndex", "FactRepository", "Facts", "Git", "Linguistics", "Parallel",
                "Rendering", "Web", system,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Vocabulary"], swiftSettings: strict, plugins: ["EmbedPlugin"]),
        .testTarget(
            name: "WebServerTests",
            dependencies: [
                "Web", "WebServer", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(name: "CFileCalls", path: "Benchmarks/safety/CFileCalls"),
        .target(
            name: "SafetyTrials", dependencies: ["CFileCalls", "FactDiff", "FactRepository", "Facts", "Git"],
            path: "Benchmarks/safety/Trials", swiftSettings: strict),
        .executableTarget(
            name: "safety", dependencies: ["SafetyTrials"], path: "Benchmarks/safety/Command", swiftSettings: strict),
        .executableTarget(name: "EmbedFiles"),
        .plugin(
            name: "EmbedPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"], path: "Sources/EmbedPlugin"),
        .testTarget(
            name: "FactRepositoryTests",
            dependencies: [
                "safety", "FactRepository", "FactDiff", "Facts", "Git", "StoryTestSupport", "TestSupport",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tuples", dependencies: ["Extraction", "Linguistics"], path: "Benchmarks/carb/Tuples",
            swiftSettings: strict),
        .executableTarget(
            name: "world-cases", dependencies: ["FactDiff", "Facts"], path: "Benchmarks/change/world-cases",
            swiftSettings: strict),
        .executableTarget(
            name: "value-changes", dependencies: ["FactDiff", "Facts"], path: "Benchmarks/change/value-changes",
            swiftSettings: strict),
        .executableTarget(
            name: "compatible-pairs", dependencies: ["FactDiff", "FactTestSupport", "Facts"],
            path: "Benchmarks/change/compatible-pairs", swiftSettings: strict),
        .executableTarget(
            name: "law-cases", dependencies: ["FactDiff", "FactTestSupport", "Facts", "TestSupport"],
            path: "Benchmarks/change/law-cases", swiftSettings: strict),
        .executableTarget(
            name: "store-speed", dependencies: ["FactDiff", "FactRepository", "Facts", "Git"],
            path: "Benchmarks/store/store-speed",
            swiftSettings: strict),
        .executableTarget(
            name: "change-speed", dependencies: ["FactDiff", "Facts"], path: "Benchmarks/change/change-speed",
            swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "Facts", "Linguistics", "TestSupport", system],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "annals", "annals-command", "annals-serve", "AnnalsKit", "whats-new", "Extraction", "FactDiff",
                "FactRepository", "Facts", "Git", "Linguistics", "Rendering", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FactDiffTests", dependencies: ["FactDiff", "FactTestSupport", "Facts", "TestSupport", yams],
            swiftSettings: strict),
        .target(
            name: "FactTestSupport", dependencies: ["FactDiff", "Facts", "TestSupport"], path: "Tests/FactTestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "RenderingTests", dependencies: ["Rendering", "FactDiff", "Facts", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "LinguisticsTests", dependencies: ["Linguistics", "TestSupport"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "TestSupport"], swiftSettings: strict),
        .target(
            name: "StoryTestSupport", dependencies: ["FactRepository", "Facts", "Git", "TestSupport"],
            path: "Tests/StoryTestSupport", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    ]
)
