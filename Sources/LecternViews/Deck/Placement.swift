public import LecternBriefing

/// How something stands on its slide that the style sheet alone cannot know.
public enum Placement: Sendable {
  /// A drawing, in pixels of the slide.
  case drawn(Drawing)
  /// A picture by its height in pixels of the slide.
  case pictured(height: Double)
  /// A figure without its drawing: these blocks say what it says.
  case listed([Block])
  /// A table's columns in whole percent of its width.
  case columns([Int])
  /// Those facts of the study, or parts of them, that stand on this slide.
  case facts([StudyText.Fact])
}
