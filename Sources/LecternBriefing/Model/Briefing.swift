public import LecternSource

/// One briefing as its author meant it: the model that deck and report are views of.
public struct Briefing: Sendable {
  /// The name of its page, from its file's name.
  public var slug: String
  /// The lines of the front matter between its marks; empty when there is none.
  public var frontMatter: Span
  /// What the front matter says.
  public var metadata: Metadata
  /// The title.
  public var title: Heading
  /// The sections in order; the first has no heading when text stands before the first one.
  public var sections: [Section]
  /// The footnotes in the order of their first reference, then those that nothing refers to.
  public var footnotes: [Footnote]
  /// The key messages, if there are any.
  public var keyMessages: KeyMessages?
  /// The references that may be cited.
  public var bibliography: Bibliography
  /// Whether slides are cut as Marp cuts them.
  public var isMarp: Bool
  /// The words that Lectern itself adds.
  public var labels: Labels
  /// Every id that a link may lead to.
  public var ids: Set<String>
  /// The diagnostics that the author has silenced, each with its reason.
  public var allowances: [Allowance]
}

/// A diagnostic that an author has silenced in one place.
public struct Allowance: Sendable, Equatable {
  /// The code's name.
  public var code: String
  /// Why it is right here.
  public var reason: String
  /// The block in which it is silent.
  public var span: Span
  /// Where the directive stands.
  public var place: Span
}

/// A chapter: a `##` heading and the slides below it.
public struct Section: Sendable {
  /// The heading; nil for what stands before the first one.
  public var heading: Heading?
  /// Which document it is in.
  public var audience: Audience
  /// Its slides in order.
  public var slides: [Slide]
}

/// What stands together on a slide, before it is fitted.
public struct Slide: Sendable {
  /// The heading that begins it, or that it goes on under; nil in a section's opening.
  public var heading: Heading?
  /// Whether it goes on under the heading of the slide before it, by a thematic break or a repeated heading.
  public var goesOn: Bool
  /// Whether it begins with a heading of its own, be it a repeated one.
  public var beginsWithHeading = false
  /// The layout that the author asked for.
  public var layout: Layout?
  /// Which document it is in.
  public var audience: Audience
  /// Its blocks in order.
  public var blocks: [Block]
  /// What the presenter says.
  public var notes: [SpeakerNote]
  /// Where it stands.
  public var span: Span
}

/// Words for the presenter alone.
public struct SpeakerNote: Sendable, Equatable {
  /// The words of a comment, as written.
  public var text: String
  /// Where the comment stands.
  public var span: Span
}

/// A heading and its names.
public struct Heading: Sendable {
  /// Its id, the same in both documents.
  public var id: String
  /// 1 to 6.
  public var level: Int
  /// Its words.
  public var content: [Inline]
  /// Its words without marks.
  public var text: String
  /// The author's shorter name for kicker, agenda and contents.
  public var short: String?
  /// Where it stands.
  public var span: Span

  /// The name for kicker, agenda and contents.
  public var name: String { short ?? text }
}

/// Which of the two documents something is in.
public enum Audience: String, Sendable, Equatable {
  case both
  case deck
  case report

  /// Whether it is in a document.
  public func includes(_ document: Audience) -> Bool { self == .both || self == document }
}

/// How a slide is composed.
public enum Layout: String, Sendable, CaseIterable {
  case title
  case section
  case statement
  case quote
  case figure
  case twoColumns = "two-columns"
}

/// A footnote's text and where it is called.
public struct Footnote: Sendable {
  /// Its number, from 1.
  public var number: Int
  /// Its text.
  public var blocks: [Block]
  /// How many references lead to it.
  public var references: Int
  /// Which document it is in while nothing refers to it; else it is where its references are.
  public var audience = Audience.both
  /// Which of its references stand in the report, counted from 1.
  public var occurrences: [Int] = []
}

/// The messages that a reader should keep, and what they rest on.
public struct KeyMessages: Sendable {
  /// The heading under which they stand.
  public var heading: Heading
  /// Whether the author wrote them as a numbered list.
  public var isOrdered: Bool
  /// The messages in order.
  public var messages: [KeyMessage]
  /// Where the list stands, or each paragraph when there is no list.
  public var places: [Span]
}

/// One key message.
public struct KeyMessage: Sendable {
  /// What it says.
  public var blocks: [Block]
  /// The ids of the headings and quotations that it rests on, each once.
  public var evidence: [String]
}
