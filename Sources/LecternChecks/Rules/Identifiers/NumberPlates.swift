import LecternSource

/// Number plates of vehicles in today's form, where words say that they are.
struct NumberPlates: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "DVLA, number plates since 2001; UK Data Service, direct identifiers"
  static let codes: [Diagnostic.Code] = [.numberPlate]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let bytes = briefing.file.bytes
    var found: [Diagnostic] = []
    for passage in briefing.passages {
      let words = passage.words
      for index in words.indices
      where words[index].isCapitalised
        && (words[index].span.length == 4 || words[index].span.length == 7)
      {
        guard let span = plate(words[index...], bytes) else { continue }
        // Rooms, parts and courses have codes of the same form.
        let lead = briefing.lead(before: span)
        if names.contains(where: { lead.holds($0) }) { found.append(.numberPlate(at: span)) }
      }
    }
    return found
  }

  private static let names: [StaticString] = [
    "registration", "number plate", "plate ", "reg ", "car ", "van ", "lorry", "vehicle", "taxi",
    "motorbike",
  ]

  /// The span of `AB12 CDE`, with or without its space.
  private static func plate(_ words: ArraySlice<Word>, _ bytes: [UInt8]) -> Span? {
    guard let first = words.first else { return nil }
    if hasForm("LLDDLLL", first.span, bytes) { return first.span }
    guard hasForm("LLDD", first.span, bytes), let next = words.dropFirst().first, next.gap.isEmpty,
      hasForm("LLL", next.span, bytes)
    else { return nil }
    return first.span.union(next.span)
  }

  /// Whether a word consists of capital letters (`L`) and digits (`D`) in that order; plates have no I and Q.
  private static func hasForm(_ form: StaticString, _ span: Span, _ bytes: [UInt8]) -> Bool {
    guard span.length == form.utf8CodeUnitCount else { return false }
    return (0..<span.length).allSatisfy { offset in
      let byte = bytes[span.lower + offset]
      return form.utf8Start[offset] == UInt8(ascii: "D")
        ? byte.isDigit : byte.isUpper && !"IQ".utf8.contains(byte)
    }
  }
}

extension Diagnostic.Code {
  static let numberPlate = Self(
    "number-plate", .warning,
    summary: "The number plate of a vehicle stands in the briefing.",
    remedy: "Take it out, or write `[number plate]` in its place.")
}

extension Diagnostic {
  fileprivate static func numberPlate(at span: Span) -> Self {
    Self(
      .numberPlate, "this is the number plate of a vehicle by its form", at: span,
      help: "take it out, or write `[number plate]` in its place")
  }
}
