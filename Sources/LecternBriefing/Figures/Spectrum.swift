public import LecternSource
import LecternYAML

/// Places between two poles.
///
/// ```spectrum
/// from: Light touch
/// to: Holistic
/// points:
///   - what: Signposting
///     at: 0.1
/// ```
public struct Spectrum: FigureKind {
  /// The fence word.
  public static let name = "spectrum"
  /// The problems that only this kind can have.
  public static let codes: [Diagnostic.Code] = [.spectrumPointOutside]

  /// The pole at 0.
  public let from: String
  /// The pole at 1.
  public let to: String
  /// What lies between them, in the author's order.
  public let points: [Point]

  /// One place.
  public struct Point: Sendable, Equatable {
    /// What lies there.
    public var what: String
    /// How far it is from the first pole to the second, from 0 to 1.
    public var at: FigureNumber
  }

  /// The most points.
  static let mostPoints = 40

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Spectrum? {
    let from = body.requiredText("from", in: name)
    let to = body.requiredText("to", in: name)
    let points = body.requiredList(
      "points", in: name, limit: mostPoints, example: "[{what: Signposting, at: 0.1}]"
    ).flatMap { values in
      body.items(values, called: "point", point)
    }
    guard let from, let to, let points else { return nil }
    return Spectrum(from: from, to: to, points: points)
  }

  private static func point(_ body: inout FigureBody) -> Point? {
    let what = body.requiredText("what", in: "point")
    guard let value = body.reader.value("at") else {
      body.reader.report([
        .figureKeyMissing("at", "point", at: body.reader.span(of: "at") ?? body.span)
      ])
      return nil
    }
    guard
      let at = body.number(
        value, named: "at", help: "write a number from 0 to 1, as in `at: 0.5`")
    else { return nil }
    guard at.value <= 1 else {
      body.reader.report([.spectrumPointOutside(at.written, at: value.span)])
      return nil
    }
    return what.map { Point(what: $0, at: at) }
  }

  /// The number of things that can come one at a time.
  public var itemCount: Int { points.count }

  /// What it holds, a line for each thing.
  public var dump: [String] {
    ["from \(from.debugDescription) to \(to.debugDescription)"]
      + points.map { "\($0.what.debugDescription) at \($0.at.written)" }
  }
}

extension Diagnostic.Code {
  fileprivate static let spectrumPointOutside = Self(
    "spectrum-point-outside", .error,
    summary: "A point of a spectrum lies beyond its poles.",
    remedy: "Write a number from 0, the first pole, to 1, the second.")
}

extension Diagnostic {
  fileprivate static func spectrumPointOutside(_ at: String, at span: Span) -> Self {
    Self(
      .spectrumPointOutside, "`\(at)` lies beyond the poles", at: span,
      help: "write a number from 0, at `from`, to 1, at `to`")
  }
}
