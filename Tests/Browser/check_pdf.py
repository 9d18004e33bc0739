"""Compares exported PDFs with the pages that they were printed from, and reports what is wrong, one line a problem.

Usage: check_pdf.py ENGINE PAGE.html PRINTED.pdf [AGAIN.pdf]

Checked against the page: language, title, authors; the outline (a report's headings, a deck's sections with their slides);
a walk of the tags: headings, lists, quotations, tables and figures are as many and in the same order, each figure has a
description, every sheet has tagged content, every link a description; a slide a sheet. In a report: the numbers in the contents
are those of the outline, the running head is the chapter's, no quotation is cut that fits a sheet. Nothing of the
machine is in the file, every font is embedded as a font, and a second export has the same bytes.

`pdfua` looks too; what it may find is listed below with the reason, and docs/pdf.md says the same.
"""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pikepdf

HTML = "{http://www.w3.org/1999/xhtml}"
problems = []

# What pdfua may find, by engine: the rule, and why it stays.
EXPECTED = {
    "chromium": {
        "UA-28-004": "no claim is made in the metadata",
        "UA-01-003": "text in the margins of sheets is not marked as an artifact",
    },
    "weasyprint": {
        "UA-15-003": "a table's body and its caption are tagged as tables of their own",
    },
}


def words(text):
    return " ".join(text.split())


def text(element, skip=()):
    if element.tag in [HTML + name for name in skip] or "permalink" in element.get("class", ""):
        return element.tail or ""
    inner = (element.text or "") + "".join(text(child, skip) + "" for child in element)
    return inner + (element.tail or "")


def own_text(element):
    return words((element.text or "") + "".join(text(child) for child in element))


class Page:
    """What the page says that was printed."""

    def __init__(self, path):
        self.root = html5lib.parse(Path(path).read_bytes())
        self.language = self.root.get("lang")
        self.title = words(next(self.root.iter(HTML + "title")).text)
        self.authors = [
            meta.get("content") for meta in self.root.iter(HTML + "meta") if meta.get("name") == "author"
        ]
        self.body = next(self.root.iter(HTML + "body"))
        self.slides = [e for e in self.body.iter(HTML + "section") if "slide" in e.get("class", "").split()]

    def elements(self, names):
        main = [e for e in self.body if e.tag in (HTML + "main", HTML + "header")]
        for part in main:
            for element in part.iter():
                if isinstance(element.tag, str) and element.tag.removeprefix(HTML) in names:
                    yield element

    @property
    def headings(self):
        return [
            (int(e.tag[-1]), own_text(e))
            for e in self.elements({"h1", "h2", "h3", "h4", "h5", "h6"})
        ]

    @property
    def deck_outline(self):
        result, section = [], None
        for slide in self.slides:
            heading = next(e for e in slide.iter() if "slide-title" in e.get("class", "").split())
            continued = any("continued" in e.get("class", "") for e in heading)
            name = slide.get("data-section")
            opens = re.search("layout-(agenda|section)", slide.get("class")) is not None
            title = own_text(heading)
            if name is None:
                result.append((0, title))
                section = None
                continue
            if section != name or opens:
                result.append((0, name))
                section = name
                if opens:
                    continue
            if not continued:
                result.append((1, title))
        return result


class Tags:
    """The tags of a PDF in their order."""

    def __init__(self, pdf):
        self.roles = {str(k): str(v) for k, v in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}
        self.pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
        self.list = []
        self.sheets_with_content = set()
        kids = pdf.Root.StructTreeRoot.K
        self.walk(kids, None)

    def walk(self, node, page):
        stack = [(node, page)]
        while stack:
            node, page = stack.pop()
            if isinstance(node, pikepdf.Array):
                stack.extend((kid, page) for kid in reversed(list(node)))
                continue
            if not isinstance(node, pikepdf.Dictionary):
                self.sheets_with_content.add(page)
                continue
            if "/Pg" in node:
                page = self.pages.get(node.Pg.objgen, page)
            if "/S" in node:
                name = str(node.S)
                self.list.append((self.roles.get(name, name)[1:], page, node))
            elif node.get("/Type") in ("/MCR", "/OBJR"):
                self.sheets_with_content.add(page)
            if "/K" in node:
                stack.append((node.K, page))

    def count(self, name):
        return sum(1 for tag in self.list if tag[0] == name)


