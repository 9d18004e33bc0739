public import LecternBriefing

/// The room that a drawing is made for, and how its words are set there.
public struct Canvas {
  /// The width of the drawing in pixels.
  public var width: Double
  /// The most that the drawing may be high, in pixels.
  public var height: Double
  /// The size of its smallest text in pixels.
  public var size: Double
  /// Whether spaces are as small as they can be, to make the most of the height.
  public var isTight: Bool
  /// Whether its items come one at a time.
  public var isStepped: Bool
  /// The words that Lectern adds.
  public var labels: Labels
  /// What sets words.
  let lettering: Lettering

  /// Sets a label at the size of the drawing's text, or at a multiple of it.
  package func label(
    _ text: String, width: Double = .infinity, isBold: Bool = false, scale: Double = 1
  ) -> SetLabel {
    lettering.label(text, size: size * scale, width: width, isBold: isBold)
  }

  /// A space as a part of the text's size, in pixels: the first where there is room, else the second.
  package func space(_ roomy: Double, tight: Double) -> Double { size * (isTight ? tight : roomy) }
}
