package import LecternSource

/// Every kind of problem that reading a briefing can find.
package enum BriefingCodes {
  /// The codes, for the catalogue.
  package static let all: [Diagnostic.Code] =
    [
      .frontMatterTooLarge, .authorWithoutName, .orcidInvalid, .missingLabel,
      .languageWithoutLabels, .summaryHolds, .foreignSyntax, .unreadTable,
      .invalidUTF8, .byteOrderMark, .carriageReturns, .briefingEmpty,
      .missingTitle, .missingTitleMarp, .secondTitle, .underlinedHeading, .emptyHeading,
      .headingTooLong,
      .repeatedHeading,
      .shortWithoutHeading, .duplicateID, .idNotAllowed, .idWithoutBlock, .unknownFragment,
      .agendaTooLong,
      .rangeNeverClosed, .rangeInsideRange, .rangeCrosses, .rangeNotOpen, .rangeInsideText,
      .rangeCutsSlide,
      .directiveInsideText, .unknownLayout, .studyWithoutFacts, .allowWithoutReason,
      .stepsWithoutList,
      .commentNearDirective, .marpIgnored,
      .addressDropped, .emptyAddress, .attributeLeftOut, .footnoteUndefined,
      .quotationWithoutAttribution, .headingInQuotation, .lazyContinuation,
      .figureKeyMissing, .figureKeyUnknown, .figureListEmpty, .figureNumberLarge, .figureTextEmpty,
      .figureTextLong, .figureNumberExpected,
      .figureNumberNegative,
      .figureTooLarge, .figureEmpty,
      .referencesWithoutList, .referenceWithoutKey, .duplicateReference, .unknownCitation,
      .doubtfulCitation, .referenceFieldUnknown, .referenceKindUnknown, .bibtexSyntax,
      .bibtexStringUnknown,
    ] + FigureRegistry.standard.kinds.flatMap { $0.codes }
}
