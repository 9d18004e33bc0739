import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs programs for tests: the built `lectern` and its peers.
public struct Program: Sendable {
  /// What a program printed and how it ended.
  public struct Result: Sendable {
    /// The exit code.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: [UInt8]
    /// What it wrote to standard error.
    public var errors: String
    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Where the program is.
  public let path: String

  /// The program of a path.
  public init(path: String) {
    self.path = path
  }

  /// The program of this package, as the tests' own build has made it.
  public static let lectern = Program(path: lecternPath)

  /// Where that program is.
  public static let lecternPath: String = {
    let tests = CommandLine.arguments[0]
    let folder = URL(fileURLWithPath: tests).deletingLastPathComponent().path
    return "\(folder)/lectern"
  }()

  /// A program that is on the machine, or nil.
  public static func named(_ name: String) -> Program? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }.map(Program.init)
  }

  /// Runs the program to its end.
  public func run(
    _ arguments: [String], input: [UInt8] = [], folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: a program that prints much never waits for us.
    let scratch = try ScratchFolder()
    defer { try? scratch.remove() }
    for name in ["in", "out", "err"] { try scratch.write("", to: name) }
    try Data(input).write(to: URL(fileURLWithPath: "\(scratch.path)/in"))
    process.standardInput = FileHandle(forReadingAtPath: "\(scratch.path)/in")
    process.standardOutput = FileHandle(forWritingAtPath: "\(scratch.path)/out")
    process.standardError = FileHandle(forWritingAtPath: "\(scratch.path)/err")
    try process.run()
    process.waitUntilExit()
    let output = try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/out"))
    return Result(
      status: process.terminationStatus, output: Array(output), errors: try scratch.text("err"))
  }
}
