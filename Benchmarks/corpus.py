"""Writes many briefings of the size and shape of the link-worker briefing, each with words of its own.

    corpus.py FOLDER COUNT [--seed N]

FOLDER becomes a project of Lectern's: `content/` holds the briefings and the references that they cite. The same seed gives the
same bytes. Words change in prose and quotations alone, so that structure, identifiers and figures stay as they are.
"""

import argparse
import random
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "content" / "link-worker-ethnography.md"
WORD = re.compile(r"\b[a-z]{4,}\b")
# What a link to a quotation is made of must stay.
KEPT = 8


def vocabulary():
    """Every longer word of the project's own briefings, the more frequent the more often."""
    text = "\n".join(path.read_text() for path in sorted((ROOT / "content").glob("*.md")))
    return WORD.findall(text)


def varied(line, words, random):
    """A line in which one word of three is another."""
    kept = " ".join(line.split(" ")[:KEPT])
    return kept + WORD.sub(lambda word: random.choice(words) if random.random() < 0.33 else word.group(), line[len(kept):])


def briefing(number, lines, words, random):
    result, fence = [], False
    for line in lines:
        if line.startswith("```"):
            fence = not fence
        is_prose = line[:1].isalpha() or (line.startswith("> ") and not line.startswith("> —"))
        # Front matter has keys; what is indented is a list's.
        if line.startswith("title: Link Worker"):
            line = f"title: Link Worker Ethnography {number}"
        elif is_prose and not fence and ":" not in line[:24] and "](" not in line:
            line = varied(line, words, random)
        result.append(line)
    return "\n".join(result) + "\n"


def make(folder, count, seed=1):
    """Writes the project and returns how many bytes of Markdown it has."""
    content = Path(folder) / "content"
    content.mkdir(parents=True)
    shutil.copy(ROOT / "content" / "references.json", content)
    chance, words, lines = random.Random(seed), vocabulary(), MODEL.read_text().splitlines()
    size = 0
    for number in range(1, count + 1):
        text = briefing(number, lines, words, chance)
        (content / f"briefing-{number:05}.md").write_text(text)
        size += len(text.encode())
    return size


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(make(arguments.folder, arguments.count, arguments.seed), "bytes")


if __name__ == "__main__":
    main()
