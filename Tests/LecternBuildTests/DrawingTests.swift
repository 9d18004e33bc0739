import LecternBriefing
import LecternBuild
import LecternSource
import LecternTypography
import LecternViews
import TestSupport
import Testing

/// What holds for the geometry of every drawing.
@Suite struct DrawingTests {
  private static func compiler() throws -> Compiler {
    try ProjectLoader(Project(folder: "/nonexistent")).compiler()
  }

  private static func outcome(_ text: String) throws -> Compiler.Outcome {
    try compiler().compile(
      SourceFile(path: "figure.md", text: text), BriefingFile(path: "figure.md"))
  }

  /// The drawings on the slides of a deck.
  private static func onSlides(_ outcome: Compiler.Outcome) -> [Drawing] {
    outcome.deck.slides.flatMap { slide in
      slide.placements.values.compactMap {
        if case .drawn(let drawing) = $0 { drawing } else { nil }
      }
    }
  }

  private static func inReport(_ outcome: Compiler.Outcome) -> [Drawing] {
    outcome.report.figures.values.compactMap(\.drawing)
  }

  private static func overlap(_ one: Drawing.Box, _ other: Drawing.Box) -> Bool {
    let slack = 0.01
    return one.x + slack < other.right && other.x + slack < one.right
      && one.y + slack < other.bottom && other.y + slack < one.bottom
  }

  private static func holds(_ outer: Drawing.Box, _ inner: Drawing.Box) -> Bool {
    let slack = 0.01
    return inner.x >= outer.x - slack && inner.right <= outer.right + slack
      && inner.y >= outer.y - slack && inner.bottom <= outer.bottom + slack
  }

  /// Labels with the boxes that they are drawn in.
  private static func boxed(_ shapes: [Drawing.Shape]) -> [(box: Drawing.Box, text: Drawing.Text)] {
    var box: Drawing.Box?
    return shapes.flatMap { shape -> [(Drawing.Box, Drawing.Text)] in
      switch shape {
      case .rectangle(let rectangle, _, _, _):
        box = rectangle
        return []
      case .text(let text): return box.map { [($0, text)] } ?? []
      case .group(let group): return boxed(group.shapes)
      case .line, .path, .ellipse: return []
      }
    }
  }

