package import LecternSource

/// Every kind of problem that reading YAML can find, whatever the YAML is for.
package enum YAMLCodes {
  /// The codes, for the catalogue.
  package static let all: [Diagnostic.Code] = [
    .yamlSyntax, .wrongType, .unknownKey, .unknownValue, .commentInValue,
  ]
}
