/// The names that headings and files get in addresses, by GitHub's rule.
public enum Slug {
  /// A text in lower case, without punctuation, its spaces as hyphens.
  ///
  /// Source: github/html-pipeline, table of contents filter: everything but word characters, hyphens and spaces goes.
  public static func of(_ text: some StringProtocol) -> String {
    var slug = ""
    for scalar in String(text).lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar.isWordCharacter {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, mark, digit or connector, as `\p{Word}` has it.
  fileprivate var isWordCharacter: Bool {
    if isASCII {
      return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) || value == 0x5F
    }
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}

/// Gives out ids, each once.
struct IDAllocator {
  /// The ids that are taken.
  private(set) var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  /// An id with a wanted name; a second one of the same name gets `-1`, then `-2`.
  mutating func next(_ name: String, fallback: String = "section") -> String {
    let base = name.isEmpty ? fallback : name
    guard !taken.insert(base).inserted else { return base }
    var count = counts[base, default: 0]
    repeat { count += 1 } while !taken.insert("\(base)-\(count)").inserted
    counts[base] = count
    return "\(base)-\(count)"
  }

  /// Takes exactly this id, or says that it is taken.
  mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }
}
