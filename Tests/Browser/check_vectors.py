"""Builds a project of all hostile texts in Tests/Vectors and reports what gets through, one line a problem.

Usage: check_vectors.py LECTERN

Checked on every page, as a parser of HTML reads it: elements, attributes and schemes of addresses are on a list, there is no
comment, no style or event as an attribute, no script inside but linked data, and the policy is there. Each page is then opened in
Chromium with traps for dialogs, windows, the console, `window.trapped` and every request but for files of the site; so is each drawing
that was copied. The heading of every vector is in both documents, so that none hides another. Before all that, pages that are bad on
purpose show that each of these is noticed.
"""

import base64
import hashlib
import re
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

import html5lib
from playwright.sync_api import sync_playwright

from find_browser import find_browser
from make_vectors import Project, read_vectors


def read_allowed():
    """The lists of what pages may hold, by their names."""
    lists = {}
    for line in (Path(__file__).parent / "allowed-markup.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, words = line.split(":", 1)
            lists.setdefault(name, set()).update(words.split())
    return lists


ALLOWED = read_allowed()
ELEMENTS = ALLOWED["elements"]
ATTRIBUTES = ALLOWED["attributes"]
SCHEMES = ALLOWED["schemes"]
ADDRESSES = ALLOWED["addresses"]
EXPORTED = ("presenter.html", "report.html")
EXPORTED_KINDS = ("addresses-1", "alternative-texts-1", "attributes-1", "templates-data-1", "yaml-bodies-1")
# Steps, the last slide, and the grid of all slides.
KEYS = ("ArrowRight", "End", "o", "Escape")


def name_of(tag):
    return re.sub(r"^\{http://www\.w3\.org/2000/svg\}", "svg:", re.sub(r"^\{http://www\.w3\.org/1999/xhtml\}", "", tag))


def allowed_hashes(policy):
    return set(re.findall(r"'sha256-([^']+)'", policy))


def address_problem(element, attribute, value, exported):
    # What a browser does before it looks for a scheme.
    cleaned = re.sub(r"[\t\n\r]", "", value).lstrip("".join(map(chr, range(33))))
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", cleaned)
    if scheme:
        if scheme[1].lower() in SCHEMES:
            return element != "a" and not (element == "link" and attribute == "href")
        # In an exported page pictures and the files that can be saved are part of the page.
        packed = {"img": ("data:image/",), "a": ("data:text/csv", "data:application/octet-stream")}.get(element)
        return not (exported and packed and cleaned.startswith(packed))
    return bool(re.match(r"[/\\]{2}", cleaned))


def page_problems(source, exported=False):
    """What a parser of HTML finds in a page that does not belong there."""
    found = []
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    tree = parser.parse(source)
    policy = ""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            found.append("holds a comment")
        elif name_of(element.tag) == "meta" and element.get("http-equiv") == "Content-Security-Policy":
            policy = element.get("content")
    if "default-src 'none'" not in policy:
        found.append("has no policy")
    hashes = allowed_hashes(policy)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = name_of(element.tag)
        text = "".join(element.itertext())
        if exported and name in ("script", "style") and element.get("type") is None:
            if base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() not in hashes:
                found.append(f"has a {name} that its policy does not name")
            continue
        if name not in ELEMENTS:
            found.append(f"has the element {name}")
        if name == "script" and element.get("src") is None and element.get("type") != "application/ld+json":
            found.append(f"has a script inside: {text[:60]}")
        if name == "meta" and element.get("http-equiv") not in (None, "Content-Security-Policy"):
            found.append(f"has a meta element for {element.get('http-equiv')}")
        for attribute, value in element.attrib.items():
            attribute = str(attribute)
            if attribute not in ATTRIBUTES and not re.fullmatch(r"(aria|data)-[a-z0-9-]+", attribute):
                found.append(f"has the attribute {attribute} at {name}")
            if attribute in ADDRESSES and address_problem(name, attribute, value, exported):
                found.append(f"points to {value[:80]} at {name}")
    return found


class Browser:
    """Chromium with traps."""

    def __init__(self, playwright, folder):
        self.browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        self.context = self.browser.new_context(viewport={"width": 1280, "height": 720})
        self.allowed = folder.as_uri() + "/"
        self.caught = []
        self.page = page = self.context.new_page()
        page.on("request", self.look_at_request)
        page.on("console", lambda message: self.caught.append(f"console: {message.text[:120]}"))
        page.on("pageerror", lambda error: self.caught.append(f"error: {str(error)[:120]}"))
        page.on("popup", self.look_at_window)
        page.on("dialog", self.look_at_dialog)

    def look_at_request(self, request):
        if not request.url.startswith((self.allowed, "data:image/", "data:font/")):
            self.caught.append(f"asks for {request.url[:120]}")

    def look_at_window(self, window):
        self.caught.append("opens a window")
        window.close()

    def look_at_dialog(self, dialog):
        self.caught.append(f"dialog: {dialog.message[:60]}")
        dialog.dismiss()

    def problems(self, path, keys=()):
        """What the traps catch on a page; what comes too late is told of the next one."""
        self.page.goto(path.as_uri(), wait_until="load")
        for key in keys:
            self.page.keyboard.press(key)
        if self.page.evaluate("window.trapped !== undefined"):
            self.caught.append("runs a script of the author's")
        return self.taken()

    def taken(self):
        caught, self.caught = self.caught, []
        return caught

    def late(self):
        """What the traps catch when they are given time."""
        self.page.wait_for_timeout(300)
        return self.taken()


# Each is bad in one way, and named for what must be said of it.
BAD = {
    "comment": "<p>a</p><!-- b -->",
    "the element b": "<b>x</b>",
    "attribute onclick": "<span onclick='trapped=1'>x</span>",
    "attribute style": "<span style='color:red'>x</span>",
    "points to": "<a href='java\tscript:trapped=1'>x</a>",
    "//trap.invalid": "<a href='//trap.invalid/'>x</a>",
    "script inside": "<script type=module>0</script>",
    "meta element": "<meta http-equiv=refresh content='9'>",
    "asks for": "<img src='https://trap.invalid/x.png' alt=''>",
    "dialog": "<script>alert(1)</script>",
    "runs a script": "<script>trapped = 1</script>",
    "console": "<script>console.log(1)</script>",
    "error": "<script>throw new Error('x')</script>",
    "opens a window": "<script>open('x.html')</script>",
    "no policy": "<p>x</p>",
}


def check_traps(browser, folder):
    problems = []
    for word, body in BAD.items():
        path = folder / "bad.html"
        path.write_text(f"<!doctype html><html lang=en><title>x</title><body>{body}", encoding="utf-8")
        said = page_problems(path.read_bytes()) + browser.problems(path, ["a"])
        for _ in range(10):
            if any(word in text for text in said):
                break
            said += browser.late()
        if not any(word in text for text in said):
            problems.append(f"the trap for “{word}” catches nothing; it says {said}")
    browser.late()
    path.unlink()
    return problems


def check_refusals(lectern, folder, vectors):
    problems = []
    for number, vector in enumerate(vectors):
        place = folder / str(number)
        Project(place, [vector], forgiving=False)
        run = subprocess.run([lectern, "build"], cwd=place, capture_output=True, timeout=60)
        if run.returncode != 1 or (place / "site").exists():
            problems.append(f"{vector.title}: is not refused, the build ended with {run.returncode}")
    return problems


@lru_cache(maxsize=None)
def words(path):
    """The words of a page, as a parser of HTML reads them."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    return " ".join("".join(parser.parse(path.read_bytes()).itertext()).split())


def main():
    lectern = Path(sys.argv[1]).resolve()
    vectors = read_vectors()
    problems = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name).resolve()
        problems += check_refusals(lectern, folder / "refused", [vector for vector in vectors if vector.refused])
        vectors = [vector for vector in vectors if not vector.refused]
        folder /= "built"
        Project(folder, vectors)
        run = subprocess.run([lectern, "build", "--keep-going"], cwd=folder, capture_output=True, timeout=300)
        said = run.stderr.decode(errors="replace")
        if run.returncode not in (0, 1):
            sys.exit(f"the build ended with {run.returncode}\n{said[-3000:]}")
        problems += [" ".join(lines.split("\n")[:2]) for lines in said.split("\n\n") if lines.startswith("error")]
        site = folder / "site"
        by_folder = {path.parent.name: path.parent for path in site.glob("*/index.html")}
        for vector in vectors:
            # A folder's name becomes a slug by a rule of its own, of which only the end is sure.
            number = vector.folder.rsplit("-", 1)[-1]
            place = by_folder.get(vector.folder) or next((p for n, p in by_folder.items() if n.endswith(f"{vector.kind}-{number}")), None)
            if place is None:
                problems.append(f"{vector.title}: makes no page")
            elif vector.shape == "together":
                for page in ("index.html", "deck.html"):
                    if vector.title not in words(place / page):
                        problems.append(f"{vector.title}: its heading is not in {page}")
        pages = sorted(site.rglob("*.html"))
        exports = folder / "site" / "exports"
        exports.mkdir()
        for kind in EXPORTED_KINDS:
            for document in EXPORTED:
                path = exports / f"{kind}-{document}"
                made = subprocess.run(
                    [lectern, "export", f"content/{kind}/index.md", "--to", document, "-o", path], cwd=folder, capture_output=True
                )
                if made.returncode != 0:
                    problems.append(f"{path.name}: {made.stderr.decode(errors='replace')[-300:]}")
                else:
                    pages.append(path)
        browser = Browser(playwright, site)
        problems += check_traps(browser, site)
        for path in pages:
            short = path.relative_to(site)
            exported = path.parent == exports
            for text in page_problems(path.read_bytes(), exported) + browser.problems(path, KEYS if "deck" in path.name else ()):
                problems.append(f"{short}: {text}")
        drawings = sorted(site.rglob("*.svg"))
        for path in drawings:
            problems += [f"{path.name}, opened alone: {text}" for text in browser.problems(path)]
        problems += [f"the last page: {text}" for text in browser.late()]
        browser.browser.close()
        for problem in dict.fromkeys(problems):
            print(problem)
        print(f"{len(vectors)} vectors built, {len(pages)} pages, {len(drawings)} drawings, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
