import LecternBriefing

/// The head of a request, as far as a preview needs it (RFC 9112); a body is never read.
struct HTTPRequest: Equatable {
  var method: String
  /// The path without the slash at its beginning, decoded; nil for one that leads anywhere but down.
  var path: String?
  /// The words after the question mark, as written.
  var query: String
  /// By their names in lower case.
  var headers: [String: String]

  /// Reads the bytes up to the empty line; nil when they are no request.
  init?(_ head: [UInt8]) {
    let lines = head.split(separator: 0x0A).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    guard let first = lines.first.map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else {
      return nil
    }
    method = String(words[0])
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = target.count > 1 ? String(target[1]) : ""
    path = Self.path(String(target[0]))
    headers = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
        return nil
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[line.index(after: colon)...], as: UTF8.self)
      // A name that stands twice is a way to smuggle; nobody who is honest sends `Host` twice.
      guard headers.updateValue(value.filter { $0 != "\r" }.trimmingSpaces, forKey: name) == nil
      else { return nil }
    }
  }

  /// A path as it is looked up: decoded once, without parts that climb or hide.
  private static func path(_ target: String) -> String? {
    let decoded = AddressReader.percentDecoded(String(target.dropFirst()))
    let parts = decoded.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = !decoded.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" }
    let climbs = parts.contains { $0 == ".." || $0 == "." }
    return isPlain && !climbs ? decoded : nil
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    guard let first = firstIndex(where: { $0 != " " && $0 != "\t" }),
      let last = lastIndex(where: { $0 != " " && $0 != "\t" })
    else { return "" }
    return String(self[first...last])
  }
}
