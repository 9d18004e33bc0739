import ArgumentParser
import LecternBuild
import LecternSource

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program says to people: diagnostics, progress and failures on standard error, results on standard output.
enum Terminal {
  /// Whether messages may be coloured: on a terminal, unless `NO_COLOR` is set.
  static var usesColour: Bool { isTerminal && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true }

  /// Whether somebody is watching standard error.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// A variable of the environment; nil when it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Writes a result, or ends the command when there is no room for it.
  static func output(_ bytes: [UInt8]) throws(ExitCode) {
    guard ByteStream.write(bytes, to: STDOUT_FILENO) else { throw failure("write standard output") }
  }

  /// Writes the text of a result.
  static func output(_ text: String) throws(ExitCode) { try output(Array(text.utf8)) }

  /// Says what the system refused, and why.
  private static func failure(_ action: String) -> ExitCode {
    message("lectern: cannot \(action): \(String(cString: strerror(errno)).lowercased())\n")
    return .machine
  }

  /// Writes a message.
  static func message(_ text: String) {
    _ = ByteStream.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes diagnostics, those of some severities alone.
  static func print(_ diagnostics: [LocatedDiagnostic], from severity: Severity) {
    let printer = TextPrinter(usesColour: usesColour)
    for diagnostic in diagnostics where diagnostic.diagnostic.severity >= severity {
      message(printer.text(of: diagnostic) + "\n")
    }
  }

  /// Shows how far long work has come, in a line that the next one replaces.
  static func progress(_ done: Int, _ all: Int) {
    guard isTerminal, all >= 20 else { return }
    message(done < all ? "\r\(done) of \(all) briefings" : "\r\u{1B}[K")
  }

  /// The bytes of standard input.
  static func input() throws(ExitCode) -> [UInt8] {
    guard let bytes = ByteStream.read(STDIN_FILENO) else { throw failure("read standard input") }
    return bytes
  }
}

extension ExitCode {
  /// Something is wrong with what the author wrote.
  static let problems = ExitCode(1)
  /// The machine failed.
  static let machine = ExitCode(2)
}

/// Runs a command's work; a failure of the machine becomes one line, without private strings, and the exit code 2.
func reportingFailures<Value>(
  hiding privacy: PrivateOptions? = nil, _ work: () async throws -> Value
) async throws -> Value {
  do {
    return try await work()
  } catch let error as MachineError {
    Terminal.message("lectern: \(privacy?.masked(error.line) ?? error.line)\n")
    throw ExitCode.machine
  }
}

/// How many things happen at a time unless the author says otherwise: one for each processor.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// The environment of the program.
func environment() -> [String: String] {
  var result: [String: String] = [:]
  var entry = environ
  while let text = entry.pointee {
    let parts = String(cString: text).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
    entry += 1
  }
  return result
}
