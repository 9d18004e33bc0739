import ArgumentParser
import LecternBuild
import LecternChecks

/// Where the list of private strings is.
struct PrivateOptions: ParsableArguments {
  @Option(
    name: .customLong("private"),
    help: ArgumentHelp(
      "A file of strings that nothing built may hold, one a line; else the one that LECTERN_PRIVATE names.",
      valueName: "file"))
  var list: String?

  /// The path of the list; nil when there is none.
  var path: String? { list ?? Terminal.variable("LECTERN_PRIVATE") }

  /// A text with a bullet for each character of the private strings in it; a list that cannot be read hides nothing, and
  /// stops the work by itself.
  func masked(_ text: String) -> String {
    guard let path, let bytes = try? FileStore.disk.read(path), let list = PrivateList(bytes) else {
      return text
    }
    return PrivateAudit(list).masked(text)
  }
}
