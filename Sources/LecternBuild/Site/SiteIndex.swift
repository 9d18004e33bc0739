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
    let sorted = entries.sorted { left, right in
      let a = left.title.text.lowercased()
      let b = right.title.text.lowercased()
      return a == b ? left.slug < right.slug : a < b
    }
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
