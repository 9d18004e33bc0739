import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of somebody else's, run without a shell, with limits, in a folder of its own that is also its home.
struct ExternalProgram: Sendable {
  let path: String
  let arguments: [String]
  let folder: String
  /// Lectern's own environment, of which the program sees little.
  let environment: [String: String]
  let limits: PrintLimits

  private enum End {
    case exited(Int32, output: String, errors: String)
    case killed(String)
    case neverStarted(String)
  }

  /// Runs it and returns what it says on its standard output.
  func run() async throws(MachineError) -> String {
    switch await end() {
    case .exited(0, let output, _): return output
    case .exited(let status, _, let errors):
      let last = errors.split(separator: "\n").last.map { ": \($0.prefix(300))" } ?? ""
      throw MachineError("print with", path, "it ended with status \(status)\(last)")
    case .killed(let reason), .neverStarted(let reason):
      throw MachineError("print with", path, reason)
    }
  }

  private func end() async -> End {
    await withTaskGroup(of: End?.self) { group in
      let (started, starting) = AsyncStream.makeStream(of: pid_t.self)
      group.addTask { await work(starting) }
      group.addTask { await watch(started) }
      var end: End?
      while let next = await group.next() {
        // The watch's word counts for more than the status of what it has killed.
        if case .killed? = next { return next ?? .neverStarted("") }
        if let next {
          end = next
          group.cancelAll()
        }
      }
      return end ?? .neverStarted("it was stopped")
    }
  }

  private func work(_ starting: AsyncStream<pid_t>.Continuation) async -> End? {
    defer { starting.finish() }
    var options = PlatformOptions()
    // A group of its own, so that its helpers end with it.
    options.processGroupID = 0
    do {
      let result = try await Subprocess.run(
        Configuration(
          executable: .path(FilePath(path)), arguments: Arguments(arguments),
          environment: .custom(programEnvironment), workingDirectory: FilePath(folder),
          platformOptions: options),
        input: .none, output: .string(limit: 65_536), error: .string(limit: 4_000_000)
      ) { execution in
        starting.yield(execution.processIdentifier.value)
      }
      switch result.terminationStatus {
      case .exited(let status):
        return .exited(
          status, output: result.standardOutput, errors: result.standardError)
      case .signaled(let signal): return .exited(128 + signal, output: "", errors: "")
      }
    } catch {
      return .neverStarted("\(error)")
    }
  }

  /// Waits until the program has used up what it may, or is done; then nothing of it is left.
  private func watch(_ started: AsyncStream<pid_t>) async -> End? {
    var iterator = started.makeAsyncIterator()
    guard let group = await iterator.next() else { return nil }
    defer { kill(-group, SIGKILL) }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(limits.seconds)
    while clock.now < end {
      guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { return nil }
      // On a busy machine this task may sleep for long, and the program be done long since.
      if hasEnded(group) { return nil }
      if ProcessMemory.ofGroup(group) > limits.memory {
        return .killed("it took more than \(limits.memory / 1_000_000) MB of memory")
      }
    }
    return .killed("it took longer than \(Int(limits.seconds)) seconds")
  }

  /// Whether a program has ended, even if nobody has asked yet with which status.
  private func hasEnded(_ process: pid_t) -> Bool {
    var info = siginfo_t()
    #if canImport(Glibc)
      let result = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
      // All of it is zero while the program runs.
      return result != 0 || info.si_signo != 0
    #else
      let result = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
      return result != 0 || info.si_pid != 0
    #endif
  }

  /// What the program needs to find itself and nothing that would make its result another.
  private var programEnvironment: [Environment.Key: String] {
    var result: [Environment.Key: String] = [
      "HOME": folder, "TMPDIR": folder, "XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": folder,
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    ]
    result["PATH"] = environment["PATH"]
    result["SOURCE_DATE_EPOCH"] = environment["SOURCE_DATE_EPOCH"] ?? "0"
    return result
  }
}
