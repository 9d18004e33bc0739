import LecternSource

/// The address under which a site can be reached.
public enum SiteAddress {
  /// A whole `https` or `http` address without a slash at its end; nil for anything else.
  public static func read(_ written: String) -> String? {
    let address = written.trimmed
    guard let scheme = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) })
    else { return nil }
    let rest = address.dropFirst(scheme.count)
    let isPlain = rest.utf8.allSatisfy {
      $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0)
    }
    guard let first = rest.first, first != "/", first != ":", isPlain else { return nil }
    var end = rest[...]
    while end.hasSuffix("/") { end = end.dropLast() }
    return scheme + end
  }
}
