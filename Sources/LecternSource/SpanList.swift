/// Spans that are asked often whether they hold a place.
package struct SpanList: Sendable {
  /// The spans in order, those that overlap as one.
  private let spans: [Span]

  /// Makes a list of spans in any order.
  package init(_ spans: [Span]) {
    var merged: [Span] = []
    for span in spans.sorted() {
      if let last = merged.last, span.lower < last.upper {
        merged[merged.count - 1] = last.union(span)
      } else {
        merged.append(span)
      }
    }
    self.spans = merged
  }

  /// Whether one of them holds a place.
  package func holds(_ place: Span) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upper < place.upper { low = middle + 1 } else { high = middle }
    }
    return spans.indices.contains(low) && spans[low].contains(place)
  }
}
