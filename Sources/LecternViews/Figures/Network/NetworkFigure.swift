public import LecternBriefing

extension Network: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    let values = [
      "hub": hub, "count": labels.number(nodes.count), "first": nodes.first ?? "",
      "list": nodes.joined(separator: ", "),
      "links": labels.number(links.count),
    ]
    let ties = labels.text(nodes.count == 1 ? .networkSingle : .networkSummary, values)
    guard !links.isEmpty else { return ties }
    let more = labels.text(links.count == 1 ? .networkLinkOne : .networkLinkMany, values)
    return "\(ties) \(more.capitalisedFirst)"
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent {
    var lists = [FigureList(title: hub, items: nodes)]
    if !links.isEmpty {
      lists.append(
        FigureList(
          title: labels[.links], items: links.map { "\(nodes[$0.from]) – \(nodes[$0.to])" }))
    }
    return .lists(lists)
  }

  /// One tie a row.
  public func data(_ labels: Labels) -> FigureTable {
    FigureTable(
      header: [labels[.linkFrom], labels[.linkTo]],
      rows: nodes.map { [hub, $0] } + links.map { [nodes[$0.from], nodes[$0.to]] })
  }

  /// The hub with its nodes around it.
  public func drawing(on canvas: Canvas) -> Drawing? {
    NetworkDrawing(self, on: canvas)?.drawing()
  }
}
