public import LecternSource
import LecternYAML

/// What pulls against what: two loaded pans on a beam.
///
/// ```balance
/// left:
///   title: Relational
///   items: [Autonomy, Client led support]
/// right:
///   title: Transactional
///   items:
///     - text: Output targets
///       weight: 2
/// ```
public struct Balance: FigureKind {
  /// The fence word.
  public static let name = "balance"
  /// The problems that only this kind can have.
  public static let codes: [Diagnostic.Code] = [.balanceSideEmpty]

  /// The pan on the left.
  public let left: Side
  /// The pan on the right.
  public let right: Side
  /// How the beam stands.
  public let tilt: Tilt

  /// One pole and what weighs towards it.
  public struct Side: Sendable, Equatable {
    /// The pole's name.
    public var title: String
    /// What lies in the pan, first item on top.
    public var items: [Item]
    /// The weights together.
    public var weight: Double { items.reduce(0) { $0 + $1.weight.value } }
  }

  /// One thing in a pan.
  public struct Item: Sendable, Equatable {
    /// Its words.
    public var text: String
    /// How much it weighs; 1 unless the author says otherwise.
    public var weight: FigureNumber
  }

  /// How the beam stands.
  public enum Tilt: String, Sendable, CaseIterable {
    /// The heavier side is lower.
    case auto
    case left
    case right
    case level
  }

  /// The most items in one pan.
  static let mostItems = 40

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Balance? {
    let left = side("left", &body)
    let right = side("right", &body)
    let tilt = body.reader.choice("tilt", of: Tilt.allCases.map(\.rawValue)).flatMap(Tilt.init)
    guard let left, let right else { return nil }
    return Balance(left: left, right: right, tilt: tilt ?? .auto)
  }

  private static func side(_ key: String, _ body: inout FigureBody) -> Side? {
    guard let value = body.reader.value(key) else {
      body.reader.report([.figureKeyMissing(key, name, at: body.reader.span(of: key) ?? body.span)])
      return nil
    }
    var inner = FigureBody(value, name: key, span: value.span)
    let title = value.entries == nil ? nil : inner.requiredText("title", in: key)
    let list = inner.reader.value("items")
    var items: [Item] = []
    if let list, let values = list.list {
      if values.count > mostItems {
        inner.reader.report([.figureTooLarge(values.count, limit: mostItems, at: list.span)])
      } else {
        items = values.compactMap { item($0, &inner) }
      }
      if values.isEmpty { inner.reader.report([.balanceSideEmpty(key, at: list.span)]) }
    } else if let list {
      inner.reader.wrongType("items", "a list", list, example: "items: [one, two]")
    } else if value.entries != nil {
      inner.reader.report([.balanceSideEmpty(key, at: inner.reader.span(of: "items") ?? value.span)]
      )
    }
    inner.reader.finish(.figureKeyUnknown)
    body.reader.report(inner.reader.diagnostics)
    guard let title, !items.isEmpty else { return nil }
    return Side(title: title, items: items)
  }

  private static func item(_ value: YAMLValue, _ body: inout FigureBody) -> Item? {
    let one = FigureNumber(value: 1, written: "1")
    if value.entries == nil {
      return body.reader.text(of: value, named: "items").map {
        Item(text: $0.collapsed, weight: one)
      }
    }
    var inner = FigureBody(value, name: "item", span: value.span)
    let text = inner.requiredText("text", in: "item")
    var weight: FigureNumber? = one
    if let written = inner.reader.value("weight") {
      weight = inner.number(written, named: "weight")
    }
    inner.reader.finish(.figureKeyUnknown)
    body.reader.report(inner.reader.diagnostics)
    guard let text, let weight else { return nil }
    return Item(text: text.collapsed, weight: weight)
  }
}

extension Diagnostic.Code {
  fileprivate static let balanceSideEmpty = Self(
    "balance-side-empty", .error,
    summary: "A pan of a balance holds nothing.",
    remedy: "List what weighs towards that side: `items: [one, two]`.")
}

extension Diagnostic {
  fileprivate static func balanceSideEmpty(_ side: String, at span: Span) -> Self {
    Self(
      .balanceSideEmpty, "the `\(side)` side of the balance is empty", at: span,
      help: "write `items: [one, two]` below `\(side):`")
  }
}
