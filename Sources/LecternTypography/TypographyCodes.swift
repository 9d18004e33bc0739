package import LecternSource

/// Every kind of problem that reading a theme can find, besides those of YAML.
package enum TypographyCodes {
  /// The codes, for the catalogue.
  package static let all: [Diagnostic.Code] = [
    .themeNumberExpected, .themeNumberOutOfRange, .colourExpected, .lowContrast, .fontMissing,
    .fontFormatUnknown, .fontUnreadable,
  ]
}
