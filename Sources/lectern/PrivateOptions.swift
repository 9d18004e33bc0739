import ArgumentParser

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
}
