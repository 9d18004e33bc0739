import LecternSource

/// Holds the colours of a theme to what WCAG 2.2 asks of every pair that pages put one upon the other.
struct ContrastCheck {
  /// The theme with the colours that a file sets.
  let theme: Theme
  /// Where the file sets them; a pair of which it sets neither was looked at when the other theme was read.
  let places: [ColourScheme: [ThemeColour: Span]]
  /// What the file sets, but not to a colour; no other colour is held against it.
  let unusable: [ColourScheme: Set<ThemeColour>]

  /// A pair that is hard to tell apart.
  private struct Fault {
    let rule: ContrastRule
    let diagnostic: Diagnostic
  }

  /// Every pair that falls short, in light, in dark, and in print when not already in light.
  var diagnostics: [Diagnostic] {
    let light = faults(in: .light)
    let print = faults(in: .print).filter { fault in !light.contains { $0.rule == fault.rule } }
    return (light + faults(in: .dark) + print).map(\.diagnostic)
  }

  private func faults(in scheme: ColourScheme) -> [Fault] {
    let colours = scheme.colours(of: theme)
    let written: ColourScheme = scheme == .print ? .light : scheme
    let places = (places[written] ?? [:]).filter { !Self.isFixed($0.key, in: scheme) }
    let unusable = unusable[written] ?? []
    return ContrastRule.all.compactMap { rule in
      guard unusable.isDisjoint(with: [rule.front, rule.ground]), let front = colours[rule.front],
        let ground = colours[rule.ground], front.contrast(with: ground) < rule.use.needed
      else { return nil }
      let set = [rule.front, rule.ground].compactMap { name in places[name].map { (name, $0) } }
      guard let (name, span) = set.first else { return nil }
      let pair = Pair(rule: rule, scheme: scheme, front: front, ground: ground)
      let notes = set.dropFirst().map { other, span in
        Diagnostic.Note("`\(other.rawValue)` is set here", at: span)
      }
      return Fault(
        rule: rule, diagnostic: .lowContrast(pair, first: name, at: span, notes: notes))
    }
  }

  /// Whether `base.css` fixes a colour, whatever a theme says.
  fileprivate static func isFixed(_ name: ThemeColour, in scheme: ColourScheme) -> Bool {
    scheme == .print && ColourScheme.paper[name] != nil
  }
}

/// Two colours of a scheme, and what to say of them.
private struct Pair {
  let rule: ContrastRule
  let scheme: ColourScheme
  let front: Colour
  let ground: Colour

  /// Both colours by name and value, as messages say them.
  var words: String { "\(named(rule.front, front)) on \(named(rule.ground, ground))" }

  /// The ratio to two decimals, rounded down so that it never looks like enough.
  var ratio: String {
    let parts = Int((front.contrast(with: ground) * 100).rounded(.down))
    return "\(parts / 100).\(String(parts % 100 + 100).dropFirst())"
  }

  /// What to change: the colour of this name, or else the other where it has room on the side where it is.
  func changes(_ first: ThemeColour) -> String {
    let isFrontDarker = front.relativeLuminance <= ground.relativeLuminance
    let changes = [
      change(rule.front, darkens: isFrontDarker, against: ground, mayCross: first == rule.front),
      change(rule.ground, darkens: !isFrontDarker, against: front, mayCross: first == rule.ground),
    ]
    return (first == rule.front ? changes : changes.reversed()).compactMap(\.self)
      .joined(separator: ", or ")
  }

  /// How one colour gets far enough from the other, on the side where it is or across; nil when it cannot.
  private func change(
    _ name: ThemeColour, darkens: Bool, against other: Colour, mayCross: Bool
  ) -> String? {
    guard !ContrastCheck.isFixed(name, in: scheme) else { return nil }
    let black = Colour(red: 0, green: 0, blue: 0)
    let white = Colour(red: 0xFF, green: 0xFF, blue: 0xFF)
    let isEnough = (darkens ? black : white).contrast(with: other) >= rule.use.needed
    guard isEnough || mayCross else { return nil }
    return "make `\(name.rawValue)` \(darkens == isEnough ? "darker" : "lighter")"
  }

  private func named(_ name: ThemeColour, _ colour: Colour) -> String {
    let isFixed = ContrastCheck.isFixed(name, in: scheme)
    return (isFixed ? "the \(name.rawValue) of print" : "`\(name.rawValue)`")
      + " (\(colour.hexadecimal))"
  }
}

extension Diagnostic.Code {
  static let lowContrast = Self(
    "low-contrast", .error,
    summary: "Two colours of a theme, one upon the other, are hard to tell apart.",
    remedy: "Make one lighter or darker until text reaches 4.5:1, and lines and shapes 3:1.")
}

extension Diagnostic {
  fileprivate static func lowContrast(
    _ pair: Pair, first: ThemeColour, at span: Span, notes: [Note]
  ) -> Self {
    let use = pair.rule.use
    return Self(
      .lowContrast,
      "\(pair.words) has a contrast of \(pair.ratio):1, and "
        + "\(use == .text ? "text" : "a shape") needs \(use.needed.decimal):1",
      at: span, help: pair.changes(first), notes: notes)
  }
}
