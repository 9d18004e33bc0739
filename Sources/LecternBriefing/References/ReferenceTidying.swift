import LecternSource

extension Reference {
  /// Brings identifiers and addresses into one form, and drops an address that no link may have.
  mutating func tidy() -> [Diagnostic] {
    if let doi = self[.doi] {
      self[.doi] = doi.firstRange(of: "10.").map { String(doi[$0.lowerBound...]) } ?? doi
    }
    if let url = self[.url], let range = url.firstRange(of: "doi.org/10."), self[.doi] == nil {
      let start = url.index(range.upperBound, offsetBy: -3)
      self[.doi] = String(url[start...])
      self[.url] = nil
    }
    guard let url = self[.url], AddressReader.read(url) == .dropped else { return [] }
    self[.url] = nil
    return [.addressDropped(url, at: span)]
  }

  /// The address of the work as its identifier has it, else where it is on the web; nil for none.
  public var address: String? { self[.doi].map { "https://doi.org/\($0)" } ?? self[.url] }
}
