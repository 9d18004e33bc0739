public import LecternSource
import LecternYAML

/// A word or phrase that Lectern itself adds to a page.
public enum Label: String, CaseIterable, Sendable {
  case overview
  case continued
  case goesOn = "goes-on"
  case contents
  case introduction
  case summary
  case keyMessages = "key-messages"
  case aboutStudy = "about-study"
  case references
  case notes
  case howToCite = "how-to-cite"
  case coverage
  case coverageExplained = "coverage-explained"
  case coverageCount = "coverage-count"
  case coverageItem = "coverage-item"
  case coverageFound = "coverage-found"
  case reported
  case needsPerson = "needs-person"
  case notFound = "not-found"
  case reportPDF = "report-pdf"
  case deckPDF = "deck-pdf"
  case pageCountOne = "page-count-one"
  case pageCountMany = "page-count-many"
  case printReport = "print-report"
  case copyCitation = "copy-citation"
  case copied
  case citationFiles = "citation-files"
  case keywords
  case version
  case licence
  case contact
  case evidence
  case source
  case figure
  case table
  case data
  case slide
  case slideOf = "slide-of"
  case previousSlide = "previous-slide"
  case nextSlide = "next-slide"
  case fullScreen = "full-screen"
  case present
  case controls
  case keys
  case close
  case keySpace = "key-space"
  case keyPageDown = "key-page-down"
  case keyPageUp = "key-page-up"
  case keyHome = "key-home"
  case keyEnd = "key-end"
  case keyNext = "key-next"
  case keyPrevious = "key-previous"
  case keyEnds = "key-ends"
  case keyNumber = "key-number"
  case keyBlack = "key-black"
  case keyWhite = "key-white"
  case keyDocument = "key-document"
  case overviewGrid = "overview-grid"
  case presenterView = "presenter-view"
  case audienceWindow = "audience-window"
  case screenBlack = "screen-black"
  case screenWhite = "screen-white"
  case screenBlank = "screen-blank"
  case windowBlocked = "window-blocked"
  case windowBlockedHelp = "window-blocked-help"
  case clock
  case elapsed
  case pause
  case reset
  case plannedMinutes = "planned-minutes"
  case planned
  case inTime = "in-time"
  case behind
  case ahead
  case timeLeft = "time-left"
  case currentSlide = "current-slide"
  case step
  case comesNext = "comes-next"
  case endOfDeck = "end-of-deck"
  case speakerNotes = "speaker-notes"
  case smallerNotes = "smaller-notes"
  case largerNotes = "larger-notes"
  case noNotes = "no-notes"
  case pace
  case sectionName = "section-name"
  case openDeck = "open-deck"
  case openReport = "open-report"
  case allBriefings = "all-briefings"
  case webVersion = "web-version"
  case pageOf = "page-of"
  case handoutNotice = "handout-notice"
  case briefings
  case report
  case deck
  case skipToText = "skip-to-text"
  case linkToPlace = "link-to-place"
  case quotation
  case quotationFrom = "quotation-from"
  case supportsMessage = "supports-message"
  case findings
  case evidenceAppendix = "evidence-appendix"
  case evidenceByFinding = "evidence-by-finding"
  case evidenceByParticipant = "evidence-by-participant"
  case finding
  case heard
  case timesHeard = "times-heard"
  case heardWhere = "heard-where"
  case quotationCountOne = "quotation-count-one"
  case quotationCountMany = "quotation-count-many"
  case notIdentified = "not-identified"
  case messages
  case backToText = "back-to-text"
  case task
  case taskDone = "task-done"
  case accessed
  case availableAt = "available-at"
  case availableFrom = "available-from"
  case locatedAt = "located-at"
  case cited
  case internet
  case preprint
  case noDate = "no-date"
  case inBook = "in-book"
  case inCapital = "in-capital"
  case editor
  case editors
  case editorShort = "editor-short"
  case editorsShort = "editors-short"
  case translator
  case translators
  case translatorShort = "translator-short"
  case editedBy = "edited-by"
  case translatedBy = "translated-by"
  case editedAndTranslatedBy = "edited-and-translated-by"
  case editionShort = "edition-short"
  case editionNumber = "edition-number"
  case volumes
  case volumeCapital = "volume-capital"
  case beforeOurEra = "before-our-era"
  case reportName = "report-name"
  case numberCapital = "number-capital"
  case numberShort = "number-short"
  case pageShort = "page-short"
  case pagesShort = "pages-short"
  case backToCitation = "back-to-citation"
  case and
  case untitledSlide = "untitled-slide"
  case category
  case value
  case dataFile = "data-file"
  case balanceSummary = "balance-summary"
  case balanceTilts = "balance-tilts"
  case balanceLevel = "balance-level"
  case balanceWeight = "balance-weight"
  case side
  case influence
  case weight
  case chartSummary = "chart-summary"
  case chartSingle = "chart-single"
  case chartEqual = "chart-equal"
  case when
  case what
  case timelineSummary = "timeline-summary"
  case timelineSingle = "timeline-single"
  case spectrumSummary = "spectrum-summary"
  case spectrumSingle = "spectrum-single"
  case spectrumEqual = "spectrum-equal"
  case spectrumPlace = "spectrum-place"
  case networkSummary = "network-summary"
  case networkSingle = "network-single"
  case networkLinkOne = "network-link-one"
  case networkLinkMany = "network-link-many"
  case links
  case linkFrom = "link-from"
  case linkTo = "link-to"
  case matrixSummary = "matrix-summary"
  case matrixMarks = "matrix-marks"
  case matrixMost = "matrix-most"
  case matrixHighest = "matrix-highest"
  case note
  case tip
  case important
  case warning
  case caution
  case focusGroup = "focus-group"
  case interview
  case fieldNotes = "field-notes"
  case observation
  case survey
  case document
  case workshop
  case diary
  case aim
  case approach
  case setting
  case dates
  case dateRange = "date-range"
  case participants
  case methods
  case sampling
  case recruitment
  case analysis
  case ethics
  case consent
  case anonymisation
  case limitations
  case funding
  case conflicts
  case influenceOne = "influence-one"
  case influenceMany = "influence-many"
}

