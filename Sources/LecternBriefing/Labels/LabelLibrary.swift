import Synchronization

/// The labels of every language that a project has.
public struct LabelLibrary: Sendable {
  private let byLanguage: [String: Labels]
  private let unread: [String: UnreadLabels]
  private let fallback: Labels

  /// Makes a library; `fallback` speaks for languages that are not in it, and those of `unread` are read when they are first
  /// asked for.
  public init(
    _ labels: [Labels], unread: [String: @Sendable () -> Labels] = [:], fallback: Labels
  ) {
    byLanguage = Dictionary(
      labels.map { ($0.language.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    self.unread = Dictionary(
      unread.map { ($0.key.lowercased(), UnreadLabels($0.value)) },
      uniquingKeysWith: { first, _ in first })
    self.fallback = fallback
  }

  /// The labels of a language: those of its tag, else of its first part; nil when it has none.
  public func labels(for language: String) -> Labels? {
    let tag = language.lowercased()
    return exact(tag) ?? exact(String(tag.prefix { $0 != "-" }))
  }

  private func exact(_ tag: String) -> Labels? { byLanguage[tag] ?? unread[tag]?.labels }

  /// The labels of a language, or English ones.
  public subscript(_ language: String) -> Labels {
    let own = labels(for: language)
    var labels = own ?? fallback
    labels.language = language
    labels.isStandIn = own == nil
    return labels
  }
}

/// Labels that are read once, when they are asked for.
private final class UnreadLabels: Sendable {
  private let read: @Sendable () -> Labels
  private let known = Mutex<Labels?>(nil)

  init(_ read: @escaping @Sendable () -> Labels) { self.read = read }

  var labels: Labels {
    known.withLock { known in
      let labels = known ?? read()
      known = labels
      return labels
    }
  }
}
