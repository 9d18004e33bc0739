import ArgumentParser

/// The program: one briefing in, a deck and a report out.
@main
struct Lectern: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Turn Markdown briefings into slide decks and reports.",
    version: "0.1.0",
    subcommands: [
      Build.self, Check.self, Render.self, Export.self, New.self, Serve.self,
      Explain.self, Dump.self,
    ])
}
