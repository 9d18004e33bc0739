package import LecternSource

/// Every kind of problem that reading Markdown can find.
package enum MarkdownCodes {
  /// The codes, for the catalogue.
  package static let all: [Diagnostic.Code] = [
    .briefingTooLarge, .tooManyTableCells, .tooManyBrackets, .nestingTooDeep,
    .wordTooLong, .paragraphTooLong, .tooManyAtSigns, .tooManyEmphasisSigns,
    .tooManyQuotations, .tooManyBlocks,
    .htmlLeftOut, .htmlDropped, .htmlNeverClosed, .textAfterComment,
    .commentReadAsText, .commentNotRead, .commentNeverClosed, .commentsTooTangled,
    .footnoteWithoutReference, .footnoteLost, .controlCharacter, .fenceNeverClosed,
  ]
}
