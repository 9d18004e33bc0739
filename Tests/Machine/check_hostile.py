"""Measures what hostile briefings of just under a megabyte cost, and reports those that cost too much.

Usage: check_hostile.py LECTERN [SHAPE …]

LECTERN must be built for release. Of each shape the time of the processor, the memory and the outcome are printed, and by how much
the time grows from half of it to the whole. A shape fails that takes more than 2 s or 256 MB, that ends otherwise than built or refused, that
is refused without an error that says why, or that grows more than 2.5 times. The machine ought to have nothing else to do.
"""

import os
import resource
import sys
import tempfile
from pathlib import Path

SIZE = 1_000_000
SECONDS = 2.0
MEGABYTES = 256
GROWTH = 2.5
# Below this, what grows is lost in what every run costs.
SHORTEST = 0.3
# What the kernel does to a shape that never ends.
HARD_SECONDS = 30


def repeated(piece):
    return lambda size: piece * (size // len(piece.encode()))


def numbered(piece):
    def text(size):
        pieces = []
        while size > 0:
            pieces.append(piece.replace("#", str(len(pieces))))
            size -= len(pieces[-1].encode())
        return "".join(pieces[:-1])

    return text


def enclosed(before, inside, after=""):
    return lambda size: before + inside(size - len(before + after)) + after


SHAPES = {
    "addresses with spaces": repeated("https://example.org/" + "x" * 9_000 + " "),
    "autolinks": repeated("<http://a.b> "),
    "balances": repeated("```balance\nleft: {title: a, items: [b]}\nright: {title: c, items: [d]}\n```\n\n"),
    "brackets": repeated("!["),
    "breaks": repeated("a\n\n---\n\n"),
    "callouts": repeated("> [!NOTE]\n> a\n\n"),
    "charts": repeated("```chart\ndata: {A: 1}\n```\n\n"),
    "citations": repeated("[@a; @b] @c\n\n"),
    "closing tags of nothing": lambda size: "<u> " * (size // 10) + "</q> " * (size // 10),
    "code blocks": repeated("```\na\n```\n"),
    "code spans": repeated("`a` "),
    "columns": repeated("<!-- columns -->\na\n<!-- column -->\nb\n<!-- /columns -->\n\n"),
    "comments": repeated("a <!-- b --> "),
    "comments never closed": repeated("a <!-- b\n\n"),
    "comments never closed in HTML": enclosed("<div>\n", repeated("<!-- a ")),
    "comments never closed in scripts": enclosed("<script>\n", repeated("<!-- a ")),
    "comments with dashes": repeated("a <!-- b -- c --> "),
    "control characters": repeated("\x01"),
    "declarations never closed in HTML": enclosed("<div>\n", repeated("<? a <!b\n")),
    "deep lists of many words": lambda size: 20 * ("- " * 48 + "word " * (size // 105) + "\n\n"),
    "deep quotations": repeated(">"),
    "deep quotations of many words": lambda size: 50 * (">" * 90 + " " + "word " * (size // 270) + "\n\n"),
    "elements": repeated("<sub>a</sub> "),
    "e-mail addresses": numbered("a#@b.org "),
    "emphasis": repeated("*a* "),
    "emphasis never closed": repeated("*a **b "),
    "entities": repeated("&amp;"),
    "footnotes": numbered("a[^#]\n\n[^#]: b\n\n"),
    "front matter": enclosed("---\ntitle: T\n", numbered("key#: a\n"), "---\n\nText\n"),
    "hard breaks": repeated("a\\\n"),
    "headings": numbered("### h#\n\n"),
    "link of many words": enclosed("[", repeated("word "), "](https://example.org/" + "x" * 9_000 + ")"),
    "list items": repeated("- a\n"),
    "long address": enclosed("https://example.org/", repeated("x")),
    "long word": repeated("X"),
    "one line of words": repeated("word "),
    "paragraphs": repeated("a\n\n"),
    "people": numbered("> The same words are said.\n>\n> — P#\n\n"),
    "pictures": repeated("![a](b.png)\n\n"),
    "quotations in lists": repeated("- > - > - > a\n"),
    "references": numbered("[r#]: /u\n"),
    "sentences of code": repeated("Yes. `a` *b* "),
    "signs of addresses": repeated("a@"),
    "short quotations": numbered("> word# a\n>\n> — Ann#\n\n"),
    "spans of HTML": repeated('<b c="d '),
    "steps": repeated("a\n\n<!-- step -->\n\n"),
    "text behind comments": repeated("<!-- a --> b\n\n"),
    "tables": repeated("|a|b|\n|-|-|\n|c|d|\n\n"),
    "tags left out": repeated("<b>a</b> "),
    "words of Chinese": repeated("日本語"),
}


def run(lectern, folder, shape, size, document):
    """The seconds, the megabytes, the status and the messages of one run."""
    text = SHAPES[shape](size - 10)
    (folder / "talk.md").write_text(text if text.startswith("---") else "# Talk\n\n" + text, encoding="utf-8")
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        resource.setrlimit(resource.RLIMIT_CPU, (HARD_SECONDS, HARD_SECONDS))
        os.execv(lectern, [lectern, "render", "talk.md", "--to", document])
    _, status, usage = os.wait4(child, 0)
    messages = (folder / "err").read_text(encoding="utf-8", errors="replace")
    code = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code, messages


def check(lectern, folder, shape, document):
    half, _, _, _ = run(lectern, folder, shape, SIZE // 2, document)
    seconds, megabytes, status, messages = run(lectern, folder, shape, SIZE, document)
    growth = seconds / half
    problems = []
    if seconds > SECONDS:
        problems.append("too slow")
    if megabytes > MEGABYTES:
        problems.append("too much memory")
    if status not in (0, 1):
        problems.append(f"ended with {status}")
    if status == 1 and "error: " not in messages:
        problems.append("refused without a word")
    if growth > GROWTH and seconds > SHORTEST:
        problems.append("grows too fast")
    outcome = "built" if status == 0 else "refused"
    print(
        f"{shape:24} {document:7} {outcome:8} {seconds:6.2f} s {megabytes:6.0f} MB  x {growth:4.1f}  {', '.join(problems)}",
        flush=True,
    )
    return not problems


def main():
    lectern = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        fine = [
            check(lectern, Path(name), shape, document) for shape in sys.argv[2:] or SHAPES for document in ("deck", "report")
        ]
    print(f"{fine.count(True)} of {len(fine)} within the limits")
    sys.exit(0 if all(fine) else 1)


main()
