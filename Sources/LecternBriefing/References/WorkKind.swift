/// What sort of work a reference is, by the names of CSL 1.0.2.
public enum WorkKind: String, Sendable, CaseIterable {
  case article
  case journalArticle = "article-journal"
  case magazineArticle = "article-magazine"
  case newspaperArticle = "article-newspaper"
  case bill
  case book
  case broadcast
  case chapter
  case classic
  case collection
  case dataset
  case document
  case dictionaryEntry = "entry-dictionary"
  case encyclopediaEntry = "entry-encyclopedia"
  case entry
  case event
  case figure
  case graphic
  case hearing
  case interview
  case legalCase = "legal_case"
  case legislation
  case manuscript
  case map
  case film = "motion_picture"
  case score = "musical_score"
  case pamphlet
  case conferencePaper = "paper-conference"
  case patent
  case performance
  case periodical
  case personalCommunication = "personal_communication"
  case post
  case blogPost = "post-weblog"
  case regulation
  case report
  case review
  case bookReview = "review-book"
  case software
  case song
  case speech
  case standard
  case thesis
  case treaty
  case webpage
}
