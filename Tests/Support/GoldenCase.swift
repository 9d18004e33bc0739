public import LecternBuild
import LecternSource

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One case of a golden file: an input, what each named stage makes of it, and its diagnostics.
public struct GoldenCase: Sendable, CustomStringConvertible {
  /// The case's name, unique in all files.
  public let name: String
  /// The file that it stands in, below `Tests/Goldens`.
  public let file: String
  /// What an author would have written.
  public let input: String
  /// The input with one mistake each, at the places that it marks; see `NearMiss`.
  let mistakes: [(words: (right: String, wrong: String), text: String)]
  /// The expected results by stage, in the order of the file.
  public let sections: [(stage: String, expected: String)]

  /// The case's name, for test reports.
  public var description: String { name }

  /// The stages that a section can be named for.
  static let stages: Set<String> = [
    "tree", "briefing", "deck", "report", "fragment", "deck page", "report page", "diagnostics",
  ]

  /// Every case of every golden file, sorted by file.
  public static func all() throws -> [GoldenCase] {
    var cases: [GoldenCase] = []
    for file in try FileStore.disk.files(below: "\(Repository.root)/Tests/Goldens") {
      guard file.hasSuffix(".test") else { throw GoldenProblem("\(file) is no golden file") }
      let text = String(
        decoding: try FileStore.disk.read("\(Repository.root)/Tests/Goldens/\(file)"), as: UTF8.self
      )
      guard text.utf8.count <= 32_000 else { throw GoldenProblem("\(file) is larger than 32 kB") }
      cases += try parse(text, file)
    }
    let names = cases.map(\.name)
    guard Set(names).count == names.count else {
      throw GoldenProblem(
        "two cases are called \(names.sorted().first { name in names.count { $0 == name } > 1 } ?? "")"
      )
    }
    return cases
  }

  private static func parse(_ text: String, _ file: String) throws -> [GoldenCase] {
    var cases: [GoldenCase] = []
    for part in ("\n" + text).split(separator: "\n=== ", omittingEmptySubsequences: true) {
      guard let end = part.firstIndex(of: "\n") else { continue }
      let name = String(part[..<end])
      var sections: [(stage: String, expected: String)] = []
      for section in part[end...].components(separatedBy: "\n--- ").dropFirst() {
        guard let lineEnd = section.firstIndex(of: "\n") else {
          sections.append((section, ""))
          continue
        }
        sections.append(
          (String(section[..<lineEnd]), String(section[section.index(after: lineEnd)...])))
      }
      guard let input = sections.first, input.stage == "input" else {
        throw GoldenProblem("\(name) has no input")
      }
      let results = sections.dropFirst()
      guard results.last?.stage == "diagnostics" else {
        throw GoldenProblem("\(name) does not end in diagnostics")
      }
      if let unknown = results.first(where: { !stages.contains($0.stage) }) {
        throw GoldenProblem("\(name) names the stage \(unknown.stage), which there is not")
      }
      let marked = MarkedText(unescaped(input.expected))
      cases.append(
        GoldenCase(
          name: name, file: file, input: marked.right, mistakes: marked.mistakes,
          sections: results.map { ($0.stage, trimmed($0.expected)) }))
    }
    return cases
  }

  /// What a stage makes of the input.
  public func result(of stage: String, _ compiler: Compiler) throws -> String {
    let file = SourceFile(path: "case.md", text: input)
    let briefing = BriefingFile(path: "case.md")
    let text =
      switch stage {
      case "diagnostics":
        try compiler.render(file, briefing, to: .report).diagnostics.map(Self.line).joined(
          separator: "\n")
      case "fragment":
        String(decoding: try compiler.render(file, briefing, to: .fragment).bytes, as: UTF8.self)
      case "deck page": Self.body(try compiler.render(file, briefing, to: .deck).bytes)
      case "report page": Self.body(try compiler.render(file, briefing, to: .report).bytes)
      default:
        try compiler.dump(file, briefing, stage: DumpStage(rawValue: stage) ?? .briefing).text
      }
    return Self.trimmed(text)
  }

  /// The text of a golden file with this case's results as they are now.
  public func rewritten(in text: String, _ compiler: Compiler) throws -> String {
    guard let start = ("\n" + text).range(of: "\n=== \(name)\n") else {
      throw GoldenProblem("\(name) is not in \(file)")
    }
    let offset = ("\n" + text).utf8.distance(from: ("\n" + text).startIndex, to: start)
    let from = text.utf8.index(text.startIndex, offsetBy: offset)
    let rest = text[from...]
    let end =
      rest.dropFirst(4).firstRange(of: "\n=== ").map { text.index(after: $0.lowerBound) }
      ?? text.endIndex
    let part = text[from..<end]
    guard let first = part.components(separatedBy: "\n--- ").dropFirst().first,
      let head = part.firstRange(of: "\n--- \(first)")
    else { throw GoldenProblem("\(name) has no input") }
    var new = String(part[..<head.upperBound])
    while new.hasSuffix("\n") { new.removeLast() }
    for section in sections {
      let result = try result(of: section.stage, compiler)
      new += "\n--- \(section.stage)" + (result.isEmpty ? "" : "\n\(result)")
    }
    new += end == text.endIndex ? "\n" : "\n\n"
    return String(text[..<from]) + new + String(text[end...])
  }

  /// A page without its head, which is the same for all.
  private static func body(_ page: [UInt8]) -> String {
    let text = String(decoding: page, as: UTF8.self)
    guard let start = text.range(of: "<body") else { return text }
    return String(text[start...])
  }

  private static func line(_ located: LocatedDiagnostic) -> String {
    let place = "\(located.line):\(located.column)-\(located.endLine):\(located.endColumn)"
    let diagnostic = located.diagnostic
    return
      "\(place) \(diagnostic.severity.rawValue) \(diagnostic.code.name): \(diagnostic.message) (\(diagnostic.help))"
  }

  private static func trimmed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.last?.isEmpty == true { lines = lines.dropLast() }
    while lines.first?.isEmpty == true { lines = lines.dropFirst() }
    return lines.joined(separator: "\n")
  }

  /// Lines that would look like a section's or case's begin are written with a backslash before them.
  private static func unescaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("\\---") || line.hasPrefix("\\===") ? String(line.dropFirst()) : String(line)
    }.joined(separator: "\n") + "\n"
  }
}

/// Something is wrong with the goldens themselves.
public struct GoldenProblem: Error, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension StringProtocol {
  fileprivate func range(of text: String) -> Index? { firstRange(of: text)?.lowerBound }

  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[startIndex...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }

  fileprivate subscript(_ range: PartialRangeFrom<Index>) -> SubSequence {
    self[range.lowerBound..<endIndex]
  }
}
