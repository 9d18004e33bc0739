import LecternBriefing
import LecternSource
import LecternTypography

/// A picture with its caption, as large as it is and as there is room.
struct PictureBox: Box {
  private let shell: Block
  private let size: PictureSize
  private let picture: Picture
  private var caption: TextBox?
  /// The words that stand in the picture's place when it is on another server.
  private let words: TextBox?
  private let typesetter: Typesetter

  init(_ picture: Picture, shell: Block, _ typesetter: Typesetter) {
    self.shell = shell
    self.picture = picture
    self.typesetter = typesetter
    caption = picture.caption.map {
      TextBox([.text($0)], shell: shell, role: .caption, typesetter)
    }
    if case .relative(let written) = picture.image.address {
      size = typesetter.pictures[written] ?? PictureSize(width: 800, height: 600)
      words = nil
    } else {
      size = PictureSize(width: 1, height: 1)
      words = TextBox([.image(picture.image)], shell: shell, typesetter)
    }
  }

  private func captionHeight(_ width: Double, _ scale: Scale) -> Double {
    guard let caption else { return 0 }
    return caption.height(width, scale) + scale.theme[.spaceFigureGap]
  }

  private func pictureHeight(_ width: Double, _ scale: Scale) -> Double {
    let own = Double(size.height)
    let inWidth = width * own / Double(size.width)
    let room = max(SlideClasses.heightStep, scale.room - captionHeight(width, scale))
    let best = max(
      SlideClasses.heightStep,
      min(SlideClasses.heightUp(min(own, inWidth)), SlideClasses.heightDown(room)))
    let least = min(best, SlideClasses.heightUp(Self.leastShare * scale.room))
    return min(best, SlideClasses.heightDown(least + scale.spare))
  }

  /// How much of a slide a picture needs at least, unless it is smaller by itself.
  private static let leastShare = 0.35

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    captionHeight(width, scale)
      + (words?.height(width, scale) ?? pictureHeight(width, scale))
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    if height(width, scale) <= room { return (self, nil) }
    guard isForced else { return (nil, self) }
    if words != nil { return asText.cut(at: room, width, scale, isForced: true) }
    // A caption that leaves its picture too little room goes on as text.
    let least = SlideClasses.heightUp(min(Double(size.height), Self.leastShare * scale.room))
    let parts = caption?.cut(
      at: room - least - scale.theme[.spaceFigureGap], width, scale, isForced: true)
    guard let head = parts?.head as? TextBox, let tail = parts?.tail as? TextBox else {
      return (self, nil)
    }
    var first = self
    first.caption = head
    var rest = shell.withoutID
    rest.content = .paragraph(tail.inlines)
    return (first, TextBox(tail.inlines, shell: rest, typesetter))
  }

  /// The words in the picture's place with those of its caption, where they would fill a slide.
  private var asText: TextBox {
    var shell = shell
    shell.content = .paragraph([])
    let words = [.image(picture.image)] + (caption.map { [.text(" ")] + $0.inlines } ?? [])
    return TextBox(words, shell: shell, typesetter)
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    guard words == nil else { return }
    placements[shell.span.lower] = .pictured(height: pictureHeight(width, scale))
  }

  var block: Block {
    var picture = picture
    picture.caption = caption?.words
    var block = shell
    block.content = .picture(picture)
    return block
  }
  var flexibility: Int { words == nil ? 1 : 0 }
}
