package import LecternSource

extension MachineError {
  /// The same as a problem, for where problems are shown beside pages and nothing ends.
  package var located: LocatedDiagnostic {
    LocatedDiagnostic(
      Diagnostic(
        .machineFailed, line, at: .at(0), help: "put it right; the page is made again by itself"),
      in: SourceFile(path: path, bytes: []))
  }
}

extension Diagnostic.Code {
  static let machineFailed = Self(
    "machine-failed", .error,
    summary: "The machine could not read a file while a page of the preview was made.",
    remedy: "Put right what the message names: a missing folder, a permission, a full disk.")
}
