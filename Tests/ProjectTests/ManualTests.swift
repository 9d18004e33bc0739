import TestSupport
import Testing

/// The manual page names what the program offers, and nothing else.
@Suite struct ManualTests {
  private static let commands = [
    "build", "check", "serve", "render", "export", "new", "explain", "dump",
  ]

  /// The long options that a text names.
  private func options(in text: some StringProtocol) -> Set<String> {
    let words = String(text).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return Set(words.map(String.init).filter { $0.hasPrefix("--") && $0.count > 2 })
  }

  /// The page's text by command: what stands between its `.SS` and the next heading, without roff's backslashes.
  private func sections() throws -> [String: String] {
    var sections: [String: String] = [:]
    var command: String?
    for line in try Repository.text("docs/lectern.1").split(separator: "\n") {
      if line.hasPrefix(".SS ") || line.hasPrefix(".SH ") {
        command = line.hasPrefix(".SS ") ? String(line.dropFirst(4)) : nil
      } else if let command {
        var words = String(line)
        for mark in ["\\fB", "\\fI", "\\fP", "\\"] { words = words.replacing(mark, with: "") }
        sections[command, default: ""] += words + "\n"
      }
    }
    return sections
  }

  @Test func namesEveryCommand() throws {
    let help = try Program.lectern.run(["help"], folder: Repository.root).text
    let listed = help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n").compactMap {
      $0.hasPrefix("  ") ? $0.split(separator: " ").first.map(String.init) : nil
    }
    #expect(Set(listed ?? []).subtracting(["See"]) == Set(Self.commands))
    #expect(try Set(sections().keys) == Set(Self.commands))
  }

  @Test(arguments: commands) func namesEveryOption(of command: String) throws {
    let help = try Program.lectern.run(["help", command], folder: Repository.root).text
    // These two belong to every command, and stand once, above them.
    let offered = options(in: help).subtracting(["--help", "--version"])
    #expect(options(in: try #require(sections()[command])) == offered)
  }
}
