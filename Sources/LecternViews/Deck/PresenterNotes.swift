/// The speaker notes of a deck, which only a presenter may see.
public struct PresenterNotes: Sendable, Equatable {
  /// The notes of each slide that has some, by its number from 1; a slide that goes on has them on each of its parts.
  public var bySlide: [Int: [String]] = [:]
}
