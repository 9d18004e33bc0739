/// Every way of leaking that is tried, each of a kind of its own.
enum Leaks {
  static let all = texts + characters + blocks + figures + frontMatter + files + pictures

  /// Those whose string a page shows, so that it must be found there even if the source did not tell.
  static let inPages = texts + characters + figures.filter { !$0.name.contains("comment") }

  /// Split by markup, or written in another way.
  private static let texts = [
    Leak("plain text", "We met Johanna Brightwater there."),
    Leak("another case", "We met JOHANNA BRIGHTWATER there."),
    Leak("possessive", "This is Johanna Brightwater’s view."),
    Leak("in a word with a hyphen", "The Johanna-Brightwater method."),
    Leak("emphasis inside a word", "We met **Jo**hanna Bright*water* there."),
    Leak("code", "We met `Johanna Brightwater` there."),
    Leak("strikethrough", "We met ~~Johanna~~ Brightwater there."),
    Leak("raw HTML inside a word", "We met Johan<b>na Bri</b>ghtwater there."),
    Leak("inline elements", "We met <span lang=\"en\">Johanna</span> <mark>Brightwater</mark>."),
    Leak("title of an element inside a word", "Jo<span title=\"Kestrel House\">in</span>t."),
    Leak(
      "elements inside a word", "We met Jo<span lang=\"en\">hanna</span> Bright<span>water</span>."),
    Leak("elements side by side", "See <span>Johanna</span><span>Brightwater</span>."),
    Leak("title of an element", "An <abbr title=\"Johanna Brightwater\">JB</abbr> here."),
    Leak("line end in a paragraph", "We met Johanna\nBrightwater there."),
    Leak("hard break", "We met Johanna  \nBrightwater there."),
    Leak("footnote's mark between", "We met Johanna[^1] Brightwater.\n\n[^1]: Text."),
    Leak("words of a link", "See [Johanna Brightwater](https://example.org/)."),
    Leak("link's title", "See [this](https://example.org/ \"Johanna Brightwater\")."),
    Leak("link's address", "See [this](https://example.org/Johanna%20Brightwater)."),
    Leak("address escaped twice", "See [this](https://example.org/Johanna%2520Brightwater)."),
    Leak("link's query", "See [this](https://example.org/?q=johanna+brightwater)."),
    Leak("address of mail", "Write to <johanna.brightwater@example.org>."),
    Leak("address in angle brackets", "See <https://example.org/johanna_brightwater>."),
    Leak("backslash", "We met at Kestrel\\-House there."),
    Leak("comment inside a word", "We met Johan<!-- x -->na Brightwater there."),
    Leak("subject of a mail", "[Mail](mailto:a@example.org?subject=Johanna%20Brightwater)"),
    Leak("marks of direction", "We met \u{202A}Johanna\u{202C} \u{200F}Brightwater there."),
    Leak("joined words", "See JohannaBrightwater’s page."),
    Leak("spaces and tabs", "We met Johanna \t  Brightwater there."),
  ]

  /// Characters that look alike, or that nobody sees.
  private static let characters = [
    Leak("numbers of characters", "We met &#74;ohanna &#x42;rightwater there."),
    Leak("names of characters", "We met Johanna&nbsp;Bright&shy;water there."),
    Leak("letters with marks by name", "We met Zo&euml; &Oacute; S&uacute;illeabh&aacute;in."),
    Leak("full width", "We met Ｊｏｈａｎｎａ　Ｂｒｉｇｈｔｗａｔｅｒ there."),
    Leak("mathematical letters", "We met 𝐉𝐨𝐡𝐚𝐧𝐧𝐚 𝑩𝑟𝑖𝑔𝘩𝘵𝘸𝘢𝘵𝘦𝘳 there."),
    Leak("combining marks", "We met Joh\u{301}anna\u{308} Bri\u{30A}ghtwater there."),
    Leak("without its marks", "We met Zoe O Suilleabhain there."),
    Leak("taken apart", "We met Zoe\u{308} O\u{301} Su\u{301}illeabha\u{301}in there."),
    Leak("soft hyphen", "We met Jo\u{AD}hanna Bright\u{AD}water there."),
    Leak("zero-width characters", "We met Jo\u{200B}hanna\u{200D} Bright\u{2060}water\u{FEFF}."),
    Leak("no-break spaces", "We met Johanna\u{A0}\u{202F}Brightwater there."),
    Leak("other hyphens", "We met O’Rourke‑Lindqvist there."),
    Leak("apostrophe left out", "We met ORourke Lindqvist there."),
    Leak("no spaces between words", "我们采访了王小明先生。"),
    Leak("number with hyphens", "Call 0191-498-0021 now."),
    Leak("digits of another width", "Call ０１９１ ４９８ ００２１ now."),
    Leak("number in other groups", "Call 0 191 4980 021 or (0191) 498-00-21 now."),
    Leak("number without spaces", "Call 01914980021 now."),
    Leak("sign at the beginning", "Posted by #quietfox."),
  ]

