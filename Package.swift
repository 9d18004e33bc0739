// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A target of this package; `ARCHITECTURE.md` says who may depend on whom, and a test holds both to it.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A target of tests.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "lectern",
  products: [.executable(name: "lectern", targets: ["lectern"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    // Its paths are those of the package above, except where the system has the same.
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CMessageDigest",
      pkgConfig: "libmd",
      providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CHarfBuzz",
      pkgConfig: "harfbuzz-subset",
      providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
    .systemLibrary(
      name: "CBrotli",
      pkgConfig: "libbrotlienc",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CDefaults", exclude: ["preview"]),
    .target(name: "CLineBreak", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(
      name: "CWOFF2",
      linkerSettings: [.linkedLibrary("woff2dec"), .linkedLibrary("stdc++")]),
    .target(name: "CXXHash"),
    .target(name: "CExchange"),
    .target(name: "CNormalisation", linkerSettings: [.linkedLibrary("icuuc")]),
    module("LecternSource", []),
    module("LecternMarkdown", ["LecternSource", "CCmarkGFM"]),
    module("LecternYAML", ["LecternSource", .product(name: "Yams", package: "Yams")]),
    module("LecternBriefing", ["LecternSource", "LecternYAML", "LecternMarkdown"]),
    module(
      "LecternTypography",
      ["LecternSource", "LecternYAML", "CBrotli", "CHarfBuzz", "CLineBreak", "CWOFF2"]),
    module("LecternViews", ["LecternSource", "LecternBriefing", "LecternTypography"]),
    module(
      "LecternChecks", ["LecternSource", "LecternBriefing", "LecternViews", "CNormalisation"]),
    module(
      "LecternHTML",
      [
        "LecternSource", "LecternMarkdown", "LecternBriefing", "LecternTypography", "LecternViews",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    module(
      "LecternBuild",
      [
        "LecternSource", "LecternYAML", "LecternMarkdown", "LecternBriefing", "LecternTypography",
        "LecternViews", "LecternChecks", "LecternHTML", "CDefaults", "CExchange", "CMessageDigest",
        "CXXHash",
        "CZlib",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    module(
      "LecternPreview",
      ["LecternSource", "LecternBriefing", "LecternViews", "LecternHTML", "LecternBuild"]),
    .executableTarget(
      name: "lectern",
      dependencies: [
        "LecternSource", "LecternMarkdown", "LecternBriefing", "LecternViews", "LecternChecks",
        "LecternHTML", "LecternBuild", "LecternPreview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["LecternSource", "LecternMarkdown", "LecternBriefing", "LecternBuild"],
      path: "Tests/Support", swiftSettings: strict),
    tests("LecternMarkdownTests", ["LecternSource", "LecternMarkdown", "LecternHTML"]),
    tests(
      "LecternBuildTests",
      [
        "LecternSource", "LecternMarkdown", "LecternBriefing", "LecternViews", "LecternHTML",
        "LecternTypography", "LecternChecks", "LecternBuild",
      ]),
    tests("LecternPreviewTests", ["LecternSource", "LecternBuild", "LecternPreview"]),
    tests("ProjectTests", ["LecternSource", "LecternChecks", "LecternBuild", "lectern"]),
  ],
  swiftLanguageModes: [.v6]
)

// Built by Scripts/fuzz alone: the executable links against libFuzzer, which only an instrumented build has.
if Context.environment["LECTERN_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "lectern-fuzz",
      dependencies: [
        "LecternSource", "LecternBriefing", "LecternViews", "LecternBuild", "TestSupport",
        "CFuzzer",
      ],
      path: "Fuzz/Sources", swiftSettings: strict,
      // The system's own linker stumbles over what libFuzzer's archive holds for debuggers.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
}
