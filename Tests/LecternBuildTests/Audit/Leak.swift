import TestSupport
import Testing

/// One way in which a private string gets into a project, with the files that it takes.
struct Leak: Sendable, CustomTestStringConvertible {
  /// What kind of way it is.
  let name: String
  /// The files, by their path below the project; they stand in for those of `project`.
  let files: [String: [UInt8]]

  var testDescription: String { name }

  /// A leak in the files of a project.
  init(_ name: String, files: [String: [UInt8]]) {
    self.name = name
    self.files = files
  }

  /// A leak in the text of the one briefing.
  init(_ name: String, _ text: String) {
    self.init(name, files: ["content/talk.md": Array("# Talk\n\n## One\n\n\(text)\n".utf8)])
  }

  /// A leak in the front matter of the one briefing.
  init(_ name: String, front: String) {
    self.init(
      name, files: ["content/talk.md": Array("---\ntitle: Talk\n\(front)\n---\n\nText\n".utf8)])
  }

  /// A leak in a file beside the briefing, which shows it or leads to it.
  init(_ name: String, _ text: String, beside file: String, _ bytes: [UInt8]) {
    self.init(
      name,
      files: [
        "content/talk/index.md": Array("# Talk\n\n## One\n\n\(text)\n".utf8),
        "content/talk/\(file)": bytes,
      ])
  }

  /// The private list that every leak is held against; the second line is blank.
  static let list = """
    Johanna Brightwater

      Kestrel House\t
    0191 498 0021
    Zoë Ó Súilleabháin
    王小明
    #quietfox
    O'Rourke-Lindqvist

    """

  /// A project that holds none of these strings.
  static func project(_ leak: Leak? = nil) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let files = leak?.files ?? ["content/talk.md": Array("# Talk\n\n## One\n\nText\n".utf8)]
    for (path, bytes) in files { try folder.write(bytes, to: "project/\(path)") }
    try folder.write(list, to: "private.txt")
    return folder
  }
}
