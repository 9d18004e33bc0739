import LecternBriefing
import LecternTypography

/// A note set apart: a title, and blocks beside a bar on a ground of their own.
struct CalloutBox: Box {
  private let shell: Block
  private let callout: Callout
  private var content: Stack

  init(_ callout: Callout, shell: Block, _ maker: BoxMaker) {
    self.shell = shell
    self.callout = callout
    content = maker.stack(callout.blocks)
  }

  private func inner(_ width: Double, _ scale: Scale) -> Double {
    width - scale.theme[.spaceBar] - 2 * scale.gap(.gapCalloutInline)
  }

  /// The room that title and edges take.
  private func frame(_ scale: Scale) -> Double {
    2 * scale.gap(.gapCalloutBlock) + scale.leading * scale.size + scale.gap(.gapHeading)
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    let frame = frame(scale)
    return frame
      + content.height(inner(width, scale), scale.inside(frame), upTo: limit - frame)
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    let frame = frame(scale)
    let parts = content.cut(
      at: room - frame, inner(width, scale), scale.inside(frame), isForced: isForced)
    return (parts.head.map { part($0) }, parts.tail.map { part($0, isRest: parts.head != nil) })
  }

  private func part(_ content: Stack, isRest: Bool = false) -> CalloutBox {
    var part = self
    part.content = content
    return isRest ? part.withoutID : part
  }

  private var withoutID: CalloutBox {
    var shell = shell
    shell.id = nil
    return CalloutBox(shell: shell, callout: callout, content: content)
  }

  private init(shell: Block, callout: Callout, content: Stack) {
    self.shell = shell
    self.callout = callout
    self.content = content
  }

  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    content.cutTables(inner(width, scale), scale.inside(frame(scale)))
  }

  var block: Block {
    var callout = callout
    callout.blocks = content.blocks
    var block = shell
    block.content = .callout(callout)
    return block
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    content.place(inner(width, scale), scale.inside(frame(scale)), into: &placements)
  }

  var flexibility: Int { content.flexibility }

  var stacked: [any Box] { [part(content.stacked)] }
}
