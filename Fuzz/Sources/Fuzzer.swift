import CFuzzer
import Glibc
import LecternBuild

/// Feeds one target with texts; its name is in `FUZZ_TARGET`, the arguments are libFuzzer's, which starts itself anew with them.
///
/// With `--show FILE…` it prints what becomes of files instead, so that two processes can be compared.
@main
enum Fuzzer {
  /// The target; C calls back without any context.
  private static let target = getenv("FUZZ_TARGET").flatMap {
    FuzzTarget(rawValue: String(cString: $0))
  }
  private static let examiner = target.map(Examiner.init)

  static func main() {
    guard target != nil else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      stop("FUZZ_TARGET is none of the targets \(names)")
    }
    if CommandLine.arguments.dropFirst().first == "--show" {
      show(CommandLine.arguments.dropFirst(2))
      return
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let status = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      Fuzzer.examine(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
    exit(status)
  }

  private static func examine(_ text: [UInt8]) {
    guard let problem = examiner?.problem(in: text) else { return }
    stop(problem)
  }

  private static func show(_ paths: some Sequence<String>) {
    for path in paths {
      do {
        print("\(path)\n\(examiner?.made(of: try FileStore.disk.read(path)) ?? "")")
      } catch {
        stop("\(error)")
      }
    }
  }

  /// Says what is wrong and ends in the way in which libFuzzer keeps the text.
  private static func stop(_ problem: String) -> Never {
    let line = Array("lectern-fuzz: \(problem)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    abort()
  }
}
