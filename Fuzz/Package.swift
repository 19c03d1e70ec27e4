// swift-tools-version: 6.2
// A package of its own: libFuzzer brings its own `main`, and the sanitizer must not reach the
// program's. `Scripts/fuzz` builds and runs it.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One executable per reader, so that each has its own corpus and its own coverage.
let readers = [
  "Scanner", "Roster", "Programme", "Usage", "Analytics", "Encodings", "Cells", "Templates", "XML",
]

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "review-packet", path: "..")],
  targets: [
    .target(
      name: "Fuzzing",
      dependencies: [.product(name: "FuzzedModules", package: "review-packet")],
      swiftSettings: strict)
  ]
    + readers.map { reader in
      .executableTarget(
        name: "Fuzz\(reader)",
        dependencies: [
          "Fuzzing", .product(name: "FuzzedModules", package: "review-packet"),
        ],
        swiftSettings: strict)
    }
)
