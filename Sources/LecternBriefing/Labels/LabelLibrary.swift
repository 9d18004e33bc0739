/// The labels of every language that a project has.
public struct LabelLibrary: Sendable {
  private let byLanguage: [String: Labels]
  private let fallback: Labels

  /// Makes a library; `fallback` speaks for languages that are not in it.
  public init(_ labels: [Labels], fallback: Labels) {
    byLanguage = Dictionary(
      labels.map { ($0.language.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    self.fallback = fallback
  }

  /// The labels of a language: those of its tag, else of its first part; nil when it has none.
  public func labels(for language: String) -> Labels? {
    let tag = language.lowercased()
    return byLanguage[tag] ?? byLanguage[String(tag.prefix { $0 != "-" })]
  }

  /// The labels of a language, or English ones.
  public subscript(_ language: String) -> Labels {
    var labels = labels(for: language) ?? fallback
    labels.language = language
    return labels
  }
}
