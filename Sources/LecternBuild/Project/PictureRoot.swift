extension FileStore {
  /// The real path of the folder in which a briefing's pictures and files must lie: the content folder, or the briefing's own
  /// when that lies elsewhere; nil when there is none.
  func root(of briefing: BriefingFile, content: String) -> String? {
    let folder = realPath(briefing.folder)
    guard let content = realPath(content) else { return folder }
    guard let folder, !folder.isOrLies(in: content) else { return content }
    return folder
  }
}

extension String {
  /// Whether a real path is that of a folder, or of something below it; byte by byte, as the system tells names apart.
  func isOrLies(in folder: String) -> Bool {
    let prefix = folder == "/" ? "/" : "\(folder)/"
    return utf8.elementsEqual(folder.utf8) || utf8.starts(with: prefix.utf8)
  }
}
