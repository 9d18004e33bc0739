public import LecternSource

/// Every kind of problem that the audit of built files can find.
public enum AuditCodes {
  /// The codes, for the catalogue.
  public static let all: [Diagnostic.Code] = [
    .privateString, .fileNotSearched, .privateListInProject, .commentInBuiltFile,
    .remoteFile, .pathInBuiltFile, .documentsDisagree,
  ]
}