  private static let blocks = [
    Leak("heading, and its id", "### Johanna Brightwater\n\nText"),
    Leak("quotation", "> Johanna Brightwater came.\n>\n> — Interview_Ada"),
    Leak("attribution", "> Words.\n>\n> — Interview_Johanna Brightwater"),
    Leak("speaker", "> Johanna Brightwater: Yes.\n>\n> Ada: No.\n>\n> — Interview"),
    Leak("table's cell", "| a | b |\n| - | - |\n| x | Johanna Brightwater |"),
    Leak("two cells", "| a | b |\n| - | - |\n| Johanna | Brightwater |"),
    Leak("caption", "Table: At Kestrel House\n\n| a |\n| - |\n| x |"),
    Leak("footnote", "Text.[^1]\n\n[^1]: Johanna Brightwater said so."),
    Leak("label of a footnote", "Text.[^kestrel-house]\n\n[^kestrel-house]: Text."),
    Leak("code block", "```text\nJohanna Brightwater\n```"),
    Leak("language of a code block", "```johanna-brightwater\nx\n```"),
    Leak("list", "- Johanna\n  Brightwater"),
    Leak("task", "- [x] Call Johanna Brightwater"),
    Leak("note", "Text\n\n<!-- Ask Johanna Brightwater first. -->"),
    Leak("note over two lines", "Text\n\n<!--\nAsk Johanna\nBrightwater first.\n-->"),
    Leak("comment in a line", "Text <!-- johanna brightwater --> goes on."),
    Leak(
      "reason of a directive", "<!-- allow quotation-without-attribution: Kestrel House -->\n\n> W"),
    Leak("range for the deck", "Text\n\n<!-- deck -->\n\nAt Kestrel House.\n\n<!-- /deck -->"),
    Leak(
      "range for the report", "Text\n\n<!-- report -->\n\nAt Kestrel House.\n\n<!-- /report -->"),
    Leak("id of a block", "<!-- id: johanna-brightwater -->\n\n> Words.\n>\n> — Interview_Ada"),
    Leak("short name", "### Title\n\n<!-- short: Kestrel House -->\n\nText"),
    Leak("key message", "### Key messages\n\n- Johanna Brightwater came.\n- Others came."),
    Leak("element that is left out", "<div data-x=\"Johanna Brightwater\">Text</div>"),
    Leak("definition that nobody uses", "Text\n\n[x]: https://example.org/ \"Kestrel House\""),
  ]

  private static let figures = [
    Leak("chart's label", "```chart\ndata:\n  Johanna Brightwater: 3\n  Others: 4\n```"),
    Leak(
      "label broken over lines",
      "```network\nhub: Talk\nnodes: [\"Friends of Johanna Brightwater and of all her many neighbours\", b]\n```"
    ),
    Leak("figure's title", "```chart\ntitle: Visits of Johanna Brightwater\ndata:\n  a: 3\n```"),
    Leak("figure's summary", "```chart\nsummary: Kestrel House leads.\ndata:\n  a: 3\n```"),
    Leak("figure's source", "```chart\nsource: Kestrel House\ndata:\n  a: 3\n```"),
    Leak("figure's id", "```chart\nid: kestrel-house\ndata:\n  a: 3\n```"),
    Leak("figure's comment", "```chart\n# Johanna Brightwater counted\ndata:\n  a: 3\n```"),
    Leak(
      "escapes of YAML", "```chart\ntitle: \"\\x4Aohanna Bri\\u0067htwater\"\ndata:\n  a: 3\n```"),
    Leak(
      "cell of a matrix",
      "```matrix\nrows: [a]\ncolumns: [b]\ncells:\n  - [Johanna Brightwater]\n```"),
  ]

  private static let frontMatter = [
    Leak("author", front: "authors:\n  - name: Johanna Brightwater"),
    Leak("author's mail", front: "author: A\nemail: johanna.brightwater@example.org"),
    Leak("subtitle", front: "subtitle: With Johanna Brightwater"),
    Leak("summary", front: "summary: |\n  We met **Jo**hanna\n  Brightwater."),
    Leak("keywords", front: "keywords: [visits, Kestrel House]"),
    Leak("facts of the study", front: "study:\n  setting: Kestrel House"),
    Leak("participants", front: "participants:\n  - id: P1\n    name: Johanna Brightwater"),
    Leak("unknown key", front: "johanna brightwater: yes"),
    Leak("comment of YAML", front: "lang: en # P1 is Johanna Brightwater"),
    Leak("escape in a string", front: "subtitle: \"With \\u004Aohanna Brightwater\""),
  ]
}
