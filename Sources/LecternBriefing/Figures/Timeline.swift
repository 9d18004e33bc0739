public import LecternSource
import LecternYAML

/// Events in order along one line.
///
/// ```timeline
/// events:
///   - when: Aug 2019
///     what: First visits
/// ```
public struct Timeline: FigureKind {
  /// The fence word.
  public static let name = "timeline"
  /// The problems that only this kind can have.
  public static let codes: [Diagnostic.Code] = []

  /// What happened, in the author's order.
  public let events: [Event]

  /// One event.
  public struct Event: Sendable, Equatable {
    /// When it was, in the author's words.
    public var when: String
    /// What it was.
    public var what: String
  }

  /// The most events.
  static let mostEvents = 40

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Timeline? {
    body.requiredList(
      "events", in: name, limit: mostEvents, example: "[{when: Aug 2019, what: First visits}]"
    ).flatMap { values in
      body.items(values, called: "event") { event in
        let when = event.requiredText("when", in: "event")
        let what = event.requiredText("what", in: "event")
        guard let when, let what else { return nil }
        return Event(when: when, what: what)
      }
    }.map(Timeline.init)
  }

  /// The number of things that can come one at a time.
  public var itemCount: Int { events.count }

  /// What it holds, a line for each thing.
  public var dump: [String] {
    events.map { "\($0.when.debugDescription) \($0.what.debugDescription)" }
  }
}
