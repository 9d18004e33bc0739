"""Makes a project of the hostile texts in Tests/Vectors, so that one build meets all of them.

A file holds a class. Its first line says what they are, its second how they come into the project:

- `together`: blocks, twelve a briefing, each under a heading that names it;
- `alone`: a whole briefing each;
- `bibtex`, `json`: a file of references each, beside a briefing that cites `k`;
- `svg`: a picture each, beside a briefing that shows it;
- `name`: the name of a folder, and of the picture and the table in it.

A record begins with `=== ` and its name; `⟦hh⟧` is a byte. Behind the name of what must end a build stands `(refused)`: it belongs into
a project of its own. In the project of the others every error that a project may lower is made an information, since a page that is
never written proves nothing.
"""

import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
TOGETHER = 12
# These stay errors: a build that ends with one of the first three has found a leak, and without its picture a page has nothing to show.
KEPT = {
    "comment-in-built-file",
    "remote-file",
    "path-in-built-file",
    "picture-missing",
    "picture-outside",
    "picture-active",
    "picture-unreadable",
}
REFERENCES = """[{"id": "known", "type": "book", "title": "Known", "author": [{"family": "Ring", "given": "Ada"}],
  "issued": {"date-parts": [[2020]]}},
 {"id": "odd", "type": "article-journal", "title": "<script>alert(1)</script>", "container-title": "\\"><b onclick=alert(1)>",
  "author": [{"family": "Ring\\"><script>alert(1)</script>", "given": "<i>"}], "URL": "javascript:trapped=1",
  "DOI": "10.1/\\"><script>alert(1)</script>", "issued": {"date-parts": [[2020]]}}]
"""


@dataclass
class Vector:
    kind: str
    shape: str
    name: str
    body: bytes
    refused: bool
    # The folder of its briefing in the project, and in the site once that is known.
    folder: str = ""

    @property
    def title(self):
        return f"{self.kind}: {self.name}"


def read_vectors():
    vectors = []
    for path in sorted((ROOT / "Tests/Vectors").glob("*.txt")):
        head, *records = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)
        shape = re.search(r"^shape: (\w+)$", head, re.M)[1]
        for record in records:
            name, body = record.split("\n", 1)
            refused = name.endswith(" (refused)")
            raw = re.sub(rb"\xe2\x9f\xa6([0-9a-f]{2})\xe2\x9f\xa7", lambda m: bytes.fromhex(m[1].decode()), body.encode())
            vectors.append(Vector(path.stem, shape, name.removesuffix(" (refused)"), raw, refused))
    return vectors


def pixel():
    """The bytes of a PNG of one grey pixel."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def link(name):
    return quote(name, safe="")


class Project:
    """A project with vectors in it, in which errors of authors are forgiven or not."""

    def __init__(self, folder, vectors, forgiving=True):
        self.folder = folder
        self.vectors = vectors
        catalogue = (ROOT / "docs/diagnostics.md").read_text(encoding="utf-8")
        errors = re.findall(r"^\| `([a-z0-9-]+)` \| error \|", catalogue, re.M)
        lines = ["title: Vectors", "severities:"]
        lines += [f"  {code}: {'information' if forgiving else 'error'}" for code in errors if code not in KEPT]
        self.write("lectern.yaml", "\n".join(lines) + "\n")
        self.write("content/references.json", REFERENCES)
        together = {}
        number = 0
        for vector in vectors:
            if vector.shape == "together":
                together.setdefault(vector.kind, []).append(vector)
                continue
            number += 1
            vector.folder = f"{vector.kind}-{number}"
            getattr(self, f"add_{vector.shape}")(vector)
        for kind, all_of_kind in together.items():
            for start in range(0, len(all_of_kind), TOGETHER):
                self.add_together(f"{kind}-{start // TOGETHER + 1}", all_of_kind[start : start + TOGETHER])

    def write(self, path, text):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    def add_together(self, folder, vectors):
        # The facts of a study ask for the page of coverage as well.
        text = f"---\ntitle: {folder}\nstudy: {{aim: to hurt}}\n---\n\n".encode()
        for vector in vectors:
            vector.folder = folder
            text += f"## {vector.title}\n\n".encode() + vector.body + b"\n"
        self.write(f"content/{folder}/index.md", text)
        self.write(f"content/{folder}/pixel.png", pixel())

    def add_alone(self, vector):
        self.write(f"content/{vector.folder}/index.md", vector.body)

    def add_bibtex(self, vector):
        self.add_references(vector, "works.bib")

    def add_json(self, vector):
        self.add_references(vector, "works.json")

    def add_references(self, vector, name):
        self.write(f"content/{vector.folder}/{name}", vector.body)
        text = f"---\ntitle: '{vector.title}'\nreferences: {name}\n---\n\n## One\n\nWords [@k, p. 4] and (Ring 2020).\n"
        self.write(f"content/{vector.folder}/index.md", text)

    def add_svg(self, vector):
        self.write(f"content/{vector.folder}/drawing.svg", vector.body)
        text = f"# {vector.title}\n\n## One\n\n![A drawing](drawing.svg)\n\n[The drawing](drawing.svg)\n"
        self.write(f"content/{vector.folder}/index.md", text)

    def add_name(self, vector):
        name = vector.body.decode().removesuffix("\n")
        # The number keeps apart what the rule of slugs would make one.
        vector.folder = f"{name} {vector.folder}"
        text = f"# {vector.title}\n\n## One\n\n![A picture]({link(name + '.png')})\n\n[A table]({link(name + '.csv')})\n"
        self.write(f"content/{vector.folder}/index.md", text)
        self.write(f"content/{vector.folder}/{name}.png", pixel())
        self.write(f"content/{vector.folder}/{name}.csv", "a,b\n")
