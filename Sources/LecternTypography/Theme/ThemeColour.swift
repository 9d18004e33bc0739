/// A colour by what it is for.
public enum ThemeColour: String, Sendable, CaseIterable {
  case paper
  case ink
  case soft
  case line
  case edge
  case accent
  case warn
  case mark
  case wash
  case warnWash = "warn-wash"
  case desk
  case cover
  case onCover = "on-cover"
  case onCoverSoft = "on-cover-soft"
}
