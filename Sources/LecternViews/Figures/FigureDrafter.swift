public import LecternBriefing
import LecternTypography

/// Draws a figure in a room, at the largest size of text at which it fits.
public struct FigureDrafter {
  let lettering: Lettering
  let labels: Labels

  /// Makes a drafter.
  public init(lettering: Lettering, labels: Labels) {
    self.lettering = lettering
    self.labels = labels
  }

  /// The drawings that fit a room, those with the largest text first.
  ///
  /// - Parameters:
  ///   - figure: what is drawn.
  ///   - width: the width of the drawing in pixels.
  ///   - height: the most that it may be high in pixels.
  ///   - isStepped: whether its items come one at a time.
  ///   - sizes: the sizes of text to try, in pixels, largest first; at the last one spaces are also tried small.
  /// - Returns: the drawings, each lower than those before it; empty when the figure cannot be drawn here.
  func drawings(
    of figure: any DrawableFigure, width: Double, height: Double, isStepped: Bool,
    sizes: [Double]
  ) -> [Drawing] {
    var drawings: [Drawing] = []
    let tight = sizes.last.map { [($0, true)] } ?? []
    for (size, isTight) in sizes.map({ ($0, false) }) + tight {
      let canvas = Canvas(
        width: width, height: height, size: size, isTight: isTight, isStepped: isStepped,
        labels: labels, lettering: lettering)
      guard var drawing = figure.drawing(on: canvas), drawing.height <= height,
        drawing.height < drawings.last?.height ?? .infinity
      else { continue }
      if figure.followsReading, lettering.isRightToLeft {
        drawing = drawing.mirrored
      }
      drawings.append(drawing)
    }
    return drawings
  }
}
