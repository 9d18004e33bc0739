public import LecternSource

/// A diagram with what every kind of diagram has.
public struct Figure: Sendable {
  /// What is drawn.
  public var body: any FigureKind
  /// What it is called.
  public var title: String?
  /// What it says in a sentence or two, when the author wrote it.
  public var summary: String?
  /// Where its numbers come from.
  public var source: [Inline]
  /// With which step its first item is revealed, when its items come one at a time; each further item has the next.
  public var firstStep: Int?
  /// Where it stands.
  public var span: Span

  /// The step with which its last item is revealed; nil when all are there at once.
  public var lastStep: Int? { firstStep.map { $0 + body.itemCount - 1 } }
}

/// A kind of diagram: what its YAML holds.
///
/// A new kind is a file with its body, one with its drawing beside the views, and a line in the registry.
public protocol FigureKind: Sendable {
  /// The fence word.
  static var name: String { get }
  /// The problems that only this kind can have.
  static var codes: [Diagnostic.Code] { get }
  /// Reads the body; nil when it cannot be drawn, with the reason among the body's problems.
  static func read(_ body: inout FigureBody) -> Self?
  /// The number of things that can come one at a time, at least one.
  var itemCount: Int { get }
  /// What it holds, a line for each thing, for dumps.
  var dump: [String] { get }
}

/// The kinds of figures that a fence can name.
public struct FigureRegistry: Sendable {
  /// The kinds in the order of the documentation.
  public let kinds: [any FigureKind.Type]

  /// Makes a registry.
  public init(_ kinds: [any FigureKind.Type]) {
    self.kinds = kinds
  }

  /// The kind of a fence word in lower case.
  public func kind(named name: String) -> (any FigureKind.Type)? { kinds.first { $0.name == name } }

  /// Every kind that Lectern knows.
  public static let standard = FigureRegistry([
    Balance.self,
    Chart.self,
    Timeline.self,
    Spectrum.self,
    Network.self,
    Matrix.self,
  ])
}