def outline(pdf, pages):
    result = []

    def page_of(item):
        target = item.destination
        if target is None and item.action is not None:
            target = item.action.get("/D")
        if isinstance(target, (pikepdf.String, pikepdf.Name)):
            names = pikepdf.NameTree(pdf.Root.Names.Dests) if "/Names" in pdf.Root else pdf.Root.Dests
            target = names[str(target)]
        if isinstance(target, pikepdf.Dictionary):
            target = target.D
        return pages.get(target[0].objgen)

    def walk(items, level):
        for item in items:
            result.append((level, words(str(item.title)), page_of(item)))
            walk(item.children, level + 1)

    with pdf.open_outline() as tree:
        walk(tree.root, 0)
    return result


def sheets(path):
    result = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return result.stdout.split("\f")[:-1]


def check_facts(pdf, page, engine):
    info = pdf.docinfo
    for name, found, wanted in [
        ("language", str(pdf.Root.get("/Lang")), page.language),
        ("title", words(str(info.get("/Title"))), page.title),
        ("author", str(info.get("/Author", "")), ", ".join(page.authors)),
        ("tagged", bool(pdf.Root.MarkInfo.Marked), True),
        ("shows its title", bool(pdf.Root.ViewerPreferences.DisplayDocTitle), True),
    ]:
        if found != wanted:
            problems.append(f"{name}: {found!r}, wanted {wanted!r}")
    packet = pdf.Root.Metadata.read_bytes().decode()
    for author in page.authors:
        if author not in packet:
            problems.append(f"the metadata lacks {author}")
    if engine == "chromium" and "pdfuaid" in packet:
        problems.append("the metadata claims PDF/UA")


def links_in_pieces(sheet):
    """The targets of links that have several rectangles side by side; how many they get is not always the same."""
    rectangles = []
    for link in sheet.get("/Annots", []):
        action = link.get("/A", {})
        target = str(link.get("/Dest") or action.get("/D") or action.get("/URI"))
        rectangles.append((target, [float(edge) for edge in link.Rect]))
    return [
        target for (target, first), (other, second) in zip(rectangles, rectangles[1:])
        if target == other and abs(first[2] - second[0]) < 0.5 and abs(first[1] - second[1]) < 2]


def check_tags(pdf, page, tags, engine):
    found = [int(tag[0][1]) for tag in tags.list if re.fullmatch("H[1-6]", tag[0])]
    wanted = [level for level, _ in page.headings]
    if found != wanted:
        problems.append(f"headings are tagged {found}, wanted {wanted}")
    for tag, name in [("LI", "li"), ("BlockQuote", "blockquote")]:
        found, wanted = tags.count(tag), sum(1 for _ in page.elements({name}))
        if tag == "LI" and engine == "chromium" and not page.slides:
            # It does not take endnotes for items of a list.
            notes = [e for e in page.elements({"section"}) if e.get("role") == "doc-endnotes"]
            wanted -= sum(1 for section in notes for _ in section.iter(HTML + "li"))
        # WeasyPrint begins a new tag on each sheet.
        if found != wanted if engine == "chromium" else found < wanted:
            problems.append(f"{found} {tag}, wanted {wanted}")
    drawings = sum(1 for _ in page.elements({"img"})) + sum(
        1 for e in page.body.iter("{http://www.w3.org/2000/svg}svg") if e.get("role") == "img"
    )
    figures = [tag for tag in tags.list if tag[0] == "Figure"]
    if len(figures) != drawings:
        problems.append(f"{len(figures)} figures, wanted {drawings}")
    for _, sheet, node in figures:
        if not str(node.get("/Alt", "")):
            problems.append(f"a figure on sheet {(sheet or 0) + 1} has no description")
    empty = set(range(len(pdf.pages))) - tags.sheets_with_content
    if empty:
        problems.append(f"sheets {sorted(sheet + 1 for sheet in empty)} have no tagged content")
    for number, sheet in enumerate(pdf.pages, 1):
        for link in sheet.get("/Annots", []):
            if link.Subtype == "/Link" and not str(link.get("/Contents", "")):
                problems.append(f"a link on sheet {number} has no description")
        if engine == "chromium":
            problems.extend(f"a link on sheet {number} is in pieces: {name}" for name in links_in_pieces(sheet))


