/// The text that a new briefing begins with.
public enum NewBriefing {
  /// A small whole: overview, a finding with a quotation to replace, key messages that rest on it.
  public static func text(title: String) -> String {
    """
    ---
    title: "\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))"
    author: Your name
    lang: en-GB
    summary: >
      Say in two or three plain sentences what you looked at, what you found and what it means.
    ---

    ## The study

    ### What we asked

    - What was the question?
    - Whom did you listen to, where and when?

    <!-- A comment is a note for the presenter; no page shows it. -->

    ## What we found

    ### A first finding

    > Replace these words with what somebody said, and mark **the passage that the audience should hear**.
    >
    > — Pseudonym, interview

    ## Key messages

    - Say the message in one sentence, and link to what it rests on. [evidence](#a-first-finding)

    """
  }
}
