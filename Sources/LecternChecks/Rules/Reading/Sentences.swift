extension Passage {
  /// The sentences as runs of words.
  var sentences: [ArraySlice<Word>] {
    var sentences: [ArraySlice<Word>] = []
    var start = 0
    for index in words.indices.dropFirst() {
      // A sentence begins with a capital; `e.g.` and `Dr.` go on in one.
      guard words[index].gap.contains(.sentenceEnd), words[index].isCapitalised else { continue }
      sentences.append(words[start..<index])
      start = index
    }
    if start < words.count { sentences.append(words[start...]) }
    return sentences
  }
}
