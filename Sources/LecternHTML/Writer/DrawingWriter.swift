import LecternViews

/// Writes a drawing as SVG, with real text and roles instead of colours.
enum DrawingWriter {
  static func write(
    _ drawing: Drawing, name: String, titleID: String, tall: String?, to html: inout HTMLWriter
  ) {
    html.element(
      "svg",
      [
        ("class", tall.map { "drawing \($0)" } ?? "drawing"),
        ("viewBox", "0 0 \(text(drawing.width)) \(text(drawing.height))"),
        ("role", "img"), ("aria-labelledby", titleID),
      ]
    ) { html in
      html.element("title", [("id", titleID)], text: name)
      for shape in drawing.shapes { write(shape, to: &html) }
    }
  }

  private static func write(_ shape: Drawing.Shape, to html: inout HTMLWriter) {
    switch shape {
    case .line(let from, let to, let stroke):
      html.element(
        "line",
        [
          ("x1", text(from.x)), ("y1", text(from.y)), ("x2", text(to.x)), ("y2", text(to.y)),
          ("stroke-width", text(stroke.width)), ("stroke-linecap", "round"),
          ("class", "stroke-\(stroke.role.rawValue)"),
        ]
      ) { _ in }
    case .polygon(let points, let fill, let stroke):
      let list = points.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
      html.element("polygon", [("points", list)] + paint(fill, stroke)) { _ in }
    case .rectangle(let origin, let width, let height, let radius, let fill, let stroke):
      html.element(
        "rect",
        [
          ("x", text(origin.x)), ("y", text(origin.y)), ("width", text(width)),
          ("height", text(height)), ("rx", radius == 0 ? nil : text(radius)),
        ] + paint(fill, stroke)
      ) { _ in }
    case .circle(let centre, let radius, let fill, let stroke):
      html.element(
        "circle",
        [("cx", text(centre.x)), ("cy", text(centre.y)), ("r", text(radius))] + paint(fill, stroke)
      ) { _ in }
    case .text(let lines, let at, let size, let leading, let anchor, let role, let isBold):
      html.element(
        "text",
        [
          ("x", text(at.x)), ("y", text(at.y)), ("font-size", text(size)),
          ("text-anchor", anchor == .start ? nil : anchor.rawValue),
          ("class", "text-\(role.rawValue) weight-\(isBold ? "bold" : "regular")"),
        ]
      ) { html in
        guard lines.count > 1 else {
          html.text(lines.first ?? "")
          return
        }
        for (index, line) in lines.enumerated() {
          // A space keeps the words of two lines apart when they are read or copied.
          if index > 0 { html.text(" ") }
          html.element(
            "tspan", [("x", text(at.x)), ("dy", index == 0 ? nil : text(leading))], text: line)
        }
      }
    }
  }

  private static func paint(_ fill: Drawing.Role, _ stroke: Drawing.Stroke?) -> [HTMLWriter
    .Attribute]
  {
    let classes = "fill-\(fill.rawValue)" + (stroke.map { " stroke-\($0.role.rawValue)" } ?? "")
    return [("stroke-width", stroke.map { text($0.width) }), ("class", classes)]
  }

  /// A length with at most two decimals.
  static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths / 100
    let rest = (hundredths % 100).magnitude
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }
}
