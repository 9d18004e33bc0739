import LecternBuild
import TestSupport
import Testing

/// The house stays as `ARCHITECTURE.md` draws it.
@Suite struct ArchitectureTests {
  /// The rows of the target table: what each target may import.
  private func table() throws -> [String: Set<String>] {
    var rows: [String: Set<String>] = [:]
    for line in try Repository.text("ARCHITECTURE.md").split(separator: "\n")
    where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.filter { $0 != "`" } }
      guard cells.count >= 3 else { continue }
      let name = cells[0].filter { !$0.isWhitespace }
      let imports = cells[2].split { $0.isWhitespace || $0 == "," }.map(String.init).filter {
        $0 != "–"
      }
      rows[name] = Set(imports)
    }
    return rows
  }

  private func sources(below folder: String) throws -> [(path: String, text: String)] {
    try FileStore.disk.files(below: "\(Repository.root)/\(folder)").filter {
      $0.hasSuffix(".swift")
    }
    .map { ("\(folder)/\($0)", try Repository.text("\(folder)/\($0)")) }
  }

  private func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else {
        return nil
      }
      return String(words[place + 1])
    }
  }

  @Test func importsNothingThatTheTableDoesNotAllow() throws {
    let table = try table()
    for target in try FileStore.disk.names("\(Repository.root)/Sources") {
      let allowed = try #require(table[target], "ARCHITECTURE.md has no row for \(target)")
      for (path, text) in try sources(below: "Sources/\(target)") {
        for name in imports(of: text) {
          #expect(allowed.contains(name), "\(path) imports \(name)")
        }
      }
    }
  }

  /// The names in quotation marks in the declaration of each target of the package: its own, and what it depends on.
  private func declarations() throws -> [String: Set<String>] {
    let package = try Repository.text("Package.swift").split(separator: "// Built by").first ?? ""
    let starts = [".systemLibrary(", ".target(", ".executableTarget(", "module(", "tests("]
    var lines = package.split(separator: "\n").map(String.init)[...]
    var declarations: [String: Set<String>] = [:]
    while let line = lines.popFirst() {
      guard starts.contains(where: line.contains) else { continue }
      let rest = lines.prefix { line in !starts.contains(where: line.contains) }
      lines = lines.dropFirst(rest.count)
      let names = ([line] + rest).flatMap { line in
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      }
      if let name = names.first { declarations[name] = Set(names.dropFirst()) }
    }
    return declarations
  }

  @Test func declaresInThePackageWhatTheTableSays() throws {
    let declarations = try declarations()
    let table = try table()
    for (target, allowed) in table {
      let names = try #require(declarations[target], "Package.swift has no target \(target)")
      for name in names where table[name] != nil {
        #expect(allowed.contains(name), "Package.swift lets \(target) depend on \(name)")
      }
    }
    #expect(declarations["LecternHTML"]?.contains("LecternViews") == true)
  }

  @Test func writesAngleBracketsInOnePlace() throws {
    for target in [
      "LecternSource", "LecternYAML", "LecternMarkdown", "LecternBriefing", "LecternTypography",
      "LecternViews", "LecternChecks", "LecternBuild", "LecternPreview", "lectern",
    ] {
      for (path, text) in try sources(below: "Sources/\(target)") {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
          #expect(!Self.hasMarkup(line), "\(path):\(number + 1) writes markup")
        }
      }
    }
  }

  /// Whether a string literal in a line begins or ends an element: a `<` or `</`, then letters, then `>` or a space and `=`.
  private static func hasMarkup(_ line: Substring) -> Bool {
    guard let quote = line.firstIndex(of: "\"") else { return false }
    var rest = line[quote...]
    while let open = rest.firstIndex(of: "<") {
      let after = rest[rest.index(after: open)...]
      let name = after.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      let tail = after.drop { $0 == "/" }.dropFirst(name.count)
      // A message may name an element between backquotes.
      let isNamed = rest[..<open].last == "`"
      if !name.isEmpty, !isNamed,
        tail.hasPrefix(">") || (tail.hasPrefix(" ") && tail.contains("=\\\""))
      {
        return true
      }
      rest = after
    }
    return false
  }

  @Test func hasNoForbiddenShortcuts() throws {
    let forbidden = ["try!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)", " as! "]
    for (path, text) in try sources(below: "Sources") {
      for word in forbidden { #expect(!text.contains(word), "\(path) has \(word)") }
    }
  }

  @Test func keepsFilesShort() throws {
    for (path, text) in try sources(below: "Sources") {
      #expect(
        text.split(separator: "\n", omittingEmptySubsequences: false).count <= 450,
        "\(path) is long")
    }
  }
}