def check_deck(pdf, page, tags, lines):
    wanted = page.deck_outline
    found = [(level, title) for level, title, _ in lines]
    if found != wanted:
        problems.append(f"outline: {found}, wanted {wanted}")
    if len(pdf.pages) != len(page.slides):
        problems.append(f"{len(pdf.pages)} sheets for {len(page.slides)} slides")
        return
    # The first heading of each slide stands on its own sheet.
    headings = [tag for tag in tags.list if re.fullmatch("H[1-6]", tag[0])]
    at = 0
    for number, slide in enumerate(page.slides):
        here = [e for e in slide.iter() if re.fullmatch(re.escape(HTML) + "h[1-6]", str(e.tag))]
        for _ in here:
            if at < len(headings) and headings[at][1] != number:
                problems.append(f"a heading of slide {number + 1} is on sheet {headings[at][1]}")
            at += 1
    size = "size-4x3" in page.body.get("class", "")
    for number, sheet in enumerate(pdf.pages, 1):
        width, height = float(sheet.mediabox[2]), float(sheet.mediabox[3])
        if abs(width - (720 if size else 960)) > 1 or abs(height - 540) > 1:
            problems.append(f"sheet {number} is {width} × {height}")


def check_size(path):
    """A browser prints every sheet smaller when one thing is too wide; the title is set in 32 points."""
    result = subprocess.run(["pdftotext", "-bbox", "-l", "1", path, "-"], capture_output=True, text=True, check=True)
    places = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', result.stdout)
    highest = max(float(lower) - float(upper) for upper, lower in places)
    # The font's own height is 1.21 of its size.
    if highest < 32 * 1.15:
        problems.append(f"the title is {highest:.1f} points high, as if it were printed smaller")


def squeezed(text):
    """A text without white space, by which lines of a sheet and paragraphs of a page can be compared."""
    return re.sub(r"\s+", "", text)


def check_report(page, lines, path, engine):
    found = [(level, title) for level, title, _ in lines]
    top = min((level for level, _ in page.headings), default=1)
    wanted = [(level - top, title) for level, title in page.headings]
    if found != wanted:
        problems.append(f"outline: {found}, wanted {wanted}")
        return
    printed = sheets(path)
    check_size(path)
    ids = [e.get("id") for e in page.elements({"h1", "h2", "h3", "h4", "h5", "h6"})]
    place = {id: sheet for id, (_, _, sheet) in zip(ids, lines)}
    heads = [e for e in page.elements({"h1", "h2", "h3", "h4", "h5", "h6"})]
    check_contents(page, place, printed)
    check_heads(page, place, printed)
    check_quotations(page, printed)
    for number, text in enumerate(printed, 1):
        if f"{number} of {len(printed)}" not in text and f"{number} sur {len(printed)}" not in text:
            problems.append(f"sheet {number} does not say its number")
        rest = squeezed("".join(text.strip().splitlines()[:-1]))
        for heading in heads:
            title = squeezed(own_text(heading))
            if len(title) > 8 and place[heading.get("id")] == number - 1 and rest.endswith(title):
                problems.append(f"a heading is the last on sheet {number}: {own_text(heading)}")
    first = printed[0]
    for word in ["index.html"]:
        if word not in first:
            problems.append(f"the first sheet does not name {word}")


def contents_links(page):
    for nav in page.body.iter(HTML + "nav"):
        if nav.get("class") == "contents":
            yield from nav.iter(HTML + "a")


