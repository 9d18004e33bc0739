extension Leaks {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// In names of files, in files beside the briefing, and in what all briefings share.
  static let files = [
    Leak("briefing's name", files: ["content/johanna-brightwater.md": bytes("# Talk\n\nText\n")]),
    Leak("folder's name", files: ["content/Kestrel House/index.md": bytes("# Talk\n\nText\n")]),
    Leak("picture's name", "![A dot](kestrel_house.png)", beside: "kestrel_house.png", png()),
    Leak(
      "name with percent signs", "![A](Kestrel%20House.png)", beside: "Kestrel House.png", png()),
    Leak(
      "linked table", "[data](data.csv)", beside: "data.csv", bytes("a,b\n1,Johanna Brightwater\n")),
    Leak(
      "two cells of a file", "[data](data.csv)", beside: "data.csv", bytes("Johanna,Brightwater\n")),
    Leak("linked text", "[data](data.txt)", beside: "data.txt", bytes("Johanna\r\nBrightwater\n")),
    Leak(
      "escapes of JSON", "[data](data.json)", beside: "data.json",
      bytes("{\"a\": \"\\u004aohanna Brightwater\"}")),
    Leak(
      "text of two bytes", "[data](data.csv)", beside: "data.csv",
      [0xFF, 0xFE] + wide("1;Kestrel House")),
    Leak(
      "text in Latin 1", "[data](data.csv)", beside: "data.csv",
      bytes("1,Zo") + [0xEB] + bytes(" O Suilleabhain\n")),
    Leak("text called a picture", "[a](a.jpg)", beside: "a.jpg", bytes("Johanna Brightwater")),
    Leak(
      "name of a font",
      files: [
        "content/talk.md": bytes("# Talk\n\nText\n"),
        "templates/fonts/kestrel-house.woff2": bytes("wOF2"),
      ]),
    Leak("readable part of a file", "[data](a.pdf)", beside: "a.pdf", wide("Johanna Brightwater")),
    Leak(
      "reference's title",
      files: [
        "content/talk.md": bytes("# Talk\n\nSee [@a2020].\n"),
        "content/references.json": bytes(
          "[{\"id\":\"a2020\",\"type\":\"book\",\"title\":\"Life at Kestrel House\"}]"),
      ]),
    Leak(
      "reference's author in two fields",
      files: [
        "content/talk.md": bytes("# Talk\n\nSee [@a2020].\n"),
        "content/references.json": bytes(
          "[{\"id\":\"a2020\",\"type\":\"book\",\"title\":\"T\",\"author\":[{\"family\":\"王\",\"given\":\"小明\"},{\"literal\":\"Kestrel House\"}]}]"
        ),
      ]),
    Leak(
      "participants' file",
      files: [
        "content/talk.md": bytes("---\ntitle: Talk\nparticipants: people.yaml\n---\n\nText\n"),
        "content/people.yaml": bytes("- id: P1\n  name: Ada\n  role: Works at Kestrel House\n"),
      ]),
    Leak(
      "settings",
      files: [
        "content/talk.md": bytes("# Talk\n\nText\n"),
        "lectern.yaml": bytes("title: Kestrel House\n"),
      ]),
    Leak(
      "template",
      files: [
        "content/talk.md": bytes("# Talk\n\nText\n"),
        "templates/index.mustache": bytes("<title>Kestrel House</title>{{{head}}}{{{list}}}"),
      ]),
    Leak(
      "style sheet",
      files: [
        "content/talk.md": bytes("# Talk\n\nText\n"),
        "templates/report.css": bytes("/* for Johanna Brightwater */\n"),
      ]),
  ]

  /// In and behind pictures.
  static let pictures = [
    Leak("alternative text", "![Johanna Brightwater at work](a.png)", beside: "a.png", png()),
    Leak("picture's title", "![A](a.png \"Kestrel House\")", beside: "a.png", png()),
    Leak(
      "Exif", "![A](a.jpg)", beside: "a.jpg", jpeg(0xE1, bytes("Exif\0\0MM Johanna Brightwater\0"))),
    Leak("Exif in two bytes", "![A](a.jpg)", beside: "a.jpg", jpeg(0xE1, wide("Kestrel House"))),
    Leak(
      "comment of JPEG", "![A](a.jpg)", beside: "a.jpg", jpeg(0xFE, bytes("Johanna Brightwater"))),
    Leak(
      "text chunk of PNG", "![A](a.png)", beside: "a.png",
      png(chunk: "tEXt", bytes("Author\0Johanna Brightwater"))),
    Leak(
      "comment of GIF", "![A](a.gif)", beside: "a.gif",
      bytes("GIF89a") + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 19] + bytes("Johanna Brightwater")
        + [0, 0x3B]),
    Leak(
      "drawing's label", "![A](a.svg)", beside: "a.svg", svg("<text>Johanna Brightwater</text>")),
    Leak(
      "lines of a label", "![A](a.svg)", beside: "a.svg",
      svg("<text><tspan>Johanna</tspan><tspan>Brightwater</tspan></text>")),
    Leak(
      "letters of a label", "![A](a.svg)", beside: "a.svg",
      svg("<text>" + "Johanna Brightwater".map { "<tspan>\($0)</tspan>" }.joined() + "</text>")),
    Leak("drawing's comment", "![A](a.svg)", beside: "a.svg", svg("<!-- Kestrel House -->")),
    Leak(
      "drawing's metadata", "![A](a.svg)", beside: "a.svg",
      svg("<metadata><a>Kestrel House</a></metadata>")),
    Leak("drawing's attribute", "![A](a.svg)", beside: "a.svg", svg("<g id=\"kestrel-house\"/>")),
  ]

  private static func svg(_ content: String) -> [UInt8] {
    bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\(content)</svg>")
  }

  /// Letters of two bytes, as Windows writes them.
  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  /// A picture of three by two dots, with one more chunk.
  static func png(chunk name: String? = nil, _ content: [UInt8] = []) -> [UInt8] {
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(content.count)] + bytes(name) + content + [0, 0, 0, 0]
    }
    return start + chunk("IHDR", [0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0])
      + (name.map { chunk($0, content) } ?? []) + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
  }

  /// A picture of three by two dots, with one more segment.
  static func jpeg(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, marker, 0, UInt8(content.count + 2)] + content
      + [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0]
      + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9]
  }
}
