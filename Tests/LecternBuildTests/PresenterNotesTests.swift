import LecternBriefing
import LecternBuild
import LecternSource
import LecternViews
import Testing

/// Which slide each note belongs to, and that the deck itself has none.
@Suite struct PresenterNotesTests {
  private func compiled(_ text: String) throws -> Compiler.Outcome {
    try ProjectLoader(Project(folder: "/nonexistent")).compiler().compile(
      SourceFile(path: "talk.md", text: text), BriefingFile(path: "talk.md"))
  }

  @Test func givesEachSlideItsNotes() throws {
    let outcome = try compiled(
      """
      # Talk

      <!-- Before everything -->

      ## One

      <!-- On the section -->

      ### First

      Words

      <!-- On the first
      in two lines -->

      <!-- report -->

      <!-- Still on the first -->

      <!-- /report -->

      ---

      <!-- On its second half -->

      More words

      ### Last

      No notes
      """)
    let notes = outcome.notes.bySlide
    #expect(
      notes == [
        1: ["Before everything"], 2: ["On the section"],
        3: ["On the first\nin two lines", "Still on the first"], 4: ["On its second half"],
      ])
    #expect(outcome.deck.slides.count == 5)
  }

  @Test func repeatsNotesOnEachPartOfASlideThatGoesOn() throws {
    let words = (0..<400).map { "word\($0)" }.joined(separator: " ")
    let outcome = try compiled("# Talk\n\n## One\n\n### Long\n\n<!-- Breathe -->\n\n\(words)\n")
    let parts = outcome.deck.slides.count - 2
    #expect(parts > 1)
    #expect(outcome.notes.bySlide.count == parts)
    #expect(outcome.notes.bySlide.values.allSatisfy { $0 == ["Breathe"] })
  }

  @Test func keepsTheMarkerOutOfEveryPublishedPageAndInThePresenters() throws {
    let compiler = try ProjectLoader(Project(folder: "/nonexistent")).compiler()
    let file = SourceFile(
      path: "talk.md", text: "# Talk\n\n## One\n\nWords\n\n<!-- QUAGGA & <b> -->\n")
    let briefing = BriefingFile(path: "talk.md")
    for document in [RenderedDocument.deck, .report, .fragment] {
      let rendered = try compiler.render(file, briefing, to: document)
      #expect(!String(decoding: rendered.bytes, as: UTF8.self).contains("QUAGGA"))
    }
  }

  /// A slide that shows nothing but has notes gives them to the one before, or to the first of a section without its own.
  @Test func losesNoNoteOfASlideThatShowsNothing() throws {
    let outcome = try compiled(
      """
      # Talk

      ## One

      words

      ---

      <!-- behind the words -->

      ### First

      more

      ## Two

      <!-- at the opening -->

      ---

      words

      """)
    let notes = outcome.notes.bySlide.values.flatMap(\.self)
    #expect(notes.contains("behind the words"))
    #expect(notes.contains("at the opening"))
  }
}
