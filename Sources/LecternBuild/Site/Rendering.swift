import LecternBriefing
import LecternHTML
import LecternMarkdown
public import LecternSource
import LecternViews

/// What one briefing can be rendered to.
public enum RenderedDocument: String, Sendable, CaseIterable {
  /// The report's text alone.
  case fragment
  /// The deck's page.
  case deck
  /// The report's page.
  case report
}

/// What one briefing can be dumped as.
public enum DumpStage: String, Sendable, CaseIterable {
  /// The Markdown tree.
  case tree
  /// The model.
  case briefing
  /// The deck's slides.
  case deck
  /// The report's chapters.
  case report
}

extension Compiler {
  /// One document of a briefing, and the problems found on the way.
  public func render(
    _ file: SourceFile, _ briefing: BriefingFile, to document: RenderedDocument
  ) throws(MachineError) -> (bytes: [UInt8], diagnostics: [LocatedDiagnostic]) {
    let outcome = try compile(file, briefing)
    guard !outcome.holdsPrivateStrings else { return ([], outcome.diagnostics) }
    switch document {
    case .deck: return (outcome.pages["\(briefing.slug)/deck.html"] ?? [], outcome.diagnostics)
    case .report: return (outcome.pages["\(briefing.slug)/index.html"] ?? [], outcome.diagnostics)
    case .fragment:
      let bytes = ReportPage.text(
        of: outcome.report, style: outcome.style,
        in: materials.context(pictures: PictureCatalogue()))
      // A fragment has no page that would need a title.
      let ofPages = ["missing-title", "missing-title-marp", "briefing-empty"]
      return (bytes, outcome.diagnostics.filter { !ofPages.contains($0.diagnostic.code.name) })
    }
  }

  /// One stage of a briefing as text, and the problems found on the way.
  public func dump(
    _ file: SourceFile, _ briefing: BriefingFile, stage: DumpStage
  ) throws(MachineError) -> (text: String, diagnostics: [LocatedDiagnostic]) {
    if stage == .tree {
      let reader = reader
      let preamble = reader.preamble(of: file)
      let parsed = reader.tree(of: file, preamble: preamble.value)
      let diagnostics = (preamble.diagnostics + parsed.diagnostics).map {
        LocatedDiagnostic($0, in: file)
      }
      return (parsed.value.dump(of: file), diagnostics)
    }
    let outcome = try compile(file, briefing)
    let text =
      switch stage {
      case .tree, .briefing: outcome.briefing.dump
      case .deck: outcome.deck.dump
      case .report: outcome.report.dump
      }
    return (text, outcome.diagnostics)
  }
}
