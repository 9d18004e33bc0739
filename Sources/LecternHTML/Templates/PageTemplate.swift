public import LecternSource
import Mustache

/// The shell of a page, as a project or the built-in defaults have it.
public struct PageTemplate: Sendable {
  /// Which page it is the shell of.
  public let kind: Kind
  /// Whether it links the style sheet of the fonts that a page has to itself.
  public let linksFonts: Bool
  private let template: MustacheTemplate

  /// The pages that have a shell, and the names that each offers to its template.
  public enum Kind: String, Sendable, CaseIterable {
    case deck
    case report
    case index
    case coverage

    /// What a template may write in braces.
    public var names: [String] {
      let common = ["lang", "direction", "policy", "title", "fontStyles", "stylesheet"]
      return switch self {
      case .deck:
        common + [
          "metadata", "script", "size", "slides", "tools", "labels", "report", "labelDeck",
          "labelReport",
          "labelOpenReport",
        ]
      case .report:
        common
          + [
            "metadata", "script", "tools", "masthead", "front", "contents", "text", "deck", "home",
            "labelDeck",
            "labelSkip",
            "labelOpenDeck", "labelAllBriefings",
          ]
      case .coverage: common + ["briefing", "report", "labelReport", "standards"]
      case .index: common + ["metadata", "briefings", "keywords"]
      }
    }
  }

  /// Reads a template; nil when it cannot be used, with the reason.
  public static func read(_ file: SourceFile, kind: Kind) -> Diagnosed<PageTemplate?> {
    var diagnostics: [Diagnostic] = []
    let tags = TemplateTag.all(in: file)
    for tag in tags where !kind.names.contains(tag.name) {
      diagnostics.append(.unknownTemplateName(tag.name, kind, at: tag.span))
    }
    do {
      let template = try MustacheTemplate(string: file.text(in: file.span))
      guard diagnostics.isEmpty else { return Diagnosed(nil, diagnostics) }
      let linksFonts = tags.contains { $0.name == "fontStyles" }
      return Diagnosed(PageTemplate(kind: kind, linksFonts: linksFonts, template: template))
    } catch let error as MustacheTemplate.ParserError {
      let line = min(max(0, error.context.lineNumber - 1), file.lineStarts.count - 1)
      return Diagnosed(
        nil,
        diagnostics + [
          .templateSyntax("\(error.error)", at: place(of: error, line: line, in: file))
        ])
    } catch {
      return Diagnosed(nil, diagnostics + [.templateSyntax("\(error)", at: .at(0))])
    }
  }

  /// Where a broken template breaks: at the section that is never closed, else where the library stopped.
  private static func place(
    of error: MustacheTemplate.ParserError, line: Int, in file: SourceFile
  ) -> Span {
    var open: [TemplateTag] = []
    for tag in TemplateTag.all(in: file) {
      switch tag.sigil {
      case "#", "^": open.append(tag)
      case "/":
        guard open.last?.name == tag.name else { return tag.span }
        open.removeLast()
      default: break
      }
    }
    return open.last?.span ?? file.lineSpan(line)
  }

  /// The page with its values and parts filled in.
  func page(_ values: [String: String], _ parts: PageParts) -> [UInt8] {
    let values = values.mapValues(\.withoutControls).merging(parts.marks) { _, mark in mark }
    return parts.page(template.render(values))
  }
}

/// One tag of a template, such as `{{name}}` or `{{#name}}`.
private struct TemplateTag {
  var name: String
  var sigil: Character?
  var span: Span

  static func all(in file: SourceFile) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    let bytes = file.bytes
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), bytes[at + 1] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      let start = at
      at += 2
      while at + 1 < bytes.count,
        !(bytes[at] == UInt8(ascii: "}") && bytes[at + 1] == UInt8(ascii: "}"))
      {
        at += 1
      }
      let end = min(at + 2, bytes.count)
      var inside = file.text(in: Span(start + 2, at)).filter { !$0.isWhitespace }
      at = end
      var sigil: Character?
      if let first = inside.first, "{&#^/>!=".contains(first) {
        sigil = first
        inside.removeFirst()
      }
      if sigil == "{" { at = min(at + 1, bytes.count) }
      if sigil == "!" { continue }
      tags.append(TemplateTag(name: inside, sigil: sigil, span: Span(start, at)))
    }
    return tags
  }
}

extension Diagnostic.Code {
  static let unknownTemplateName = Self(
    "unknown-template-name", .error,
    summary: "A template asks for a name that its page does not offer.",
    remedy: "Write one of the names that the message lists.")
  static let templateSyntax = Self(
    "template-syntax", .error,
    summary: "A template cannot be read.",
    remedy: "Close every `{{#section}}` with `{{/section}}` and every `{{` with `}}`.")
}

/// Every kind of problem that writing pages can find.
package enum HTMLCodes {
  /// The codes, for the catalogue.
  package static let all: [Diagnostic.Code] = [.unknownTemplateName, .templateSyntax]
}

extension Diagnostic {
  fileprivate static func unknownTemplateName(
    _ name: String, _ kind: PageTemplate.Kind, at span: Span
  ) -> Self {
    let nearest = NearestName.of(name, among: kind.names)
    return Self(
      .unknownTemplateName, "the \(kind.rawValue) page offers no `\(name)`", at: span,
      help: nearest.map { "write `\($0)`" }
        ?? "write one of \(kind.names.sorted().map { "`\($0)`" }.joined(separator: ", "))")
  }

  fileprivate static func templateSyntax(_ reason: String, at span: Span) -> Self {
    Self(
      .templateSyntax, "the template cannot be read: \(reason)", at: span,
      help: "close every `{{#section}}` with `{{/section}}` and every `{{` with `}}`")
  }
}
