/// A number of a theme that style sheets and the fitting of slides share.
///
/// `slide`, `size` and `space` are pixels of a slide 720 high; `gap`, `leading` and `tracking` are parts of the size of the
/// text. The raw value is the path in `theme.yaml`, and with a dash for its dot the name of the custom property.
public enum ThemeToken: String, Sendable, CaseIterable {
  case slideWide = "slide.wide"
  case slideStandard = "slide.standard"
  case slideHeight = "slide.height"
  case sizeBody = "size.body"
  case sizeFloor = "size.floor"
  case sizeSmall = "size.small"
  case sizeKicker = "size.kicker"
  case sizeTitle = "size.title"
  case sizeTitleLeast = "size.title-least"
  case sizeCover = "size.cover"
  case sizeCoverLeast = "size.cover-least"
  case sizeCoverText = "size.cover-text"
  case sizeSection = "size.section"
  case sizeSectionLeast = "size.section-least"
  case sizeStatement = "size.statement"
  case sizeQuotation = "size.quotation"
  case spaceTop = "space.top"
  case spaceSide = "space.side"
  case spaceBottom = "space.bottom"
  case spaceFoot = "space.foot"
  case spaceFootGap = "space.foot-gap"
  case spaceKickerGap = "space.kicker-gap"
  case spaceHeadGap = "space.head-gap"
  case spaceBar = "space.bar"
  case spaceQuotationIndent = "space.quotation-indent"
  case spaceSpeechIndent = "space.speech-indent"
  case spaceCaptionGap = "space.caption-gap"
  case spaceColumnGap = "space.column-gap"
  case spaceColumnLeast = "space.column-least"
  case spaceFigureGap = "space.figure-gap"
  case spaceAgendaGap = "space.agenda-gap"
  case spaceAgendaPadding = "space.agenda-padding"
  case spaceCoverBottom = "space.cover-bottom"
  case spaceCoverGap = "space.cover-gap"
  case gapBlock = "gap.block"
  case gapItem = "gap.item"
  case gapTurn = "gap.turn"
  case gapHeading = "gap.heading"
  case gapBullet = "gap.bullet"
  case gapNumber = "gap.number"
  case gapSpeaker = "gap.speaker"
  case gapCellBlock = "gap.cell-block"
  case gapCellInline = "gap.cell-inline"
  case gapCodeBlock = "gap.code-block"
  case gapCodeInline = "gap.code-inline"
  case gapCalloutBlock = "gap.callout-block"
  case gapCalloutInline = "gap.callout-inline"
  case gapFact = "gap.fact"
  case leadingBody = "leading.body"
  case leadingHeading = "leading.heading"
  case leadingTitle = "leading.title"
  case leadingCover = "leading.cover"
  case leadingCoverText = "leading.cover-text"
  case leadingSection = "leading.section"
  case leadingStatement = "leading.statement"
  case leadingQuotation = "leading.quotation"
  case leadingTable = "leading.table"
  case leadingCaption = "leading.caption"
  case leadingAgenda = "leading.agenda"
  case trackingTitle = "tracking.title"
  case trackingCover = "tracking.cover"
  case trackingSection = "tracking.section"
  case trackingStatement = "tracking.statement"
  case trackingQuotation = "tracking.quotation"
}

extension ThemeToken {
  /// In what a token is measured.
  public enum Unit: Sendable {
    /// Pixels of a slide 720 high; in style sheets a sixteenth of that in `rem`.
    case pixels
    /// A part of the size of the text; in style sheets a plain number.
    case ratio
  }

  /// In what the token is measured.
  public var unit: Unit {
    rawValue.hasPrefix("slide.") || rawValue.hasPrefix("size.") || rawValue.hasPrefix("space.")
      ? .pixels : .ratio
  }
}
