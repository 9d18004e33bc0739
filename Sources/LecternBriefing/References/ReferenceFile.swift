public import LecternSource

/// A file of references, in whichever of the forms that its name says.
public enum ReferenceFile {
  /// The works of a file: BibTeX in a file called `.bib`, CSL-JSON in any other.
  public static func read(_ file: SourceFile) -> Diagnosed<Bibliography> {
    let problems = SourceChecks.problems(in: file)
    guard !problems.contains(where: { $0.severity == .error }) else {
      return Diagnosed(Bibliography(), problems)
    }
    return file.path.lowercased().hasSuffix(".bib")
      ? BibTeXReader.read(file) : CSLJSONReader.read(file)
  }
}