def check_contents(page, place, printed):
    """The numbers behind the names in the contents, in their order, are those of the outline."""
    links = list(contents_links(page))
    if not links:
        return
    wanted = [place[unquote(link.get("href"))[1:]] + 1 for link in links]
    start = min(place[i] for i in place if i == "page.contents")
    end = min(wanted)
    text = "\n".join(line for sheet in printed[start:end] for line in sheet.splitlines())
    text = text[text.index(own_text(next(e for e in page.elements({"h2"}) if e.get("id") == "page.contents"))) :]
    at = 0
    lines = [words(line) for line in text.splitlines() if line.strip()]
    for link, number in zip(links, wanted):
        last = squeezed(own_text(link))[-6:]
        while at < len(lines) and not (
            re.search(r"\d+$", lines[at]) and squeezed(re.sub(r"[.\s]*\d+$", "", lines[at])).endswith(last)
        ):
            at += 1
        if at == len(lines):
            problems.append(f"the contents have no number for {own_text(link)}")
            return
        found = int(re.search(r"(\d+)$", lines[at])[1])
        if found != number:
            problems.append(f"the contents say {found} for {own_text(link)}, which is on {number}")
        at += 1


def check_heads(page, place, printed):
    """The first line of each sheet names the chapter that is on it."""
    names = {unquote(link.get("href"))[1:]: own_text(link) for link in contents_links(page)}
    chapters = [e for e in page.elements({"h2"}) if e.get("id") in names]
    for number, text in enumerate(printed):
        here = [e for e in chapters if place[e.get("id")] == number]
        before = [e for e in chapters if place[e.get("id")] < number]
        current = here[0] if here else before[-1] if before else None
        # The first sheet has its title.
        if current is None or number == 0:
            continue
        head = squeezed(text.strip().splitlines()[0])
        if squeezed(names[current.get("id")]) not in head:
            problems.append(f"sheet {number + 1} is headed {head!r}, wanted {names[current.get('id')]!r}")


def check_quotations(page, printed):
    """A quotation that fits a sheet stands on one."""
    texts = [squeezed(text) for text in printed]
    for quote in page.elements({"blockquote"}):
        text = squeezed(own_text(quote))
        if "turn" in str([e.get("class") for e in quote.iter()]) or len(text) > 1800 or not text:
            continue
        start, end = text[:30], text[-30:]
        if not any(start in sheet and end in sheet for sheet in texts):
            problems.append(f"a quotation is cut: {own_text(quote)[:50]}")


def check_file(path, pdf):
    raw = Path(path).read_bytes()
    streams = [raw]
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            try:
                streams.append(thing.read_bytes())
            except pikepdf.PdfError:
                pass
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            if thing.get("/Subtype") == "/Type3":
                problems.append("a font is drawn, not embedded")
    for part in streams:
        for word in (b"file://", b"lectern-", b"/tmp/"):
            if word in part:
                problems.append(f"{word.decode()} is in the file")


def check_rules(path, engine):
    """What pdfua finds, by rule."""
    report = subprocess.run(
        [str(Path(sys.executable).parent / "pdfua"), "check", path], capture_output=True, text=True
    ).stdout
    found = {}
    for code in re.findall(r"\[(?:ERROR|WARN) *\] (UA-\d+-\d+)", report):
        found[code] = found.get(code, 0) + 1
    for code in found:
        if code not in EXPECTED[engine]:
            problems.append(f"pdfua finds {code}, {found[code]} times")
    rules = re.search(r"checked against (\d+) of (\d+) PDF/UA-1 rules", report)
    if rules is None:
        problems.append("pdfua checked nothing")
        return
    listed = ", ".join(f"{code} × {count}" for code, count in sorted(found.items())) or "nothing"
    print(f"{Path(path).name}: pdfua looked by {rules[1]} of {rules[2]} rules and found {listed}")


def main():
    engine, source, path, *again = sys.argv[1:]
    page = Page(source)
    with pikepdf.open(path) as pdf:
        pages = {sheet.objgen: index for index, sheet in enumerate(pdf.pages)}
        lines = outline(pdf, pages)
        tags = Tags(pdf)
        check_facts(pdf, page, engine)
        check_tags(pdf, page, tags, engine)
        check_file(path, pdf)
        if page.slides:
            check_deck(pdf, page, tags, lines)
        else:
            check_report(page, lines, path, engine)
    check_rules(path, engine)
    for other in again:
        if Path(other).read_bytes() != Path(path).read_bytes():
            problems.append("a second export has other bytes")
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
