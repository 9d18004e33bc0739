public import LecternSource
import LecternYAML

/// A centre and what it is tied to.
///
/// ```network
/// hub: Link worker
/// nodes: [Client, GP, Community group]
/// links:
///   - [Client, GP]
/// ```
public struct Network: FigureKind {
  /// The fence word.
  public static let name = "network"
  /// The problems that only this kind can have.
  public static let codes: [Diagnostic.Code] = [.networkNodeRepeated, .networkLinkWrong]

  /// What stands in the middle.
  public let hub: String
  /// What the hub is tied to, in the author's order.
  public let nodes: [String]
  /// Which of the nodes are tied to each other, as their numbers from 0.
  public let links: [Link]

  /// A tie between two nodes.
  public struct Link: Sendable, Equatable {
    /// The node that the author names first.
    public var from: Int
    /// The other one.
    public var to: Int
  }

  /// The most nodes.
  static let mostNodes = 24
  /// The most links.
  static let mostLinks = 60

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Network? {
    let hub = body.requiredText("hub", in: name)
    let nodes = body.requiredTexts("nodes", in: name, limit: mostNodes)
    let written = body.reader.value("links")
    guard let hub, let nodes else { return nil }
    let names = nodes.map(\.text)
    var isRight = true
    for (index, node) in nodes.enumerated()
    where names[..<index].contains(node.text) || node.text == hub {
      body.reader.report([.networkNodeRepeated(node.text, at: node.span)])
      isRight = false
    }
    let links = written.map { self.links($0, names, &body) } ?? []
    guard isRight, let links else { return nil }
    return Network(hub: hub, nodes: names, links: links)
  }

  private static func links(
    _ value: YAMLValue, _ names: [String], _ body: inout FigureBody
  ) -> [Link]? {
    guard let list = value.list else {
      body.reader.wrongType("links", "a list of pairs", value, example: "links: [[One, Two]]")
      return nil
    }
    guard list.count <= mostLinks else {
      body.reader.report([.figureTooLarge(list.count, limit: mostLinks, at: value.span)])
      return nil
    }
    var links: [Link] = []
    for value in list {
      guard let link = link(value, names, &body) else { continue }
      if links.contains(where: { Set([$0.from, $0.to]) == [link.from, link.to] }) {
        body.reader.report([
          .networkLinkRepeated(names[link.from], names[link.to], at: value.span)
        ])
      }
      links.append(link)
    }
    return links.count == list.count ? links : nil
  }

  private static func link(
    _ value: YAMLValue, _ names: [String], _ body: inout FigureBody
  ) -> Link? {
    guard let pair = value.list, pair.count == 2 else {
      body.reader.report([.networkLinkNoPair(value, at: value.span)])
      return nil
    }
    let ends = pair.compactMap { end -> Int? in
      guard let name = body.reader.text(of: end, named: "links")?.collapsed else { return nil }
      if let index = names.firstIndex(of: name) { return index }
      body.reader.report([.networkLinkUnknown(name, among: names, at: end.span)])
      return nil
    }
    guard ends.count == 2 else { return nil }
    guard ends[0] != ends[1] else {
      body.reader.report([.networkLinkToItself(names[ends[0]], at: pair[1].span)])
      return nil
    }
    return Link(from: ends[0], to: ends[1])
  }

  /// The number of things that can come one at a time.
  public var itemCount: Int { nodes.count }

  /// What it holds, a line for each thing.
  public var dump: [String] {
    ["hub \(hub.debugDescription)"] + nodes.map { "node \($0.debugDescription)" }
      + links.map { "link \(nodes[$0.from].debugDescription) \(nodes[$0.to].debugDescription)" }
  }
}

extension Diagnostic.Code {
  fileprivate static let networkNodeRepeated = Self(
    "network-node-repeated", .error,
    summary: "A node of a network is listed twice.",
    remedy: "Keep one of them, or give the other another name.")
  fileprivate static let networkLinkWrong = Self(
    "network-link-wrong", .error,
    summary: "A link of a network does not tie two of its nodes.",
    remedy: "Write the names of two nodes: `- [One, Two]`.")
}

extension Diagnostic {
  fileprivate static func networkNodeRepeated(_ name: String, at span: Span) -> Self {
    Self(
      .networkNodeRepeated, "the node `\(name)` is named a second time", at: span,
      help: "keep one of them, or give this one another name")
  }

  fileprivate static func networkLinkUnknown(
    _ name: String, among names: [String], at span: Span
  ) -> Self {
    let nearest = NearestName.of(name, among: names)
    return Self(
      .networkLinkWrong, "`\(name)` is none of the nodes", at: span,
      help: nearest.map { "write `\($0)`" } ?? "add `\(name)` to `nodes:`")
  }

  fileprivate static func networkLinkNoPair(_ value: YAMLValue, at span: Span) -> Self {
    let found = value.list.map { "a list of \($0.count)" } ?? value.kindName
    return Self(
      .networkLinkWrong, "a link is a pair of nodes, not \(found)", at: span,
      help: "write the names of two nodes, as in `- [One, Two]`")
  }

  fileprivate static func networkLinkRepeated(
    _ one: String, _ other: String, at span: Span
  ) -> Self {
    Self(
      .networkLinkWrong, "`\(one)` and `\(other)` are linked a second time", at: span,
      help: "keep one of the links")
  }

  fileprivate static func networkLinkToItself(_ name: String, at span: Span) -> Self {
    Self(
      .networkLinkWrong, "`\(name)` is linked to itself", at: span,
      help: "write the names of two nodes")
  }
}
