import LecternBuild
import LecternChecks
import LecternTypography
import TestSupport
import Testing

/// Pictures are published without what they say beside the picture, and the picture itself stays as it is.
@Suite struct PictureMetadataTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Exif data with a name, and which side is up.
  private func exif(turned: UInt8, isLittle: Bool = false) -> [UInt8] {
    let numbers: [[UInt8]] = [[0, 42], [0, 0, 0, 8], [0, 2]]
    let maker: [[UInt8]] = [[0x01, 0x0F], [0, 2], [0, 0, 0, 3]]
    let side: [[UInt8]] = [[0x01, 0x12], [0, 3], [0, 0, 0, 1]]
    func ordered(_ parts: [[UInt8]]) -> [UInt8] {
      parts.flatMap { isLittle ? Array($0.reversed()) : $0 }
    }
    return bytes(isLittle ? "II" : "MM") + ordered(numbers) + ordered(maker) + bytes("Me\0\0")
      + ordered(side) + (isLittle ? [turned, 0] : [0, turned]) + [0, 0, 0, 0, 0, 0]
      + bytes("secret")
  }

  @Test func leavesTextsThatBeginAsPicturesAlone() async throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    let text = "<svg> is a tag <!-- kept --><metadata>kept</metadata>"
    try folder.write(text, to: "content/talk/tags.txt")
    try folder.write("# T\n\n[tags](tags.txt)\n", to: "content/talk/index.md")
    let project = Project(folder: folder.path)
    let result = try await SiteBuilder(ProjectLoader(project), options: .init(jobs: 1)).build()
    #expect(result.diagnostics.isEmpty)
    let files = try folder.files()
    #expect(files.first { $0.key.hasPrefix("assets/tags-") }?.value == Array(text.utf8))
  }

  @Test func takesTextAndTimeOutOfPNG() {
    for name in ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"] {
      let parts = PictureMetadata(Leaks.png(chunk: name, bytes("secret")))
      #expect(parts.picture == Leaks.png(), "\(name) stays")
      #expect(parts.removed.count == 18)
    }
    for name in ["gAMA", "iCCP", "pHYs", "tRNS", "acTL"] {
      let whole = Leaks.png(chunk: name, [1])
      #expect(PictureMetadata(whole).picture == whole, "\(name) does not stay")
    }
  }

  @Test func takesWhatStandsBehindThePicture() {
    #expect(PictureMetadata(Leaks.png() + bytes("secret")).picture == Leaks.png())
    let jpeg = Leaks.jpeg(0xDB, [0, 1])
    #expect(PictureMetadata(jpeg + bytes("secret")).picture == jpeg)
  }

  @Test func takesExifCommentsAndCaptionsOutOfJPEG() {
    for marker: UInt8 in [0xE1, 0xE2, 0xED, 0xEF, 0xFE] {
      let parts = PictureMetadata(Leaks.jpeg(marker, bytes("secret")))
      #expect(parts.picture == [0xFF, 0xD8] + Leaks.jpeg(marker, []).dropFirst(6))
    }
    for (marker, content) in [(UInt8(0xE2), "ICC_PROFILE\0x"), (0xEE, "Adobe\0"), (0xDB, "table")] {
      let whole = Leaks.jpeg(marker, bytes(content))
      #expect(PictureMetadata(whole).picture == whole)
    }
  }

  @Test(arguments: [true, false]) func keepsPicturesUpright(isLittle: Bool) {
    let turned = bytes("Exif\0\0") + exif(turned: 6, isLittle: isLittle)
    let picture = PictureMetadata(Leaks.jpeg(0xE1, turned)).picture
    #expect(!picture.contains(bytes("secret")) && !picture.contains(bytes("Me\0")))
    #expect(PictureSize.read(picture) == PictureSize(width: 2, height: 3))
    // What is left is as short as it can be, and is left again the next time.
    #expect(PictureMetadata(picture).picture == picture)
    let upright = bytes("Exif\0\0") + exif(turned: 1, isLittle: isLittle)
    #expect(!PictureMetadata(Leaks.jpeg(0xE1, upright)).picture.contains(bytes("Exif")))
  }

  @Test func takesThePreviewOutOfJFIF() {
    let start = bytes("JFIF\0") + [1, 1, 0, 0, 72, 0, 72]
    let parts = PictureMetadata(Leaks.jpeg(0xE0, start + [1, 1] + bytes("secret")))
    #expect(parts.picture == Leaks.jpeg(0xE0, start + [0, 0]))
  }

  @Test func takesCommentsOutOfGIFAndKeepsLoops() {
    let start = bytes("GIF89a") + [1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6]
    let loop = [0x21, 0xFF, 11] + bytes("NETSCAPE2.0") + [3, 1, 0, 0, 0]
    let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0]
    let comment = [0x21, 0xFE, 6] + bytes("secret") + [0]
    let other = [0x21, 0xFF, 11] + bytes("XMP DataXMP") + [6] + bytes("secret") + [0]
    let parts = PictureMetadata(start + loop + comment + other + image + [0x3B] + bytes("secret"))
    #expect(parts.picture == start + loop + image + [0x3B])
  }

  @Test func takesExifAndXMPOutOfWebP() {
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      bytes(name) + [UInt8(content.count), 0, 0, 0] + content + (content.count % 2 == 1 ? [0] : [])
    }
    func file(_ chunks: [UInt8]) -> [UInt8] {
      bytes("RIFF") + [UInt8(chunks.count + 4), 0, 0, 0] + bytes("WEBP") + chunks
    }
    func start(_ flags: UInt8) -> [UInt8] { chunk("VP8X", [flags, 0, 0, 0, 2, 0, 0, 1, 0, 0]) }
    let image = chunk("VP8 ", [1, 2, 3])
    let whole = file(
      start(0x1C) + image + chunk("EXIF", exif(turned: 1)) + chunk("XMP ", bytes("secret")))
    #expect(PictureMetadata(whole).picture == file(start(0x10) + image))
    let turned = PictureMetadata(file(start(0x0C) + image + chunk("EXIF", exif(turned: 8)))).picture
    #expect(turned[20] == 0x08 && !turned.contains(bytes("secret")))
    #expect(PictureMetadata(turned).picture == turned)
  }

  @Test func takesNotesOfProgramsOutOfSVG() {
    let drawing = """
      <?xml version="1.0"?><?tool a?><svg xmlns="x" inkscape:export-filename="/home/me/a.png" \
      viewBox="0 0 1 1"><!-- secret --><metadata><rdf:RDF><a/>secret</rdf:RDF></metadata>\
      <sodipodi:namedview id="v"/><g inkscape:label="secret"><path d="M0 0"/></g></svg>
      """
    let kept = String(decoding: DrawingMetadata(bytes(drawing)).drawing, as: UTF8.self)
    #expect(
      kept == """
        <?xml version="1.0"?><svg xmlns="x"  viewBox="0 0 1 1"><g ><path d="M0 0"/></g></svg>
        """)
  }

  @Test func survivesFilesThatAreCutOrMadeUp() {
    let wholes = [
      Leaks.png(chunk: "eXIf", exif(turned: 6)),
      Leaks.jpeg(0xE1, bytes("Exif\0\0") + exif(turned: 6)),
      bytes("GIF89a") + [1, 0, 1, 0, 0x87, 0, 0, 0x21, 0xFE, 200],
      bytes("RIFF") + [255, 255, 255, 255] + bytes("WEBPVP8X") + [255, 255, 255, 255, 1, 2],
      bytes("<svg><metadata><a b='"),
    ]
    for whole in wholes {
      for length in 0...whole.count {
        let part = Array(whole.prefix(length))
        #expect(PictureMetadata(part).picture.count <= part.count + 40)
        _ = DrawingMetadata(part)
      }
    }
  }

  @Test func publishesPicturesWithoutTheirMetadata() async throws {
    let folder = try Leak.project(
      Leak(
        "picture", "![A](a.jpg) [the same](b.png)", beside: "a.jpg",
        Leaks.jpeg(0xE1, bytes("Exif\0\0secret"))))
    try folder.write(Leaks.png(chunk: "tEXt", bytes("secret")), to: "project/content/talk/b.png")
    let project = Project(folder: "\(folder.path)/project")
    _ = try await SiteBuilder(ProjectLoader(project), options: .init(jobs: 1)).build()
    let pictures = try folder.files(below: "project/site").filter {
      $0.key.hasPrefix("assets/a-") || $0.key.hasPrefix("assets/b-")
    }
    #expect(pictures.count == 2)
    #expect(pictures.values.allSatisfy { !$0.contains(self.bytes("secret")) })
    try folder.remove()
  }
}
