import LecternBriefing
import LecternChecks
import LecternHTML
import LecternMarkdown
public import LecternSource
import LecternTypography
import LecternViews
import LecternYAML

/// Every kind of problem that Lectern can find, for `lectern explain` and the documentation.
public enum DiagnosticCatalogue {
  /// The codes, sorted by name.
  public static let codes: [Diagnostic.Code] =
    (YAMLCodes.all + MarkdownCodes.all + BriefingCodes.all + TypographyCodes.all + ViewCodes.all
    + RuleRegistry.standard.codes + AuditCodes.all + HTMLCodes.all + BuildCodes.all)
    .sorted { $0.name < $1.name }

  /// The code of a name.
  public static func code(named name: String) -> Diagnostic.Code? {
    codes.first { $0.name == name }
  }

  /// The page of the documentation that lists them.
  public static var page: String {
    var text = """
      # Diagnostics

      Every problem that Lectern reports, with how serious it is and how to mend it. `lectern explain CODE` says the same in a
      terminal; `lectern.yaml` may change how serious one is, and `<!-- allow CODE: reason -->` silences a warning, an
      information or one of the [checks](checks.md) in the next block. This page is made from the program: `Scripts/update-goldens` writes it anew.

      | code | severity | what it is | what to do |
      | --- | --- | --- | --- |

      """
    for code in codes {
      let cells = [code.summary, code.remedy].map { $0.replacing("|", with: "\\|") }
      text += "| `\(code.name)` | \(code.severity.rawValue) | \(cells[0]) | \(cells[1]) |\n"
    }
    return text
  }
}

/// Every kind of problem that a project's files can have besides those inside a briefing.
enum BuildCodes {
  /// The codes, for the catalogue.
  static let all: [Diagnostic.Code] = [
    .folderForBriefing, .reservedSlug, .duplicateSlug, .pictureMissing, .pictureOutside,
    .pictureUnreadable, .pictureActive, .remotePicture, .linkToMissingFile, .linkNotPublished,
    .linkToUnpublished,
    .companionMissing, .machineFailed,
    .unknownCode, .unusedReference, .templateWithoutFonts, .unusableBaseURL,
  ]
}
