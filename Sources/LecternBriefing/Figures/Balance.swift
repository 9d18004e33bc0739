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
    let tilt = body.reader.choice("tilt", of: Tilt.self)
    guard let left, let right else { return nil }
    return Balance(left: left, right: right, tilt: tilt ?? .auto)
  }

  private static func side(_ key: String, _ body: inout FigureBody) -> Side? {
    guard let value = body.reader.value(key) else {
      body.reader.report([.figureKeyMissing(key, name, at: body.reader.span(of: key) ?? body.span)])
      return nil
    }
    return body.nested(value, called: key) { side in
      let title = side.requiredText("title", in: key)
      let items = items(of: key, &side)
      guard let title, let items, !items.isEmpty else { return nil }
      return Side(title: title, items: items)
    }
  }

  private static func items(of key: String, _ side: inout FigureBody) -> [Item]? {
    guard let value = side.reader.value("items") else {
      side.reader.report([.balanceSideEmpty(key, at: side.reader.span(of: "items") ?? side.span)])
      return nil
    }
    guard let list = value.list else {
      side.reader.wrongType("items", "a list", value, example: "items: [one, two]")
      return nil
    }
    if list.isEmpty { side.reader.report([.balanceSideEmpty(key, at: value.span)]) }
    guard list.count <= mostItems else {
      side.reader.report([.figureTooLarge(list.count, limit: mostItems, at: value.span)])
      return nil
    }
    return list.compactMap { item($0, &side) }
  }

  private static func item(_ value: YAMLValue, _ side: inout FigureBody) -> Item? {
    let one = FigureNumber(value: 1, written: "1")
    guard value.entries != nil else {
      return side.text(of: value, named: "items").map { Item(text: $0, weight: one) }
    }
    return side.nested(value, called: "item") { item in
      let text = item.requiredText("text", in: "item")
      let written = item.reader.value("weight")
      let weight =
        written.map {
          item.number(
            $0, named: "weight",
            help: FigureNumber.withPoint($0).map { "write `weight: \($0)`, with a point" }
              ?? "write the digits alone, as in `weight: 2`")
        } ?? one
      guard let text, let weight else { return nil }
      return Item(text: text, weight: weight)
    }
  }

  /// The number of things that can come one at a time.
  public var itemCount: Int { left.items.count + right.items.count }

  /// What it holds, a line for each thing.
  public var dump: [String] {
    ["tilt \(tilt.rawValue)"]
      + [("left", left), ("right", right)].flatMap { key, side in
        ["\(key) \(side.title.debugDescription)"]
          + side.items.map { "  \($0.text.debugDescription) weight \($0.weight.written)" }
      }
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
