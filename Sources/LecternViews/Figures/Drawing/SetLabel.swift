import LecternTypography

/// Words that are set, ready to be placed on a drawing.
package struct SetLabel {
  /// The lines from top to bottom.
  package let lines: [String]
  /// The size of the letters in pixels.
  package let size: Double
  /// Whether the letters are bold.
  package let isBold: Bool
  /// The width of the widest line in pixels.
  package let width: Double
  /// Whether no word had to be cut.
  package let isWhole: Bool
  private let metrics: LineMetrics

  init(
    lines: [String], size: Double, isBold: Bool, width: Double, isWhole: Bool, metrics: LineMetrics
  ) {
    self.lines = lines
    self.size = size
    self.isBold = isBold
    self.width = width
    self.isWhole = isWhole
    self.metrics = metrics
  }

  /// From baseline to baseline in pixels.
  package var leading: Double { size * Self.leading }

  /// From the reach of the first line's font to that of the last, in pixels.
  package var height: Double {
    Double(lines.count - 1) * leading + size * (metrics.ascent + metrics.descent)
  }

  private static let leading = 1.2

  /// The label with its upper edge at `top`, and `x` where `anchor` says.
  package func text(
    x: Double, top: Double, anchor: Drawing.Anchor = .start, role: Drawing.Role = .ink
  ) -> Drawing.Shape {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return .text(
      Drawing.Text(
        lines: lines, at: .init(x, top + metrics.ascent * size), size: size, leading: leading,
        anchor: anchor, role: role, isBold: isBold,
        bounds: .init(x: left, y: top, width: width, height: height)))
  }

  /// The label with the middle of its height at `middle`.
  package func text(
    x: Double, middle: Double, anchor: Drawing.Anchor = .start, role: Drawing.Role = .ink
  ) -> Drawing.Shape {
    text(x: x, top: middle - height / 2, anchor: anchor, role: role)
  }
}
