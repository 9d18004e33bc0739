/// A word as it stands in a line, its widths as parts of the size of its text.
struct ShapedWord {
  /// What cannot be cut: a letter with its marks, a ligature, an emoji of several characters.
  struct Cluster: Equatable {
    /// Where it begins, in bytes of the word.
    var offset: Int
    /// How wide it is before what follows it.
    var advance: Double
    /// How wide it is at the end of a line, where it is kerned with nothing.
    var last: Double
  }

  /// The clusters in the order of the text.
  let clusters: [Cluster]
  /// How wide the word is.
  let advance: Double

  init(clusters: [Cluster]) {
    self.clusters = clusters
    advance = clusters.reduce(0) { $0 + $1.advance }
  }
}
