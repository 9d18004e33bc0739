import LecternBriefing
import LecternSource

/// Harvard as in Cite Them Right, for articles in journals; other works are listed by what is known of them.
///
/// Source: the rules and worked examples of Cite Them Right, 12th edition, as pandoc's official style prints them.
struct Harvard: CitationStyle {
  let labels: Labels

  func cited(_ reference: Reference, _ item: Citation.Item, isNarrative: Bool) -> [Inline] {
    let year = year(of: reference)
    let suffix = item.suffix.isEmpty ? "" : ", \(item.suffix)"
    if item.omitsAuthor { return [.text("\(year)\(suffix)")] }
    let authors = authors(of: reference)
    if isNarrative { return authors + [.text(" (\(year)\(suffix))")] }
    let prefix: [Inline] = item.prefix.isEmpty ? [] : [.text("\(item.prefix) ")]
    return prefix + authors + [.text(", \(year)\(suffix)")]
  }

  func short(_ reference: Reference) -> [Inline] {
    var result = authors(of: reference) + [.text(" (\(year(of: reference)))")]
    if let container = reference.container {
      result += [.text(" "), .emphasis([.text(container)])]
    }
    return result
  }

  func listed(_ reference: Reference) -> [Inline] {
    var result: [Inline] = []
    let isPart = reference.container != nil
    let title: Inline =
      isPart ? .text("‘\(reference.title)’") : .emphasis([.text(reference.title)])
    if reference.authors.isEmpty {
      result = [title, .text(" (\(year(of: reference)))")]
    } else {
      result = listedAuthors(reference) + [.text(" (\(year(of: reference))) "), title]
    }
    if let container = reference.container {
      result += [.text(", "), .emphasis([.text(container)])]
      if let volume = reference.volume {
        result.append(.text(", \(volume)\(reference.issue.map { "(\($0))" } ?? "")"))
      }
      if let pages = reference.pages { result.append(.text(", \(Self.pages(pages))")) }
    } else if let publisher = reference.publisher {
      result.append(.text(". \(reference.place.map { "\($0): " } ?? "")\(publisher)"))
    }
    result.append(.text("."))
    if let address = reference.doi.map({ "https://doi.org/\($0)" }) ?? reference.url {
      let parts = labels[.availableAt].split(separator: "{address}", maxSplits: 1)
      let before = parts.first.map(String.init) ?? ""
      let link = Link(
        address: .absolute(address), title: "", content: [.text(address)], isEvidence: false,
        span: reference.span)
      result += [.text(" \(before)"), .link(link)]
      if reference.doi == nil, let date = reference.accessed {
        result.append(.text(" (\(labels.text(.accessed, ["date": self.date(date)])))"))
      }
      result.append(.text("."))
    }
    return result
  }

  func ordered(_ references: [Reference]) -> [Reference] {
    references.enumerated().sorted { left, right in
      let a = sortKey(left.element)
      let b = sortKey(right.element)
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }

  // MARK: Names and dates

  private func sortKey(_ reference: Reference) -> [String] {
    let names = reference.authors.map { "\($0.family) \($0.given ?? "")" }.joined(separator: " ")
    let first = names.isEmpty ? reference.title : names
    return [
      Self.folded(first), reference.year.map(String.init) ?? "9999", Self.folded(reference.title),
    ]
  }

  /// A text for sorting: lower case, letters without their marks.
  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().decomposedScalars.filter {
          $0.properties.generalCategory != .nonspacingMark
        }))
  }

  private func year(of reference: Reference) -> String {
    reference.year.map(String.init) ?? labels[.noDate]
  }

  private func authors(of reference: Reference) -> [Inline] {
    let names = reference.authors.map(\.family)
    switch names.count {
    case 0: return [.emphasis([.text(reference.title)])]
    case 1: return [.text(names[0])]
    case 2, 3:
      return [
        .text(
          "\(names.dropLast().joined(separator: ", ")) \(labels[.and]) \(names[names.count - 1])")
      ]
    default: return [.text("\(names[0]) "), .emphasis([.text("et al.")])]
    }
  }

  private func listedAuthors(_ reference: Reference) -> [Inline] {
    let names = reference.authors.map { name in
      name.given.map { "\(name.family), \(Self.initials($0))" } ?? name.family
    }
    switch names.count {
    case 1: return [.text(names[0])]
    case 2, 3:
      return [
        .text(
          "\(names.dropLast().joined(separator: ", ")) \(labels[.and]) \(names[names.count - 1])")
      ]
    default: return [.text("\(names[0]) "), .emphasis([.text("et al.")])]
    }
  }

  /// The initials of given names, with stops and without spaces, such as `N.T.` or `J.-P.`, in order.
  private static func initials(_ given: String) -> String {
    given.split(separator: " ").map { name in
      name.split(separator: "-").compactMap { part in
        let letters = part.split(separator: ".")
        return letters.isEmpty ? nil : letters.compactMap { $0.first.map { "\($0)." } }.joined()
      }.joined(separator: "-")
    }.joined()
  }

  private static func pages(_ pages: String) -> String {
    let range = pages.replacing("--", with: "–").replacing("-", with: "–")
    return range.contains("–") || range.contains(",") ? "pp. \(range)" : "p. \(range)"
  }

  private func date(_ date: Reference.PartialDate) -> String {
    [date.day.map(String.init), date.month.flatMap(labels.month), String(date.year)]
      .compactMap(\.self).joined(separator: " ")
  }
}

extension String {
  /// The scalars with letters and their marks apart, for the Latin letters that names are made of.
  fileprivate var decomposedScalars: [Unicode.Scalar] {
    // The standard library compares by canonical equivalence but offers no public normaliser;
    // the names of scalars tell the base letter: LATIN SMALL LETTER E WITH ACUTE.
    unicodeScalars.map { scalar in
      guard scalar.value > 0x7F, let name = scalar.properties.name,
        name.hasPrefix("LATIN SMALL LETTER "), let with = name.firstRange(of: " WITH ")
      else { return scalar }
      let letter = name[..<with.lowerBound].split(separator: " ").last ?? ""
      return letter.count == 1 ? letter.lowercased().unicodeScalars.first ?? scalar : scalar
    }
  }
}