  private func check(_ drawing: Drawing, floor: Double, _ name: String) {
    let canvas = Drawing.Box(x: 0, y: 0, width: drawing.width, height: drawing.height)
    let texts = drawing.texts
    #expect(!texts.isEmpty, "\(name)")
    #expect((drawing.smallestText ?? 0) >= floor, "\(name): a text is under the floor")
    for (index, text) in texts.enumerated() {
      #expect(Self.holds(canvas, text.bounds), "\(name): `\(text.lines)` leaves the canvas")
      for other in texts[..<index] {
        #expect(
          !Self.overlap(text.bounds, other.bounds),
          "\(name): `\(text.lines)` lies on `\(other.lines)`")
      }
    }
  }

  @Test(arguments: FigureCase.all)
  func keepsTextsApartOnTheCanvasAndAboveTheFloor(figure: FigureCase) throws {
    let outcome = try Self.outcome(figure.briefing)
    #expect(!outcome.diagnostics.contains { $0.diagnostic.severity == .error })
    for drawing in Self.onSlides(outcome) { check(drawing, floor: 24, "\(figure) on a slide") }
    for drawing in Self.inReport(outcome) { check(drawing, floor: 16, "\(figure) in a report") }
  }

  @Test(arguments: ["balance", "network"])
  func keepsLabelsInTheirBoxes(kind: String) throws {
    let figures = FigureCase.all.filter { $0.kind == kind }
    #expect(!figures.isEmpty)
    for figure in figures { try keepsLabelsInTheirBoxes(figure) }
  }

  private func keepsLabelsInTheirBoxes(_ figure: FigureCase) throws {
    for drawing in Self.onSlides(try Self.outcome(figure.briefing)) {
      for shape in drawing.shapes {
        guard case .group(let group) = shape else { continue }
        for (box, text) in Self.boxed(group.shapes.flatMap(Self.itemShapes)) {
          #expect(Self.holds(box, text.bounds), "\(figure): `\(text.lines)` leaves its box")
        }
      }
    }
  }

  /// The shapes of an item's group; of others, which hold no boxes of their own, those that are no text.
  private static func itemShapes(_ shape: Drawing.Shape) -> [Drawing.Shape] {
    if case .group(let group) = shape { return [.group(group)] }
    if case .text = shape { return [] }
    return [shape]
  }

  @Test func drawsShortLabelsOfEveryKindUpToFiveItems() throws {
    for figure in FigureCase.all where figure.count <= 5 && figure.labels == .short {
      #expect(try Self.onSlides(Self.outcome(figure.briefing)).count == 1, "\(figure)")
    }
  }

  // MARK: Balance

  private static func balance(
    _ left: [String], _ right: [String], tilt: String = "auto", steps: Bool = false
  ) -> String {
    """
    # Figures

    ## Drawings

    ### Figure

    \(steps ? "<!-- steps -->\n" : "")
    ```balance
    left: {title: One, items: [\(left.joined(separator: ", "))]}
    right: {title: Other, items: [\(right.joined(separator: ", "))]}
    tilt: \(tilt)
    ```
    """
  }

  /// By how much the right end of the beam is lower than the left.
  private static func drop(_ text: String) throws -> Double {
    let drawing = try #require(onSlides(outcome(text)).first)
    let drops = drawing.shapes.compactMap { shape -> Double? in
      guard case .group(let group) = shape, group.shapes.count == 1,
        case .line(let from, let to, _) = group.shapes[0]
      else { return nil }
      return to.y - from.y
    }
    return try #require(drops.first)
  }

  @Test func drawsSixItemsOfSevenWordsOnEachSide() throws {
    let words = "Increasing focus on lifestyle and behaviour change"
    let items = [String](repeating: words, count: 6)
    #expect(try Self.onSlides(Self.outcome(Self.balance(items, items))).count == 1)
  }

  @Test func tiltsMoreTheMoreOneSideWeighs() throws {
    var last = -Double.infinity
    for weight in 1...40 {
      let drop = try Self.drop(
        Self.balance(["{text: A, weight: 10}"], ["{text: B, weight: \(weight)}"]))
      #expect(drop >= last, "weight \(weight)")
      #expect((drop > 0) == (weight > 10) && (drop < 0) == (weight < 10), "weight \(weight)")
      // Where one side is three times the other, the beam is as far as it goes.
      if (5..<30).contains(weight) { #expect(drop > last, "weight \(weight)") }
      last = drop
    }
  }

  @Test func tiltsAsItsAuthorSays() throws {
    #expect(try Self.drop(Self.balance(["A", "B"], ["C"], tilt: "right")) > 0)
    #expect(try Self.drop(Self.balance(["A"], ["B", "C"], tilt: "left")) < 0)
    #expect(try Self.drop(Self.balance(["A"], ["B", "C"], tilt: "level")) == 0)
    #expect(try Self.drop(Self.balance(["A"], ["C"])) == 0)
    let nothing = Self.balance(["{text: A, weight: 0}"], ["{text: B, weight: 0}"])
    #expect(try Self.drop(nothing) == 0)
  }

  @Test func settlesWithEachWeightAndEndsWhereThePageHasIt() throws {
    let text = Self.balance(["A", "B"], ["C", "D", "E"], steps: true)
    let drawing = try #require(Self.onSlides(try Self.outcome(text)).first)
    let turns = drawing.shapes.compactMap { shape -> [Double]? in
      guard case .group(let group) = shape, group.shapes.count == 1 else { return nil }
      return group.moves.map(\.turn)
    }
    let beam = try #require(turns.first)
    // Level, then left, left again, and less with each on the right; the end is where the page has it.
    #expect(beam.count == 5)
    #expect(beam[0] < 0 && beam[1] < beam[0] && beam[2] == beam[1] && beam[3] > beam[2])
  }

  @Test func movesNothingWithoutSteps() throws {
    let text = Self.balance(["A", "B"], ["C", "D", "E"])
    let drawing = try #require(Self.onSlides(try Self.outcome(text)).first)
    for case .group(let group) in drawing.shapes { #expect(group.moves.isEmpty) }
  }

  @Test func beginsOnTheRightInArabicUnlessLeftMeansLeft() throws {
    let chart = try #require(
      Self.onSlides(
        try Self.outcome(
          FigureCase.all.first { $0.description == "chart 5 arabic" }?.briefing ?? "")
      ).first)
    let anchors = Set(chart.texts.filter { !$0.isBold }.map(\.anchor))
    #expect(anchors == [.start])
    let first = try #require(chart.texts.first)
    #expect(first.bounds.x > chart.width / 2)
  }
}
