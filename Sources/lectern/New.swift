import ArgumentParser
import LecternBriefing
import LecternBuild
import LecternSource

/// `lectern new`: a briefing to begin with.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a new briefing that builds without a warning.")

  @Argument(help: "The briefing's name, in words or as a file's name.")
  var name: String

  @OptionGroup var folders: ProjectOptions

  func validate() throws {
    let slug = Slug.of(stem)
    guard !slug.isEmpty else { throw ValidationError("a name needs a letter or a digit") }
    guard !BriefingFile.reservedSlugs.contains(slug) else {
      throw ValidationError("a briefing cannot be called `\(slug)`")
    }
  }

  func run() async throws {
    let project = folders.project()
    let path = "\(project.content)/\(Slug.of(stem)).md"
    try await reportingFailures {
      let files = FileStore.disk
      for path in [path, "\(project.content)/\(Slug.of(stem))/index.md"]
      where files.kind(path) != nil {
        throw MachineError("write", path, "it is there already")
      }
      try files.makeFolder(project.content)
      try files.write(Array(NewBriefing.text(title: title).utf8), path)
    }
    try Terminal.output("\(path)\n")
  }

  private var stem: String {
    let words = name.withoutComments.collapsed
    let file = words.split(separator: "/").last.map(String.init) ?? words
    return file.lowercased().hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// The name as a title: words, the first with a capital.
  private var title: String {
    let words = stem.contains(" ") ? stem : stem.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
