import LecternBriefing
import LecternHTML
package import LecternViews

extension Compiler {
  /// The list of briefings with the fonts that it needs, and the feeds, by their path below the site.
  package func index(
    of entries: [BriefingFacts]
  ) throws(MachineError) -> [String: [UInt8]] {
    let language = settings.defaults.language
    let labels = materials.labels[language]
    let title = settings.title ?? labels[.briefings]
    // A quotation mark in front says nothing of where a title belongs.
    func name(_ facts: BriefingFacts) -> String {
      let title = facts.title.text.lowercased()
      let words = title.drop { !$0.isLetter && !$0.isNumber }
      return words.isEmpty ? title : String(words)
    }
    let named = entries.map { (name: name($0), facts: $0) }
    let sorted = named.sorted { left, right in
      left.name == right.name ? left.facts.slug < right.facts.slug : left.name < right.name
    }.map(\.facts)
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
}
