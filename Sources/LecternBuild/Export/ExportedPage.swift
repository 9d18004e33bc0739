import LecternHTML
import LecternTypography

/// Makes one file of a briefing's page, for a screen or for the engine that prints it.
struct ExportedPage {
  let compiler: Compiler
  /// The name of the briefing's pages.
  let slug: String
  /// The briefing's pages and files by their path below the site.
  let pages: [String: [UInt8]]

  /// The document's page as one file; `styles` come besides, where an engine needs some.
  func html(
    of document: ExportedDocument, styles: String? = nil, for engine: PDFEngine? = nil
  ) -> [UInt8] {
    guard let page = pages["\(slug)/\(document.page)"] else {
      preconditionFailure("a briefing that compiles has all its pages")
    }
    let files = PageFiles(
      slug: slug, files: compiler.materials.assets.merging(pages) { $1 },
      paperFonts: document.isPDF ? compiler.materials.paperFonts : [:])
    return SelfContainedPage(
      for: document.isPDF ? .paper : .screen,
      styles: document == .handoutPDF ? compiler.materials.handoutStyles : styles,
      drawingStyles: engine == .weasyprint
        ? ThemeStyles(compiler.materials.theme) { _ in nil }.paperDrawingCSS : nil,
      file: files.file(at:),
      digest: ContentHash.digest(of:)
    ).html(of: page)
  }
}