/// The words that Lectern adds, in one language.
public struct Labels: Sendable {
  /// The language as a BCP 47 tag.
  public var language: String
  /// Whether these are English words that stand in for those of a language that nobody has written.
  public var isStandIn = false
  private var words: [Label: String]
  private var numbers: [String]
  private var months: [String]
  private var shortMonths: [String]
  private var seasons: [String]
  private var ordinalEndings: [String]

  /// No words at all; what is asked for shows its key.
  public init(language: String) {
    self.language = language
    words = [:]
    numbers = []
    months = []
    shortMonths = []
    seasons = []
    ordinalEndings = []
  }

  /// A word or phrase.
  public subscript(_ label: Label) -> String { words[label] ?? label.rawValue }

  /// A phrase with its `{names}` replaced by values.
  public func text(_ label: Label, _ values: [String: String]) -> String {
    var rest = self[label][...]
    var text = ""
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let name = rest[rest.index(after: start)..<end]
      text += rest[..<start]
      // A name that is none stays as it is written.
      text += values[String(name)] ?? "{\(name)}"
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  /// A whole number in words up to twelve, in digits beyond.
  public func number(_ number: Int) -> String {
    numbers.indices.contains(number) ? numbers[number] : String(number)
  }

  /// The name of a month, counted from 1.
  public func month(_ month: Int) -> String? {
    months.indices.contains(month - 1) ? months[month - 1] : nil
  }

  /// The short name of a month, counted from 1.
  public func shortMonth(_ month: Int) -> String? {
    shortMonths.indices.contains(month - 1) ? shortMonths[month - 1] : nil
  }

  /// The name of a season, counted from 1 for spring.
  public func season(_ season: Int) -> String? {
    seasons.indices.contains(season - 1) ? seasons[season - 1] : nil
  }

  /// A number as it counts, such as `2nd`; endings are known for numbers that end in 1, 2 and 3, and for all others.
  public func ordinal(_ number: Int) -> String {
    guard ordinalEndings.count == 4 else { return String(number) }
    let isTeen = (11...13).contains(abs(number % 100))
    let last = abs(number % 10)
    return "\(number)\(ordinalEndings[isTeen || last == 0 ? 3 : min(last, 4) - 1])"
  }

  /// Every month's name in lower case.
  public var monthNames: [String] { months.map { $0.lowercased() } }

  /// The labels of a file, where `fallback` speaks for those that are missing, each with a warning.
  public static func read(
    _ file: SourceFile, language: String, fallback: Labels?
  ) -> Diagnosed<Labels> {
    let read = YAMLValue.read(file)
    var labels = Labels(language: language)
    guard let value = read.value else { return Diagnosed(fallback ?? labels, read.diagnostics) }
    var reader = MappingReader(value, owner: "label file")
    for label in Label.allCases {
      if let word = reader.text(label.rawValue) {
        labels.words[label] = word
      } else {
        labels.words[label] = fallback?[label]
        reader.report([.missingLabel(label.rawValue, at: .at(0))])
      }
    }
    labels.numbers = reader.texts("numbers")
    labels.months = reader.texts("months")
    if labels.numbers.count != 13 { labels.numbers = fallback?.numbers ?? [] }
    labels.shortMonths = reader.texts("short-months")
    labels.seasons = reader.texts("seasons")
    labels.ordinalEndings = reader.texts("ordinal-endings")
    if labels.months.count != 12 { labels.months = fallback?.months ?? [] }
    if labels.shortMonths.count != 12 { labels.shortMonths = fallback?.shortMonths ?? [] }
    if labels.seasons.count != 4 { labels.seasons = fallback?.seasons ?? [] }
    if labels.ordinalEndings.count != 4 { labels.ordinalEndings = fallback?.ordinalEndings ?? [] }
    reader.finish()
    return Diagnosed(labels, read.diagnostics + reader.diagnostics)
  }
}

extension Diagnostic.Code {
  static let missingLabel = Self(
    "missing-label", .warning,
    summary: "A label file lacks a word that Lectern adds to pages; the English one is used.",
    remedy: "Add the line that the message names.")
}

extension Diagnostic {
  fileprivate static func missingLabel(_ name: String, at span: Span) -> Self {
    Self(
      .missingLabel, "label `\(name)` is missing", at: span,
      help: "add a line `\(name): …`")
  }
}
