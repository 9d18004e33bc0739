public import LecternSource

/// Looks through everything that is about to be published for what no published file may hold: comments, files of other
/// servers, and paths of the machine on which it was built.
///
/// It reads bytes and knows nothing of how they were made, so that a mistake in a writer or a template is seen. It runs in
/// every build, hence the care for speed.
public struct SiteAudit: Sendable {
  private let paths: [ByteNeedle]

  /// Makes an audit for a project in some folders, given by their full paths.
  public init(folders: [String]) {
    // A folder right below the root, such as `/work`, is no secret, and its name may be a word.
    paths = Set(folders.filter { $0.hasPrefix("/") && $0.split(separator: "/").count > 1 })
      .sorted().map(ByteNeedle.init)
  }

  /// What is wrong with a file that has a path below the site.
  public func problems(in bytes: [UInt8], path: String, shownAs shown: String)
    -> [LocatedDiagnostic]
  {
    var problems: [Diagnostic] = []
    switch BuiltFile(path: path).kind {
    case .markup: checkMarkup(bytes, &problems)
    case .styles: checkStyles(bytes, 0..<bytes.count, &problems)
    case .text: break
    case .other: return []
    }
    bytes.withUnsafeBufferPointer { buffer in
      for needle in paths {
        guard let offset = needle.first(in: buffer) else { continue }
        problems.append(.pathInBuiltFile(at: .at(offset)))
        break
      }
    }
    guard !problems.isEmpty else { return [] }
    return LocatedDiagnostic.all(problems, in: SourceFile(path: shown, bytes: bytes))
  }

  private func checkMarkup(_ bytes: [UInt8], _ problems: inout [Diagnostic]) {
    // What lies inside a piece is part of it, and is not read again and again.
    var done = 0
    for offset in Self.interestingTags(bytes) where offset >= done {
      var reader = MarkupReader(bytes, at: offset)
      let piece = reader.next()
      done = reader.offset
      switch piece {
      case .comment(let range):
        guard bytes[offset...].starts(with: "<!--".utf8) else { continue }
        problems.append(.commentInBuiltFile(at: Span(offset, range.upperBound)))
      case .open(let name, let attributes):
        if name == "style", case .raw(let range) = reader.next() {
          checkStyles(bytes, range, &problems)
        }
        for value in LoadingElement(name, attributes, in: bytes)?.addresses ?? [] {
          let address = String(decoding: bytes[value], as: UTF8.self)
          if Self.isRemote(address) {
            problems.append(.remoteFile(at: Span(value.lowerBound, value.upperBound)))
          }
        }
      default: continue
      }
    }
  }

  /// The offsets of comments and of elements that may fetch something.
  private static func interestingTags(_ bytes: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      let last = buffer.count - 5
      while offset < last {
        if buffer[offset] == UInt8(ascii: "<") {
          let next = buffer[offset + 1]
          if next == UInt8(ascii: "!") {
            offsets.append(offset)
          } else if next != UInt8(ascii: "/") {
            var start: UInt32 = 0
            for index in 1...4 {
              let byte = buffer[offset + index]
              // A slash ends a name as white space does.
              let isEnd = byte <= 0x20 || byte == UInt8(ascii: "/")
              start = start << 8 | UInt32(isEnd ? 0x20 : byte | 0x20)
            }
            if LoadingElement.mayLoad(start) { offsets.append(offset) }
          }
        }
        offset += 1
      }
    }
    return offsets
  }

  private func checkStyles(
    _ bytes: [UInt8], _ range: Range<Int>, _ problems: inout [Diagnostic]
  ) {
    for place in StyleAddresses.all(in: bytes, range) {
      let address = String(decoding: bytes[place], as: UTF8.self)
      if Self.isRemote(address) {
        problems.append(.remoteFile(at: Span(place.lowerBound, place.upperBound)))
      }
    }
  }

  /// Whether an address, or one of a set of them, leads to another server.
  private static func isRemote(_ address: String) -> Bool {
    address.split { $0 == "," || $0.isWhitespace }.contains { part in
      let part = part.lowercased()
      return ["//", "http:", "https:", "ftp:", "\\\\"].contains { part.utf8.starts(with: $0.utf8) }
    }
  }
}

extension Diagnostic.Code {
  static let commentInBuiltFile = Self(
    "comment-in-built-file", .error,
    summary: "A page that would be published holds a comment, which readers can see in its source.",
    remedy: "Take the comment out of the template; one of the form `{{! … }}` stays there.")
  static let remoteFile = Self(
    "remote-file", .error,
    summary:
      "A page or style sheet that would be published makes browsers fetch a file of another server.",
    remedy:
      "Put the file into `templates/`, or beside the briefing: no page asks the network for anything."
  )
  static let pathInBuiltFile = Self(
    "path-in-built-file", .error,
    summary:
      "A file that would be published holds the path of the project's folder on this machine.",
    remedy:
      "Write a path that begins in the project; the full one tells names of people and machines.")
}

extension Diagnostic {
  fileprivate static func commentInBuiltFile(at span: Span) -> Self {
    Self(
      .commentInBuiltFile, "a comment would be published", at: span,
      help: "take it out of the template, or write it as `{{! … }}`")
  }

  fileprivate static func remoteFile(at span: Span) -> Self {
    Self(
      .remoteFile, "browsers would fetch a file of another server", at: span,
      help: "put the file into `templates/`, or beside the briefing")
  }

  fileprivate static func pathInBuiltFile(at span: Span) -> Self {
    Self(
      .pathInBuiltFile, "the path of this project's folder would be published", at: span,
      help: "write a path that begins in the project")
  }
}
