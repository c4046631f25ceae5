// swift-tools-version: 6.2

import PackageDescription

// A program of your own: quorumlab with one more strategy and one more detector. All it needs of
// quorumlab is the product QuorumLab.
let package = Package(
  name: "example",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "quorumlab", path: "../..")],
  targets: [
    .executableTarget(
      name: "Example",
      dependencies: [.product(name: "QuorumLab", package: "quorumlab")],
      path: ".", exclude: ["example.json"])
  ]
)
