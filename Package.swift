// swift-tools-version: 6.2
// The targets stand in the order of the data's way: read, check and compute, compose and render, seal.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// A program that needs no Swift where it runs, and is there in half the time: loading and binding the
// shared libraries takes longer than making a small packet. Foundation comes by way of dependencies;
// the libraries that it needs itself are not found when these are compiled against the shared one.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
      "-l_FoundationCollections", "-lstdc++",
    ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "review-packet",
  products: [
    .executable(name: "review-packet", targets: ["review-packet"]),
    // For Fuzz/ alone: it is no interface.
    .library(
      name: "FuzzedModules",
      targets: ["SeasonReading", "PacketDocuments", "XMLTools", "ReviewModel", "TestSupport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What a processor can do and Swift has no word for; a header, nothing to link.
    .systemLibrary(name: "CProcessor"),
    // Values and exact arithmetic: no clock, locale, file or float can get in.
    .target(name: "ReviewModel", dependencies: ["CProcessor"], swiftSettings: strict),
    // Input bytes become rows or findings; knows no rule about money.
    .target(
      name: "SeasonReading",
      dependencies: [
        "ReviewModel", "CProcessor", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // Pure checks and figures; can't read, print or render.
    .target(name: "ReviewRules", dependencies: ["ReviewModel"], swiftSettings: strict),
    // libxml2 as Debian ships it, and the only code that calls C libraries.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "XMLTools", dependencies: ["CLibXML2"], swiftSettings: strict),
    // A packet becomes files: the rules are out of reach here, so the packet alone is enough.
    .target(
      name: "PacketDocuments", dependencies: ["ReviewModel", "XMLTools"], swiftSettings: strict),
    // Whole-or-nothing writing and manifests; knows bytes and paths, no money.
    .target(
      name: "PacketStore",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    // Commands, language, exit codes; the only one that knows the order of the stages.
    .executableTarget(
      name: "review-packet",
      dependencies: [
        "ReviewModel", "SeasonReading", "ReviewRules", "PacketDocuments", "PacketStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: standalone),
    // Temporary folders, processes, seeded numbers, goldens: for tests alone.
    .target(name: "TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ReviewModelTests", dependencies: ["ReviewModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SeasonReadingTests", dependencies: ["SeasonReading", "ReviewModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReviewRulesTests",
      dependencies: ["ReviewRules", "SeasonReading", "ReviewModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "XMLToolsTests", dependencies: ["XMLTools", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PacketDocumentsTests",
      dependencies: [
        "PacketDocuments", "ReviewModel", "XMLTools", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PacketStoreTests", dependencies: ["PacketStore", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    // The built binary as a user runs it, and the commands' own parts.
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "review-packet", "PacketDocuments", "ReviewRules", "ReviewModel", "TestSupport",
      ],
      swiftSettings: strict),
  ]
)
