/// An engine on this machine.
struct FoundEngine: Sendable, Equatable {
  var engine: PDFEngine
  /// The path of its program.
  var path: String
  /// Its version, up to the first point.
  var version: Int
}

/// Looks for engines: by the variable that names one, else by their usual names on the PATH.
struct EngineFinder: Sendable {
  let environment: [String: String]
  let files: FileStore

  /// The first of some engines that is there and new enough.
  ///
  /// Versions are asked for, since a program's name tells nothing: Debian 12 has a WeasyPrint that is too old.
  func find(_ engines: [PDFEngine]) async throws(MachineError) -> FoundEngine {
    var reasons: [String] = []
    for engine in engines {
      let paths = try paths(of: engine)
      if paths.isEmpty { reasons.append("\(engine.name) was not found") }
      for path in paths {
        guard let version = await version(of: path) else {
          reasons.append("\(path) does not say its version")
          continue
        }
        if version >= engine.oldestVersion {
          return FoundEngine(engine: engine, path: path, version: version)
        }
        reasons.append("\(path) is version \(version), \(engine.oldestVersion) is needed")
      }
    }
    let variables = engines.map(\.variable).joined(separator: " or ")
    throw MachineError(
      "print", "a PDF",
      "\(reasons.joined(separator: "; ")) (install one, or name its program in \(variables))")
  }

  /// The programs that may be the engine; with the variable no other is tried.
  private func paths(of engine: PDFEngine) throws(MachineError) -> [String] {
    if let named = environment[engine.variable], !named.isEmpty {
      guard let path = path(of: named) else {
        throw MachineError(
          "print", "a PDF", "\(engine.variable) names \(named), which is no program")
      }
      return [path]
    }
    return engine.programs.compactMap(path(of:))
  }

  /// Where a program is; a name with a slash is a path already.
  private func path(of program: String) -> String? {
    if program.contains("/") { return isProgram(program) ? program : nil }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    // A folder that is not named from the top would mean another one in each working folder.
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(program)" }.first(
      where: isProgram)
  }

  private func isProgram(_ path: String) -> Bool {
    files.kind(path) == .file && files.isExecutable(path)
  }

  /// The first number of what a program says when it is asked for its version.
  private func version(of path: String) async -> Int? {
    guard let folder = try? TemporaryFolder(environment, files) else { return nil }
    defer { folder.remove() }
    let run = ExternalProgram(
      path: path, arguments: ["--version"], folder: folder.path,
      environment: environment, limits: .init(seconds: 20))
    guard let output = try? await run.run() else { return nil }
    return output.split { !$0.isNumber && $0 != "." }.first { $0.first?.isNumber == true }.flatMap {
      Int($0.prefix(while: \.isNumber))
    }
  }
}
