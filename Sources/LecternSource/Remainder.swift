/// The rest of a list: its end, with another first element in front if the first was cut.
///
/// Taking parts off a long list again and again costs no more than the parts, since nothing behind them is copied. Its
/// members can be inlined, as it stands in the inmost loops of other modules.
@frozen public struct Remainder<Element>: RandomAccessCollection {
  @usableFromInline let first: Element?
  @usableFromInline let rest: ArraySlice<Element>

  /// A whole list.
  @inlinable public init(_ elements: [Element]) {
    first = nil
    rest = elements[...]
  }

  @inlinable init(first: Element?, rest: ArraySlice<Element>) {
    self.first = first
    self.rest = rest
  }

  /// The index of the first element.
  @inlinable public var startIndex: Int { 0 }

  /// The index after the last element.
  @inlinable public var endIndex: Int { rest.count + (first == nil ? 0 : 1) }

  /// The element at an index from 0.
  @inlinable public subscript(position: Int) -> Element {
    guard let first else { return rest[rest.startIndex + position] }
    return position == 0 ? first : rest[rest.startIndex + position - 1]
  }

  /// The elements from an index on, the first of them replaced if another is given.
  @inlinable public func from(_ index: Int, first replacement: Element? = nil) -> Remainder {
    let skipped = first == nil ? index : index - 1
    if let replacement {
      return Remainder(first: replacement, rest: rest.dropFirst(skipped + 1))
    }
    if index == 0 { return self }
    return Remainder(first: nil, rest: rest.dropFirst(skipped))
  }

  /// The elements before an index, with one more behind them if it is given.
  @inlinable public func upTo(_ index: Int, last: Element? = nil) -> Remainder {
    Remainder(Array(prefix(index)) + (last.map { [$0] } ?? []))
  }
}

extension Remainder: Sendable where Element: Sendable {}
