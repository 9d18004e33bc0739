public import LecternBriefing

/// The facts of a study as people read them.
public struct StudyText: Sendable {
  private let labels: Labels

  /// A fact as people read it.
  public struct Fact: Sendable {
    /// What it is called.
    public var name: String
    /// What it says.
    public var value: String
  }

  /// Writes facts in the words of a language.
  public init(labels: Labels) {
    self.labels = labels
  }

  /// Facts in their order.
  public func facts(_ facts: [StudyFact]) -> [Fact] {
    facts.map { Fact(name: name(of: $0), value: value(of: $0)) }
  }

  /// What a fact is called.
  public func name(of fact: StudyFact) -> String {
    if let label = Label(rawValue: fact.key) { return labels[label] }
    let words = fact.key.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What it says.
  public func value(of fact: StudyFact) -> String {
    guard fact.key == "dates" else { return fact.value }
    let text = DateText(labels: labels)
    let dates = fact.value.split(separator: "/").map { text.text(String($0)) }
    guard dates.count == 2 else { return dates.first ?? fact.value }
    return labels.text(.dateRange, ["from": dates[0], "to": dates[1]])
  }
}

/// Dates as people write them.
public struct DateText: Sendable {
  private let labels: Labels

  /// Writes dates in the words of a language.
  public init(labels: Labels) {
    self.labels = labels
  }

  /// `2019-08-05` as `5 August 2019`; what is no ISO date stays as written, and so does every date in a language whose months
  /// nobody has named, since digits are read everywhere and the names of another language are not.
  public func text(_ written: String) -> String {
    guard !labels.isStandIn else { return written }
    let parts = written.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let year = parts[0], year > 999, let month = parts[1],
      let name = labels.month(month)
    else { return written }
    guard parts.count == 3 else { return "\(name) \(year)" }
    guard let day = parts[2], (1...31).contains(day) else { return written }
    return "\(day) \(name) \(year)"
  }
}
