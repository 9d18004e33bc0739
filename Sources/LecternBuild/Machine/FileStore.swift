/// The files that Lectern may see and change; a test replaces one of the closures.
public struct FileStore: Sendable {
  /// What a path leads to, symbolic links followed.
  public enum Kind: Sendable {
    case file
    case folder
    case other
  }

  /// What a path leads to; nil when there is nothing.
  public var kind: @Sendable (_ path: String) -> Kind?
  /// What tells a file's content from an older one without reading it; nil when there is nothing.
  public var stamp: @Sendable (_ path: String) -> FileStamp?
  /// The bytes of a file.
  public var read: @Sendable (_ path: String) throws(MachineError) -> [UInt8]
  /// Whether a path leads to a file that holds these bytes and no others.
  public var holds: @Sendable (_ bytes: [UInt8], _ path: String) throws(MachineError) -> Bool
  /// The names in a folder, sorted.
  public var names: @Sendable (_ folder: String) throws(MachineError) -> [String]
  /// The path without symbolic links; nil when there is nothing.
  public var realPath: @Sendable (_ path: String) -> String?
  /// Writes a file that is not there yet.
  public var write: @Sendable (_ bytes: [UInt8], _ path: String) throws(MachineError) -> Void
  /// Makes a folder and those above it; one that is there already is fine.
  public var makeFolder: @Sendable (_ path: String) throws(MachineError) -> Void
  /// Gives a file a second name on the same disk.
  public var link: @Sendable (_ path: String, _ newPath: String) throws(MachineError) -> Void
  /// Gives a file, link or folder a second name with all that it holds, as it is: links stay links, permissions what they are.
  public var carry: @Sendable (_ path: String, _ newPath: String) throws(MachineError) -> Void
  /// Gives the second file or folder the permissions of the first.
  public var copyPermissions:
    @Sendable (_ folder: String, _ other: String) throws(MachineError) -> Void
  /// Puts a folder in the place of another in one step; the other then has the first one's name.
  public var exchange: @Sendable (_ folder: String, _ other: String) throws(MachineError) -> Void
  /// Renames a folder to a name that is free, or a file, which takes the place of a file of that name in one step.
  public var rename: @Sendable (_ path: String, _ newName: String) throws(MachineError) -> Void
  /// Removes a folder with all that it holds; one that is not there is fine.
  public var removeTree: @Sendable (_ folder: String) throws(MachineError) -> Void
  /// Waits until what was written below a folder would survive a loss of power.
  public var flush: @Sendable (_ folder: String) throws(MachineError) -> Void
  /// Waits until nobody else holds a folder, and holds it until the lock is gone; nothing is written for it.
  public var lock: @Sendable (_ folder: String) throws(MachineError) -> FileLock

  /// Whether a folder may be changed.
  public var isWritable: @Sendable (_ folder: String) -> Bool
  /// Whether a file may be run as a program.
  public var isExecutable: @Sendable (_ path: String) -> Bool

  /// Where a folder stands for an instant while another takes its place on a file system that cannot exchange them.
  public static func aside(_ folder: String) -> String { "\(folder).old" }

  /// Every file below a folder as a path relative to it, sorted; a folder to which several ways lead is gone through once.
  public func files(below folder: String) throws(MachineError) -> [String] {
    var files: [String] = []
    var pending = [""]
    var seen = Set([realPath(folder)].compactMap(\.self))
    while let next = pending.popLast() {
      for name in try names(next.isEmpty ? folder : "\(folder)/\(next)") {
        let path = next.isEmpty ? name : "\(next)/\(name)"
        switch kind("\(folder)/\(path)") {
        case .folder:
          guard seen.insert(realPath("\(folder)/\(path)") ?? path).inserted else { continue }
          pending.append(path)
        case .file, .other: files.append(path)
        case nil: continue
        }
      }
    }
    return files.sorted()
  }
}
