import LecternSource

/// What is wrong with a file before anybody reads it as Markdown.
enum SourceChecks {
  /// The problems of a file's bytes; an error among them means that it cannot be read.
  static func problems(in file: SourceFile) -> [Diagnostic] {
    if let offset = file.firstInvalidByte {
      return [.invalidUTF8(at: Span(offset, offset + 1))]
    }
    var problems: [Diagnostic] = []
    if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      problems.append(.byteOrderMark(at: Span(0, 3)))
    }
    if let offset = file.bytes.firstIndex(of: 0x0D) {
      problems.append(.carriageReturns(at: Span(offset, offset + 1)))
    }
    return problems
  }
}

extension Diagnostic.Code {
  static let invalidUTF8 = Self(
    "invalid-utf8", .error,
    summary: "A file is not UTF-8 text.",
    remedy: "Save it as UTF-8 in your editor.")
  static let byteOrderMark = Self(
    "byte-order-mark", .information,
    summary: "A file begins with a byte-order mark, which is not needed.",
    remedy: "Save it as UTF-8 without a byte-order mark.")
  static let carriageReturns = Self(
    "carriage-returns", .information,
    summary: "The lines of a file end as on Windows; they are read all the same.",
    remedy: "Save it with Unix line ends, so that everybody's changes compare well.")
}

extension Diagnostic {
  fileprivate static func invalidUTF8(at span: Span) -> Self {
    Self(
      .invalidUTF8, "this byte is not UTF-8 text", at: span,
      help: "save the file as UTF-8")
  }

  fileprivate static func byteOrderMark(at span: Span) -> Self {
    Self(
      .byteOrderMark, "the file begins with a byte-order mark", at: span,
      help: "save it as UTF-8 without a byte-order mark")
  }

  fileprivate static func carriageReturns(at span: Span) -> Self {
    Self(
      .carriageReturns, "the lines of this file end as on Windows", at: span,
      help: "save it with Unix line ends, or leave it: both are read")
  }
}
