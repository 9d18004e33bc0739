import LecternBriefing
import LecternSource

/// Alternative texts that do not say what a picture shows.
struct AlternativeTexts: Rule {
  static let topic = RuleTopic.accessibility
  static let source =
    "WCAG 2.2, 1.1.1; NHS digital service manual, alternative text for images"
  static let codes: [Diagnostic.Code] = [
    .alternativeTextMissing, .alternativeTextIsFileName, .alternativeTextLong,
    .alternativeTextSaysPicture, .alternativeTextRepeatsCaption,
  ]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    briefing.briefing.allBlocks.forEachInline { inline in
      if case .image(let image) = inline, let problem = problem(image) { found.append(problem) }
    }
    briefing.briefing.allBlocks.forEachBlock { block in
      guard case .picture(let picture) = block.content, let caption = picture.caption?.bare,
        !caption.isEmpty, caption == picture.image.alternative.bare
      else { return }
      found.append(.alternativeTextRepeatsCaption(at: picture.image.span))
    }
    return found
  }

  private static func problem(_ image: Image) -> Diagnostic? {
    let text = image.alternative.trimmed
    guard !text.isEmpty else { return .alternativeTextMissing(at: image.span) }
    if isFileName(text, of: image.address) {
      return .alternativeTextIsFileName(text, at: image.span)
    }
    let lower = text.lowercased()
    if let start = starts.first(where: { lower.hasPrefix($0) }) {
      return .alternativeTextSaysPicture(start.trimmed, at: image.span)
    }
    if text.count > mostLetters { return .alternativeTextLong(text.count, at: image.span) }
    return nil
  }

  /// How long an alternative text should be at most.
  private static let mostLetters = 125

  private static let starts = [
    "image of ", "picture of ", "photo of ", "photograph of ", "graphic of ",
  ]
  private static let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tiff", ".heic"]

  private static func isFileName(_ text: String, of address: Address) -> Bool {
    let lower = text.lowercased()
    if !lower.contains(" "), endings.contains(where: { lower.hasSuffix($0) }) { return true }
    guard case .relative(let path) = address, let file = path.split(separator: "/").last else {
      return false
    }
    let stem = file.prefix { $0 != "." }
    // A word such as `Map` for `map.png` may be all that there is to say; a name such as `IMG_2041` never is.
    return text == stem && text.contains { $0.isNumber || $0 == "_" || $0 == "-" }
  }
}

extension String {
  /// In small letters, without a full stop.
  fileprivate var bare: String {
    let text = collapsed.lowercased()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension Diagnostic.Code {
  static let alternativeTextMissing = Self(
    "alternative-text-missing", .information,
    summary: "A picture has no alternative text, so that it counts as decoration.",
    remedy:
      "Write what it shows between the brackets, `![what it shows](file.png)`, unless it is decoration."
  )
  static let alternativeTextIsFileName = Self(
    "alternative-text-is-file-name", .warning,
    summary: "The alternative text of a picture is the name of its file.",
    remedy: "Write what the picture shows, in a sentence.")
  static let alternativeTextLong = Self(
    "alternative-text-long", .information,
    summary: "The alternative text of a picture is longer than 125 letters.",
    remedy: "Write a sentence, and put the rest into the text below the picture.")
  static let alternativeTextSaysPicture = Self(
    "alternative-text-says-picture", .information,
    summary:
      "The alternative text of a picture says that it is one, which screen readers say by themselves.",
    remedy: "Begin with what the picture shows.")
  static let alternativeTextRepeatsCaption = Self(
    "alternative-text-repeats-caption", .information,
    summary:
      "The alternative text of a picture has the words of its caption, which are then read twice.",
    remedy: "Write what the picture shows, and into its caption what it means.")
}

extension Diagnostic {
  fileprivate static func alternativeTextRepeatsCaption(at span: Span) -> Self {
    Self(
      .alternativeTextRepeatsCaption, "the alternative text and the caption are the same", at: span,
      help: "write what the picture shows, and into its caption what it means")
  }

  fileprivate static func alternativeTextMissing(at span: Span) -> Self {
    Self(
      .alternativeTextMissing, "this picture has no alternative text", at: span,
      help: "write what it shows between the brackets, unless it is decoration")
  }

  fileprivate static func alternativeTextIsFileName(_ text: String, at span: Span) -> Self {
    Self(
      .alternativeTextIsFileName, "the alternative text `\(text.prefix(40))` is a file's name",
      at: span, help: "write what the picture shows, in a sentence")
  }

  fileprivate static func alternativeTextLong(_ count: Int, at span: Span) -> Self {
    Self(
      .alternativeTextLong, "an alternative text of \(count) letters is hard to listen to",
      at: span,
      help: "write a sentence, and put the rest into the text below the picture")
  }

  fileprivate static func alternativeTextSaysPicture(_ start: String, at span: Span) -> Self {
    Self(
      .alternativeTextSaysPicture, "the alternative text begins with `\(start)`", at: span,
      help: "begin with what the picture shows")
  }
}
