import ArgumentParser
import LecternBuild
import LecternSource

/// `lectern explain`: what a diagnostic means.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a diagnostic means and how to mend it.")

  @Argument(help: "The code that stands in brackets in a message.")
  var code: String

  func run() throws {
    let name = code.trimmingBrackets
    guard let found = DiagnosticCatalogue.code(named: name) else {
      let nearest = NearestName.of(name, among: DiagnosticCatalogue.codes.map(\.name))
      let help = nearest.map { "; did you mean `\($0)`?" } ?? ""
      throw ValidationError("no diagnostic has the code `\(name)`\(help)")
    }
    try Terminal.output(
      "\(found.name) (\(found.severity.rawValue))\n\n\(found.summary)\n\n\(found.remedy)\n")
  }
}

extension String {
  /// Without the brackets in which messages show a code.
  fileprivate var trimmingBrackets: String { filter { $0 != "[" && $0 != "]" } }
}
