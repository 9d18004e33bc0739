/// One style of the page's type.
public enum FontFace: String, Sendable, CaseIterable {
  case regular
  case italic
  case bold
  case boldItalic = "bold-italic"
  case mono
}
