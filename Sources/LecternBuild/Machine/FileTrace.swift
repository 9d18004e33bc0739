import Synchronization

/// What was read of the disk while something was made of it, so that one can tell later whether it would come out the same.
///
/// Whoever makes something hands on the store of `tracing`; then `isCurrent` asks the disk the same questions again and
/// compares the answers. Nothing needs to know beforehand on which files it will depend.
public final class FileTrace: Sendable {
  private enum Question: Hashable {
    case kind(String)
    case names(String)
    case realPath(String)
    case content(String)
  }

  private enum Answer: Equatable {
    case kind(FileStore.Kind?)
    case names([String]?)
    case realPath(String?)
    case content(String?, FileStamp?)
  }

  private let answers = Mutex<[Question: Answer]>([:])
  private let files: FileStore

  /// Begins a trace of what is asked of some files.
  public init(of files: FileStore) {
    self.files = files
  }

  /// The files, each question noted.
  public var tracing: FileStore {
    var store = files
    let files = files
    store.kind = { path in
      let kind = files.kind(path)
      self.note(.kind(path), .kind(kind))
      return kind
    }
    store.names = { folder throws(MachineError) in
      do throws(MachineError) {
        let names = try files.names(folder)
        self.note(.names(folder), .names(names))
        return names
      } catch {
        self.note(.names(folder), .names(nil))
        throw error
      }
    }
    store.realPath = { path in
      let real = files.realPath(path)
      self.note(.realPath(path), .realPath(real))
      return real
    }
    store.read = { path throws(MachineError) in
      // The stamp comes first: a change between the two is then noticed later, and never missed.
      let stamp = self.settledStamp(of: path)
      do throws(MachineError) {
        let bytes = try files.read(path)
        self.note(.content(path), .content(ContentHash.of(bytes), stamp))
        return bytes
      } catch {
        self.note(.content(path), .content(nil, nil))
        throw error
      }
    }
    return store
  }

  /// Whether every question still has the answer that it had.
  public var isCurrent: Bool {
    answers.withLock { $0 }.allSatisfy { question, answer in
      switch (question, answer) {
      case (.kind(let path), .kind(let kind)): files.kind(path) == kind
      case (.names(let folder), .names(let names)): (try? files.names(folder)) == names
      case (.realPath(let path), .realPath(let real)): files.realPath(path) == real
      case (.content(let path), .content(let hash, let stamp)):
        (stamp != nil && files.stamp(path) == stamp)
          || (try? files.read(path)).map(ContentHash.of) == hash
      default: false
      }
    }
  }

  private func note(_ question: Question, _ answer: Answer) {
    answers.withLock { answers in
      // Two answers to one question: whatever was made is of no one state of the disk.
      if let old = answers[question], old != answer, !Self.sayTheSame(old, answer) {
        answers[question] = .content("changed while it was read", nil)
      } else {
        answers[question] = answer
      }
    }
  }

  private static func sayTheSame(_ one: Answer, _ other: Answer) -> Bool {
    if case .content(let a, _) = one, case .content(let b, _) = other { return a == b }
    return one == other
  }

  /// The stamp of a file that has been left alone for a while; nil for one of which a stamp says nothing yet.
  private func settledStamp(of path: String) -> FileStamp? {
    guard let stamp = files.stamp(path), stamp.isSettled(at: SystemClock.now) else { return nil }
    return stamp
  }
}
