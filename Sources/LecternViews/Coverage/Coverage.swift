import LecternBriefing
import LecternSource

/// Which items of a reporting standard a report says something about, and where.
///
/// It looks for declared facts, for headings and for parts that Lectern knows. Whether what stands there is enough, only a
/// person can tell.
public struct Coverage: Sendable {
  /// The standard.
  public let standard: ReportingStandard
  /// Its items in order, each with what was found.
  public let items: [(item: ReportingStandard.Item, finding: Finding)]

  /// What was found for one item.
  public enum Finding: Sendable, Equatable {
    /// It is reported in these places.
    case reported([Place])
    /// A person has to see whether these places report it; there may be none.
    case needsPerson([Place])
    /// Nothing was found.
    case missing
  }

  /// A place in the report.
  public struct Place: Sendable, Equatable {
    /// Its id.
    public var id: String?
    /// Its name.
    public var name: String
    /// Which part of every report it is in, when that has no id of its own.
    public var part: Part?

    /// Parts of every report.
    public enum Part: Sendable {
      case summary
      case study
      case findings
      case evidence
      case messages
    }
  }

  /// The coverage of a standard by a report.
  public init(of standard: ReportingStandard, by report: ReportView) {
    let search = CoverageSearch(report: report)
    self.standard = standard
    items = standard.items.map { ($0, search.finding(for: $0.evidence)) }
  }

  /// How many items are reported, need a person, and are missing.
  public var counts: (reported: Int, needPerson: Int, missing: Int) {
    var counts = (reported: 0, needPerson: 0, missing: 0)
    for (_, finding) in items {
      switch finding {
      case .reported: counts.reported += 1
      case .needsPerson: counts.needPerson += 1
      case .missing: counts.missing += 1
      }
    }
    return counts
  }
}
