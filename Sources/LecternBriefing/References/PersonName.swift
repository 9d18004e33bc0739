import LecternSource

/// The name of a person or a body that had a part in a work.
public struct PersonName: Sendable, Equatable {
  /// The family name without particles, or the whole name of a body.
  public var family: String
  /// The given names; nil for a body.
  public var given: String?
  /// A particle that stays with the family name, such as `van` in `van Gogh`.
  public var particle: String?
  /// A particle that goes with the given names, such as `von` in `Humboldt, A. von`.
  public var droppingParticle: String?
  /// What stands behind the name, such as `Jr.`.
  public var suffix: String?

  /// Makes a name; small words before the family name or behind the given ones are particles.
  init(
    family: String, given: String?, particle: String? = nil, droppingParticle: String? = nil,
    suffix: String? = nil
  ) {
    self.family = family.replacing("'", with: "’")
    self.given = given.flatMap { $0.isEmpty ? nil : $0 }
    self.particle = particle
    self.droppingParticle = droppingParticle
    self.suffix = suffix
    splitParticles()
  }

  /// Makes the name of a body.
  package init(body: String) {
    family = body.replacing("'", with: "’")
  }

  /// The name with the particle that stays with it, as it is cited in a text.
  public var short: String { [particle, family].compactMap(\.self).joined(separator: " ") }

  /// Whether it stands for further people who are not named.
  public var isOthers: Bool { given == nil && ["others", "et al."].contains(family.lowercased()) }

  private mutating func splitParticles() {
    if particle == nil, given != nil {
      let words = family.words
      let small = words.prefix { $0.first?.isLowercase == true }
      if !small.isEmpty, small.count < words.count {
        particle = small.joined(separator: " ")
        family = words.dropFirst(small.count).joined(separator: " ")
      }
    }
    guard let given else { return }
    let words = given.words
    let small = words.reversed().prefix { $0.first?.isLowercase == true }
    guard !small.isEmpty, small.count < words.count else { return }
    if droppingParticle == nil { droppingParticle = small.reversed().joined(separator: " ") }
    self.given = words.dropLast(small.count).joined(separator: " ")
  }
}
