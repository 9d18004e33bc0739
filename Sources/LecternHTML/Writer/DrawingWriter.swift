import LecternViews

/// Writes a drawing as SVG, with real text and roles instead of colours.
struct DrawingWriter {
  /// With which step the first item is revealed; nil when all items are there at once.
  let firstStep: Int?

  /// Writes a drawing.
  ///
  /// - Parameters:
  ///   - drawing: what is written.
  ///   - name: what it is called.
  ///   - titleID: the id of the element that holds the name.
  ///   - tall: the class of its height on a slide; nil where it is as wide as there is room.
  ///   - html: where it is written.
  func write(
    _ drawing: Drawing, name: String, titleID: String, tall: String?, to html: inout HTMLWriter
  ) {
    html.element(
      "svg",
      [
        ("class", tall.map { "drawing \($0)" } ?? "drawing"),
        ("viewBox", "0 0 \(Self.text(drawing.width)) \(Self.text(drawing.height))"),
        ("role", "img"), ("aria-labelledby", titleID),
        ("data-first-step", firstStep.map(String.init)),
      ]
    ) { html in
      html.element("title", [("id", titleID)], text: name)
      for shape in drawing.shapes { write(shape, to: &html) }
    }
  }

  // MARK: Shapes

  private func write(_ shape: Drawing.Shape, to html: inout HTMLWriter) {
    switch shape {
    case .line(let from, let to, let stroke):
      html.element(
        "line",
        [
          ("x1", Self.text(from.x)), ("y1", Self.text(from.y)), ("x2", Self.text(to.x)),
          ("y2", Self.text(to.y)), ("stroke-linecap", stroke.isDashed ? nil : "round"),
        ] + Self.paint(nil, stroke)
      ) { _ in }
    case .path(let segments, let fill, let stroke):
      let outline = segments.map(Self.text).joined()
      html.element("path", [("d", outline)] + Self.paint(fill, stroke)) { _ in }
    case .rectangle(let box, let radius, let fill, let stroke):
      html.element(
        "rect",
        [
          ("x", Self.text(box.x)), ("y", Self.text(box.y)), ("width", Self.text(box.width)),
          ("height", Self.text(box.height)), ("rx", radius == 0 ? nil : Self.text(radius)),
        ] + Self.paint(fill, stroke)
      ) { _ in }
    case .ellipse(let box, let fill, let stroke):
      html.element(
        "ellipse",
        [
          ("cx", Self.text(box.centre.x)), ("cy", Self.text(box.centre.y)),
          ("rx", Self.text(box.width / 2)), ("ry", Self.text(box.height / 2)),
        ] + Self.paint(fill, stroke)
      ) { _ in }
    case .text(let text): write(text, to: &html)
    case .group(let group): write(group, to: &html)
    }
  }

  private func write(_ text: Drawing.Text, to html: inout HTMLWriter) {
    html.element(
      "text",
      [
        ("x", Self.text(text.at.x)), ("y", Self.text(text.at.y)),
        ("font-size", Self.text(text.size)),
        ("text-anchor", text.anchor == .start ? nil : text.anchor.rawValue),
        ("class", "text-\(text.role.rawValue) weight-\(text.isBold ? "bold" : "regular")"),
      ]
    ) { html in
      guard text.lines.count > 1 else {
        html.text(text.lines.first ?? "")
        return
      }
      for (index, line) in text.lines.enumerated() {
        // A space keeps the words of two lines apart when they are read or copied; with a width it would move its line.
        if index > 0 { html.element("tspan", [("font-size", "0")], text: " ") }
        html.element(
          "tspan",
          [("x", Self.text(text.at.x)), ("dy", index == 0 ? nil : Self.text(text.leading))],
          text: line)
      }
    }
  }

  /// What happens to a group with the steps of its slide is for the script.
  private func write(_ group: Drawing.Group, to html: inout HTMLWriter) {
    var attributes: [HTMLWriter.Attribute] = []
    if let firstStep {
      attributes.append(("data-step", group.item.map { String(firstStep + $0) }))
      if !group.moves.isEmpty {
        let moves = group.moves.map {
          "\(Self.text($0.x)) \(Self.text($0.y)) \(Self.text($0.turn))"
        }
        attributes += [
          ("data-moves", moves.joined(separator: ";")),
          ("data-origin", "\(Self.text(group.origin.x)) \(Self.text(group.origin.y))"),
        ]
      }
    }
    html.element("g", attributes) { html in
      for shape in group.shapes { write(shape, to: &html) }
    }
  }

  // MARK: Attributes

  private static func paint(
    _ fill: Drawing.Role?, _ stroke: Drawing.Stroke?
  ) -> [HTMLWriter.Attribute] {
    var classes = fill.map { ["fill-\($0.rawValue)"] } ?? []
    if let stroke { classes.append("stroke-\(stroke.role.rawValue)") }
    return [
      ("stroke-width", stroke.map { text($0.width) }),
      (
        "stroke-dasharray",
        stroke.flatMap { $0.isDashed ? "\(text($0.width * 3)) \(text($0.width * 2))" : nil }
      ),
      ("class", classes.joined(separator: " ")),
    ]
  }

  private static func text(_ segment: Drawing.Segment) -> String {
    func pair(_ point: Drawing.Point) -> String { "\(text(point.x)) \(text(point.y))" }
    return switch segment {
    case .move(let point): "M\(pair(point))"
    case .line(let point): "L\(pair(point))"
    case .curve(let one, let two, let end): "C\(pair(one)) \(pair(two)) \(pair(end))"
    case .close: "Z"
    }
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
