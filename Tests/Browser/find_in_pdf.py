"""Looks for words in all that a PDF holds, and says where they are.

Usage: find_in_pdf.py FILE.pdf WORD …

A word is looked for in the text that a reader sees, in every string and name of every object, in every stream after
unpacking, and in the bytes as they are, in UTF-8 and UTF-16. Prints the words that were found, one a line, with the sheets that
show them; a word that is in the file but on no sheet is followed by `hidden`.
"""

import subprocess
import sys
from pathlib import Path

import pikepdf


def strings(thing, depth=0):
    if depth > 40:
        return
    if isinstance(thing, (pikepdf.String, pikepdf.Name)):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            if not getattr(part, "is_indirect", False):
                yield from strings(part, depth + 1)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in thing.items():
            yield str(key)
            if not getattr(value, "is_indirect", False):
                yield from strings(value, depth + 1)


def main():
    path, *wanted = sys.argv[1:]
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")
    parts = [Path(path).read_bytes()]
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes())
            parts += [word.encode("utf-8", "replace") for word in strings(thing)]
    for word in wanted:
        shown = [str(number) for number, sheet in enumerate(sheets, 1) if word in " ".join(sheet.split())]
        hidden = any(
            word.encode(coding) in part for part in parts for coding in ("utf-8", "utf-16-be", "utf-16-le")
        )
        if shown or hidden:
            print(word, " ".join(shown) or "hidden")


main()
