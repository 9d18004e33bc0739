public import LecternSource

/// Something that a machine can honestly say of a briefing: one kind of mistake, or a few that are found together.
///
/// A new rule is a file with a type that is a `Rule`, and a line in the registry. What it finds stands at the very words
/// that it speaks of; where it cannot be certain it says nothing, or gives an information.
public protocol Rule: Sendable {
  /// What it looks after.
  static var topic: RuleTopic { get }
  /// Where it comes from: items of reporting standards, guidance, or research.
  static var source: String { get }
  /// The problems that it can find.
  static var codes: [Diagnostic.Code] { get }
  /// What it finds in a briefing.
  static func problems(in briefing: CheckedBriefing) -> [Diagnostic]
}
