import LecternBriefing
import LecternHTML
package import LecternViews

extension Compiler {
  /// The list of briefings with the fonts that it needs, and the feeds, by their path below the site.
  package func index(
    of entries: [ListedBriefing]
  ) throws(MachineError) -> [String: [UInt8]] {
    let language = settings.defaults.language
    let labels = materials.labels[language]
    let title = settings.title ?? labels[.briefings]
    let sorted = Self.inOrder(entries)
    var pages = try materials.withFonts(materials.topContext, top: "") {
      context in
      [
        "index.html": IndexPage.html(
          of: sorted, title: title, language: language, labels: labels,
          in: context)
      ]
    }
    if let site = settings.site {
      let feeds = SiteFeeds(site: site, briefings: sorted)
      pages["sitemap.xml"] = feeds.map
      pages["feed.xml"] = feeds.feed(title: title, language: language)
    }
    return pages
  }
  /// Briefings as the list has them: by title, and by slug where titles are the same.
  private static func inOrder(_ entries: [ListedBriefing]) -> [ListedBriefing] {
    // A quotation mark in front says nothing of where a title belongs.
    let names = entries.map { entry in
      let title = entry.title.lowercased()
      let words = title.drop { !$0.isLetter && !$0.isNumber }
      return words.isEmpty ? title : String(words)
    }
    return entries.indices.sorted { left, right in
      names[left] == names[right]
        ? entries[left].slug < entries[right].slug : names[left] < names[right]
    }.map { entries[$0] }
  }
}
