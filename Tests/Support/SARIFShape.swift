import Foundation

/// What the schema of SARIF 2.1.0 demands of the objects that a log of diagnostics is made of.
///
/// The schema allows no properties but those that it lists. Listed here are those of the objects in use, with their types;
/// properties that need not be written and are not in use are left out, so that a new one is looked up before it is added.
public struct SARIFShape {
  private indirect enum Shape: Sendable {
    case text
    case address
    case choice(Set<String>)
    case number(least: Int)
    case list(Shape)
    case object([String: Shape], required: Set<String>)
  }

  /// Makes a shape of a whole log.
  public init() {}

  /// Where and how a text departs from the schema; empty when it does not.
  public func problems(in bytes: [UInt8]) -> [String] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
      return ["it is no JSON"]
    }
    return problems(value, Self.log, at: "log")
  }

  private func problems(_ value: Any, _ shape: Shape, at path: String) -> [String] {
    switch shape {
    case .text: return value is String ? [] : ["\(path) is no text"]
    case .address:
      guard let text = value as? String, URL(string: text) != nil, !text.contains(" ") else {
        return ["\(path) is no address"]
      }
      return []
    case .choice(let words):
      return (value as? String).map(words.contains) == true ? [] : ["\(path) is none of \(words)"]
    case .number(let least):
      guard let number = value as? Int, number >= least else {
        return ["\(path) is below \(least)"]
      }
      return []
    case .list(let shape):
      guard let list = value as? [Any] else { return ["\(path) is no list"] }
      return list.enumerated().flatMap { problems($1, shape, at: "\(path)[\($0)]") }
    case .object(let shapes, let required):
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      let missing = required.subtracting(object.keys).map { "\(path) lacks \($0)" }
      return missing
        + object.flatMap { name, value in
          shapes[name].map { problems(value, $0, at: "\(path).\(name)") }
            ?? ["\(path).\(name) is not allowed"]
        }
    }
  }

  private static let message = Shape.object(["text": .text, "markdown": .text], required: ["text"])
  private static let level = Shape.choice(["none", "note", "warning", "error"])
  private static let region = Shape.object(
    [
      "startLine": .number(least: 1), "startColumn": .number(least: 1),
      "endLine": .number(least: 1), "endColumn": .number(least: 1),
    ], required: [])
  private static let location = Shape.object(
    [
      "physicalLocation": .object(
        [
          "artifactLocation": .object(["uri": .address], required: []), "region": region,
        ], required: ["artifactLocation"]), "message": message,
    ], required: [])
  private static let rule = Shape.object(
    [
      "id": .text, "shortDescription": message, "help": message,
      "defaultConfiguration": .object(["level": level], required: []),
    ], required: ["id"])
  private static let result = Shape.object(
    [
      "ruleId": .text, "ruleIndex": .number(least: -1), "level": level, "message": message,
      "locations": .list(location), "relatedLocations": .list(location),
    ], required: ["message"])
  private static let run = Shape.object(
    [
      "tool": .object(
        [
          "driver": .object(
            ["name": .text, "semanticVersion": .text, "rules": .list(rule)], required: ["name"])
        ], required: ["driver"]),
      "columnKind": .choice(["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(result),
    ], required: ["tool"])
  private static let log = Shape.object(
    ["$schema": .address, "version": .choice(["2.1.0"]), "runs": .list(run)],
    required: ["version", "runs"])
}
