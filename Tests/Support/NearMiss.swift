public import LecternBuild
import LecternSource

/// A text that looks like what a rule seeks and is right, with the one change by which it would be wrong.
///
/// A golden case whose name begins with `near-miss`, a code and a colon holds them: in its input `⟦part¦card⟧` stands for
/// `part`, and would be a mistake with `card` in its place. So a near miss is near by proof and not by its author's word.
public struct NearMiss: Sendable, CustomStringConvertible {
  /// The golden case that it stands in.
  public let golden: GoldenCase
  /// The code of the problem that it does not have.
  public let code: String
  /// The words that are right, and those that would be wrong.
  public let words: (right: String, wrong: String)
  /// The whole text with the wrong words.
  public let mistake: String

  /// What changes, for test reports.
  public var description: String { "\(golden.name): \(words.right) → \(words.wrong)" }

  /// The near misses of all golden cases.
  public static func all() throws -> [NearMiss] {
    try GoldenCase.all().flatMap { golden -> [NearMiss] in
      guard golden.name.hasPrefix("near-miss ") else {
        guard golden.mistakes.isEmpty else {
          throw GoldenProblem("\(golden.name) has near misses, and its name does not say of what")
        }
        return []
      }
      let code = golden.name.dropFirst("near-miss ".count).prefix { $0 != ":" }
      guard !golden.mistakes.isEmpty else {
        throw GoldenProblem(
          "\(golden.name) marks no words that would be wrong with `⟦right¦wrong⟧`")
      }
      return golden.mistakes.map {
        NearMiss(golden: golden, code: String(code), words: $0.words, mistake: $0.text)
      }
    }
  }

  /// The codes that a text raises.
  public static func codes(in text: String, _ compiler: Compiler) throws -> Set<String> {
    let rendered = try compiler.render(
      SourceFile(path: "case.md", text: text), BriefingFile(path: "case.md"), to: .report)
    return Set(rendered.diagnostics.map { $0.diagnostic.code.name })
  }
}

/// A text with places at which other words would be a mistake.
struct MarkedText {
  /// The text with the right words.
  let right: String
  /// The text with the wrong words at one place each.
  let mistakes: [(words: (right: String, wrong: String), text: String)]

  /// Reads `⟦right¦wrong⟧`.
  init(_ text: String) {
    var parts: [String] = []
    var choices: [(right: String, wrong: String)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "⟦"),
      let bar = rest[open...].firstIndex(of: "¦"), let close = rest[bar...].firstIndex(of: "⟧")
    {
      parts.append(String(rest[..<open]))
      choices.append(
        (String(rest[rest.index(after: open)..<bar]), String(rest[rest.index(after: bar)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    let last = String(rest)
    let text = { (wrong: Int?) -> String in
      zip(parts, choices).enumerated().map { index, pair in
        pair.0 + (index == wrong ? pair.1.wrong : pair.1.right)
      }.joined() + last
    }
    right = text(nil)
    mistakes = choices.indices.map { (choices[$0], text($0)) }
  }
}
