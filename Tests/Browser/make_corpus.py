"""Writes briefings that try to break the fitting of slides: every kind of block, short and endless, alone and mixed.

Usage: make_corpus.py OUT --seed N --briefings K

Writes OUT/content/*.md, their pictures in OUT/content/pictures, and OUT/recipes.tsv, which tells check_fit.py which recipe
made which slide. The same seed writes the same bytes, and the first briefings are the same whatever K is. All prose is
invented. No briefing holds an error; warnings are part of the corpus. Build it with `lectern build --project OUT`.
"""

import argparse
import json
import random
import re
import struct
import unicodedata
import zlib
from pathlib import Path

SLIDES = 40
SECTIONS = [5, 0, 25, 3, 12, 1, 7, 18, 2, 9]
LANGUAGES = ["en-GB", "en-GB", "fr", "en-GB", "de", "en-GB", "ar", "en-GB", "ja", "he"]

PLACES = """garden orchard greenhouse station platform library reading-room canal bakery harbour workshop market meadow allotment
footbridge lighthouse signal-box mill nursery terrace courtyard tearoom depot archive viaduct pond""".split()
THINGS = """timetable seedling ladder lantern catalogue bench ticket kettle trellis carriage shelf wheelbarrow map bell ledger
hedge window gate pump notebook basket railing clock hose lamp drawer""".split()
PEOPLE = """gardener librarian conductor baker neighbour apprentice visitor signaller keeper volunteer reader carpenter teacher
ferryman bookbinder courier""".split()
QUALITIES = """quiet long narrow unexpected ordinary careful uneven bright late patient modest crooked shared early broad faded
gentle stubborn well-kept half-finished""".split()
ACTS = """waters repairs counts borrows sketches sweeps opens measures carries sorts labels paints mends waits-for remembers
describes lends moves""".split()
TIMES = """in the morning|after the rain|on market days|before the first train|every second week|when the bell rings|during the
long winter|between two deliveries|at the end of the season|while the kettle boils|as far as anyone remembers|without much talk"""
TIMES = [" ".join(time.split()) for time in TIMES.split("|")]
SENTENCES = [
    "The {q} {l} {a} nothing {w}",
    "A {p} {a} the {t} {w}",
    "Nobody in the {l} knows why the {t} is so {q}",
    "The {p} says that the {q} {t} belongs to the {l}",
    "There is a {t} beside the {l}, and the {p} {a} it {w}",
    "What the {p} likes best is the {q} {t}",
    "It takes {n} days to paint the {t} of the {l}",
    "Of {n} visitors to the {l}, {m} asked about the {t}",
    "The {t} stood in the {l} until the {p} moved it",
    "If the {t} is {q}, the {p} {a} another one",
    "Between the {l} and the {k} there is a {q} path",
    "We put the {t} where the {p} could see it",
    "They asked whether the {l} would stay {q} {w}",
    "One {p} {a} the {t}, another {p} only watches",
    "So the {l} became {q}, slowly, {w}",
]
NAMES = """Marigold Rowan Hazel Bryony Linden Tansy Sorrel Alder Juniper Clover Yarrow Teasel Bramble Aster Laurel Poppy
Saffron Willow""".split()
FAMILIES = """Quillfeather Brambleton Ostlethorpe Merrowvane Tindlebrook Farrowmere Wexelby Pannikin Ludderdale Hobbleston
Crankshawe Zephyrine""".split()
COMPOUNDS = """Garten Eisenbahn Bibliothek Brücken Fluss Wetter Kessel Fahrplan Laternen Wasser Obst Gewächshaus Signal Bahnhof
Bücher Leih Prüfungs Verwaltungs Ordnungs Aufsichts Verzeichnis Pflege Winter""".split()
HEADS = ["kapitän", "meister", "ordnung", "beauftragte", "verzeichnis", "gesellschaft", "prüfung", "haltestelle"]

SCRIPTS = {
    "el": "κήπος τρένο βιβλιοθήκη σταθμός παράθυρο βιβλίο λουλούδι γέφυρα ποτάμι και ένα μεγάλο ήσυχο κοντά στο".split(),
    "ar": "حديقة قطار مكتبة محطة نافذة كتاب زهرة جسر نهر في مع كبيرة هادئ قرب صباحا".split(),
    "he": "גן רכבת ספרייה תחנה חלון ספר פרח גשר נהר עם גדול שקט ליד בבוקר".split(),
    "hi": "बगीचा रेलगाड़ी पुस्तकालय स्टेशन खिड़की किताब फूल पुल नदी और एक बड़ा शांत के पास".split(),
    "th": "สวน รถไฟ ห้องสมุด สถานี หน้าต่าง หนังสือ ดอกไม้ สะพาน แม่น้ำ และ ใหญ่ เงียบ ใกล้ ตอนเช้า".split(),
    "zh": "花园 火车 图书馆 车站 窗户 书本 花朵 小桥 河流 和 安静的 附近 早晨 一张 桌子".split(),
    "ja": "庭 電車 図書館 駅 窓 本 花 橋 川 の は 静かな 近くに 朝 テーブル ベンチ です".split(),
}
EMOJI = ["🌻", "🚂", "📚", "👩‍🌾", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "🇯🇵", "🇧🇷", "❤️", "👍🏽", "1️⃣", "🧑🏿‍🚒", "☔", "🫖", "👩🏽‍🤝‍👨🏻"]
PICTURES = {"tall": (40, 3000), "wide": (3000, 40), "photo": (1600, 900), "dot": (10, 10), "square": (600, 600)}


def png(width, height, tint):
    """A real picture with a gradient, so that a stretched one can be seen."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rows += bytes((255 * x // width, 255 * y // height, tint))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")
    )


def slug(text):
    """The id that GitHub gives a heading of these words."""
    kept = [c for c in text.strip().lower() if c in " -_" or unicodedata.category(c)[0] in "LMN" or c == "\u203f"]
    return "".join(kept).replace(" ", "-")


def indent(text, first, rest):
    lines = text.split("\n")
    return "\n".join([first + lines[0]] + [rest + line if line else rest.rstrip() for line in lines[1:]])


def quoted(*paragraphs):
    return indent("\n\n".join(paragraphs), "> ", "> ")


def yaml(value):
    return json.dumps(value, ensure_ascii=False)


class Prose:
    """Words, from one to thousands, out of one random source."""

    def __init__(self, chance):
        self.chance = chance

    def pick(self, values):
        return self.chance.choice(values)

    def number(self, low, high):
        return self.chance.randint(low, high)

    def maybe(self, share):
        return self.chance.random() < share

    def sentence(self):
        text = self.pick(SENTENCES).format(
            q=self.pick(QUALITIES), l=self.pick(PLACES), k=self.pick(PLACES), p=self.pick(PEOPLE), t=self.pick(THINGS),
            a=self.pick(ACTS).replace("-", " "), w=self.pick(TIMES), n=self.number(3, 90), m=self.number(1, 3),
        )
        return text + self.chance.choices([".", "?", "!", ";"], [12, 2, 1, 1])[0]

    def words(self, count):
        """Prose of exactly `count` words, which begins with a capital and ends a sentence."""
        found = []
        while len(found) < count:
            found += self.sentence().split()
        text = " ".join(found[:count]).rstrip(".,;?!") + "."
        return text[0].upper() + text[1:]

    def label(self, low=1, high=4):
        """A name without a full stop."""
        words = [self.pick(QUALITIES), self.pick(PLACES), self.pick(THINGS), self.pick(PEOPLE), "and", self.pick(THINGS)]
        count = self.number(low, high)
        while len(words) < count:
            words += self.words(12).rstrip(".").lower().split()
        text = " ".join(words[-count:] if count < 4 else words[:count])
        return text[0].upper() + text[1:]

    def compound(self, parts):
        """One German word of `parts` words."""
        if parts == 0:
            return "Donaudampfschifffahrtsgesellschaftskapitän"
        made = [self.pick(COMPOUNDS)] + [self.pick(COMPOUNDS).lower() for _ in range(parts)]
        return "".join(made) + self.pick(HEADS)

    def letters(self, count):
        return "".join(self.pick("abcdefghijklmnopqrstuvwxyz") for _ in range(count))

    def script(self, name, count):
        gap = "" if name in ("zh", "ja", "th") else " "
        return gap.join(self.pick(SCRIPTS[name]) for _ in range(count)) + ("。" if name in ("zh", "ja") else "")

    def url(self, long=False):
        path = "/".join(self.pick(PLACES) for _ in range(self.number(8, 25) if long else 2))
        query = "?" + "&".join(f"{self.pick(THINGS)}={self.number(1, 9999)}" for _ in range(12)) if long else ""
        return f"https://www.example.org/{path}/{self.pick(THINGS)}{query}"

    def strange(self):
        """A few words with something in them that breakers of lines get wrong."""
        return self.pick(
            [
                lambda: self.compound(self.number(0, 8)),
                lambda: self.script(self.pick(list(SCRIPTS)), self.number(2, 12)),
                lambda: " ".join(self.pick(EMOJI) for _ in range(self.number(1, 6))),
                lambda: "cafe\u0301 nai\u0308ve z\u0301\u0323\u0302a\u0308\u0304 e\u0301\u0301\u0301 n\u0303andu",
                lambda: "\u00a0".join(self.words(self.number(3, 9)).split()),
                lambda: "\u00ad".join(["Dampf", "schiff", "fahrts", "gesell", "schafts", "kapi", "täns", "mütze"]),
                lambda: "\u200b".join(self.pick(PLACES) for _ in range(self.number(3, 12))),
                lambda: "\u2060".join(self.pick(THINGS) for _ in range(3)),
                lambda: self.url(self.maybe(0.3)),
                lambda: self.letters(self.number(30, 90)),
                lambda: "10\u202f000\u00a0km – 3/4 … ½ “quoted” ‘so’ «ainsi» 'plain' 50%",
                lambda: "and/or input/output/throughput a-b-c-d-e well--kept em—dash—without—spaces",
            ]
        )()

    def inline(self, count=18):
        """A sentence or two with inline marks of every kind."""
        marks = [
            lambda: f"**{self.words(3).rstrip('.')}**",
            lambda: f"*{self.label(2, 3)}*",
            lambda: f"***{self.label(1, 2)}***",
            lambda: f"`{self.pick(THINGS)}_{self.pick(PLACES)}({self.number(1, 99)})`",
            lambda: f"<kbd>Ctrl</kbd>+<kbd>{self.pick('ABCXYZ')}</kbd>",
            lambda: f"m<sup>{self.number(2, 3)}</sup> and H<sub>2</sub>O",
            lambda: f"<small>{self.label(2, 5)}</small>",
            lambda: f"<mark>{self.label(2, 5)}</mark>",
            lambda: f"~~{self.label(1, 3)}~~",
            lambda: f"[{self.label(1, 6)}]({self.url()})",
            lambda: f"<abbr title=\"{self.label()}\">{self.letters(3).upper()}</abbr>",
            lambda: f"<u>{self.label()}</u> <q>{self.label()}</q> <cite>{self.label()}</cite> <ins>{self.label()}</ins>",
            lambda: self.strange(),
        ]
        parts = []
        left = count
        while left > 0:
            step = min(left, self.number(3, 8))
            parts.append(self.words(step).rstrip("."))
            parts.append(self.pick(marks)())
            left -= step
        return " ".join(parts) + "."


class Blocks(Prose):
    """The Markdown of single blocks."""

    def __init__(self, chance, keys):
        super().__init__(chance)
        self.keys = keys
        self.footnotes = 0
        self.targets = []

    # Quotations

    def attribution(self):
        name = self.pick(NAMES)
        return "— " + self.pick(
            [
                f"Focus Group_{name}",
                f"Interview_{name}",
                f"Field Notes_{self.label(3, 4)} meeting_Dec 2019",
                f"Interview, {name}, {self.label(1, 2)}, May 2026",
                "Local council document",
                f"Observation, {self.label(2, 4)}",
                f"[@{self.pick(self.keys)}]",
                f"Diary_{name}_Spring 2021",
                "Workshop on the upkeep of footbridges, lanterns and other things that nobody owns",
            ]
        )

    def heard(self, count):
        """Spoken words with a strong passage, brackets and ellipses."""
        words = self.words(count).split()
        if count >= 12:
            start = self.number(0, count // 2)
            end = min(count - 1, start + self.number(3, max(4, count // 3)))
            words[start] = "**" + words[start]
            words[end] = words[end].rstrip(";,.?!") + "**"
            for _ in range(count // 40 + 1):
                place = self.number(0, count - 1)
                if "*" not in words[place]:
                    words[place] = self.pick([words[place] + " […]", f"[the {self.pick(THINGS)}]", words[place] + "...", "…"])
            if count > 60 and self.maybe(0.3):
                words.insert(self.number(1, start) if start else 0, self.strange())
        return " ".join(words)

    def quote(self, count, paragraphs=1, step=False, source=True):
        parts = [self.heard(max(3, count // paragraphs)) for _ in range(paragraphs)]
        if step:
            parts = [part for paragraph in parts for part in (paragraph, "<!-- step -->")][:-1]
        return quoted(*parts, *([self.attribution()] if source else []))

    def conversation(self, turns, low=4, high=40, step=False):
        first, *names = self.chance.sample(NAMES, max(2, min(turns, self.number(2, 4))))
        names = [first] + names
        if self.maybe(0.2):
            names[0] = "Link Worker Team"
        parts = []
        for index in range(turns):
            parts.append(f"{names[index % len(names)]}: {self.heard(self.number(low, high))}")
            if self.maybe(0.15):
                parts.append(self.heard(self.number(low, high)))
            if step and index < turns - 1:
                parts.append("<!-- step -->")
        return quoted(*parts, *([self.attribution()] if self.maybe(0.8) else []))

    # Lists

    def items(self, count, low=2, high=16, marker="-", deep=1, start=1, tasks=False, rich=False, step=False):
        lines = []
        for index in range(count):
            mark = f"{start + index}. " if marker == "1" else marker + " "
            text = self.inline(self.number(low, high)) if rich and self.maybe(0.4) else self.words(self.number(low, high))
            if tasks:
                text = self.pick(["[ ] ", "[x] "]) + text
            if step and self.maybe(0.5):
                text += " <!-- step -->"
            if deep > 1 and self.maybe(0.6 if count < 20 else 0.25):
                inner = self.pick(["-", "*", "1"])
                few = self.number(1, 4)
                text += "\n" + self.items(few, low, high, inner, deep - 1, self.pick([1, 97]), rich=rich)
            lines.append(indent(text, mark, " " * len(mark)))
        return "\n".join(lines)

    def loose(self, count):
        """A list whose items hold several blocks."""
        items = []
        for _ in range(count):
            parts = [self.words(self.number(5, 25))]
            for _ in range(self.number(1, 2)):
                parts.append(
                    self.pick(
                        [
                            lambda: self.words(self.number(10, 40)),
                            lambda: self.code(self.number(2, 5)),
                            lambda: self.quote(self.number(8, 30)),
                            lambda: self.items(self.number(2, 3)),
                        ]
                    )()
                )
            items.append(indent("\n\n".join(parts), "- ", "  "))
        return "\n\n".join(items)

    # Tables, code, callouts

    def table(self, columns, rows, low=1, high=3, caption=None, essay=False, rich=False):
        def cell():
            if self.maybe(0.1):
                return str(self.number(1, 99999))
            words = self.number(low, high)
            if rich and self.maybe(0.3):
                return self.strange() if self.maybe(0.5) else self.inline(words)
            return self.words(words).rstrip(".")

        lines = [[self.label(1, 2) for _ in range(columns)]]
        lines.append([self.pick(["---", ":---", "---:", ":---:"]) for _ in range(columns)])
        lines += [[cell() for _ in range(columns)] for _ in range(rows)]
        if essay:
            lines[self.number(2, rows + 1)][self.number(0, columns - 1)] = self.words(200)
        text = "\n".join("| " + " | ".join(part.replace("|", "/") for part in line) + " |" for line in lines)
        if caption:
            text = self.pick(["Table: {c}\n\n{t}", "{t}\n\nTable: {c}"]).format(c=self.words(caption), t=text)
        return text

    def code(self, lines, width=8, tabs=False, language=None):
        made = []
        for index in range(lines):
            depth = ("\t" if tabs else "  ") * (index % 4)
            words = "_".join(self.pick(THINGS) for _ in range(self.number(1, 3)))
            made.append(depth + f"let {words} = " + " + ".join(self.pick(PLACES) for _ in range(self.number(1, width // 2))))
            if tabs and self.maybe(0.3):
                made[-1] += "\t# " + self.words(4)
        return f"```{language or self.pick(['swift', 'text', ''])}\n" + "\n".join(made) + "\n```"

    def callout(self, count, kind=None):
        kind = kind or self.pick(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
        parts = [self.inline(count)] if count < 60 else [self.words(count // 2), self.words(count // 2)]
        return f"> [!{kind}]\n" + quoted(*parts)

    # Figures and pictures

    def balance(self, left, right, low=1, high=4):
        def side(count):
            lines = [f"  title: {yaml(self.label(1, 4))}", "  items:"]
            for _ in range(count):
                text = self.label(low, high) if self.maybe(0.9) else self.strange()
                lines.append(f"    - {yaml(text)}" if self.maybe(0.8) else
                             f"    - {{ text: {yaml(text)}, weight: {self.number(1, 4)} }}")
            return "\n".join(lines)

        lines = ["```balance"]
        if self.maybe(0.8):
            lines.append(f"title: {yaml(self.label(2, 12))}")
        lines += ["left:", side(left), "right:", side(right)]
        if self.maybe(0.3):
            lines.append("tilt: " + self.pick(["left", "right", "level", "auto"]))
        return "\n".join(lines + self.figure_end())

    def chart(self, count, low=1, high=4, kind=None):
        kind = kind or self.pick(["bar", "bar", "stacked", "dot"])
        labels = []
        while len(labels) < count:
            label = self.label(low, high) if self.maybe(0.9) else self.strange()
            labels.append(label if label not in labels else f"{label} {len(labels)}")
        lines = ["```chart"]
        if self.maybe(0.8):
            lines.append(f"title: {yaml(self.label(2, 12))}")
        lines.append(f"type: {kind}")
        if self.maybe(0.5):
            lines.append("unit: " + yaml(self.pick(["%", "km", "visits a year", "€"])))
        lines.append("data:")
        parts = [f"{self.label(1, 2)} {index + 1}" for index in range(self.number(2, 5))]
        for label in labels:
            if kind == "stacked":
                numbers = ", ".join(f"{yaml(part)}: {self.number(0, 40)}" for part in parts)
                lines.append(f"  {yaml(label)}: {{ {numbers} }}")
            else:
                lines.append(f"  {yaml(label)}: {self.pick([self.number(0, 100), self.number(1000, 9999999), 2.5, 0.25])}")
        return "\n".join(lines + self.figure_end())

    def figure_end(self):
        lines = []
        if self.maybe(0.3):
            lines.append(f"summary: {yaml(self.words(self.number(8, 40)))}")
        if self.maybe(0.4):
            lines.append("source: " + yaml(self.pick([f"[@{self.pick(self.keys)}]", self.label(2, 10)])))
        return lines + ["```"]

    def picture(self, name, title=None):
        return f"![{self.label(2, 6)}](pictures/{name}.png" + (f' "{self.words(title)}")' if title else ")")

    def columns(self, count, makers):
        parts = ["<!-- columns -->"]
        for index in range(count):
            parts += (["<!-- column -->"] if index else []) + [maker() for maker in makers[index % len(makers)]]
        return "\n\n".join(parts + ["<!-- /columns -->"])

    # Notes and citations

    def footnoted(self, counts, paragraphs=1):
        """A paragraph with a footnote for each count of words, and their definitions."""
        text, notes = [], []
        for count in counts:
            self.footnotes += 1
            text.append(self.words(self.number(3, 10)).rstrip(".") + f"[^n{self.footnotes}]")
            parts = [self.words(max(1, count // paragraphs)) for _ in range(paragraphs)]
            notes.append(indent("\n\n".join(parts), f"[^n{self.footnotes}]: ", "    "))
        return "; ".join(text) + ".\n\n" + "\n\n".join(notes)

    def cited(self, count):
        forms = ["[@{k}]", "[@{k}, p. 12]", "[see @{k}; @{o}]", "[-@{k}]"]
        parts = [
            self.words(self.number(4, 12)).rstrip(".")
            + " "
            + self.pick(forms).format(k=self.pick(self.keys), o=self.pick(self.keys))
            for _ in range(count)
        ]
        return ". ".join(parts) + "."

    def small(self):
        """A block that a slide has room for beside others."""
        return self.pick(
            [
                lambda: self.words(self.number(5, 40)),
                lambda: self.inline(self.number(6, 30)),
                lambda: self.quote(self.number(8, 50)),
                lambda: self.conversation(2, 4, 14),
                lambda: self.items(self.number(1, 5), rich=True),
                lambda: self.items(self.number(2, 4), marker="1", start=self.pick([1, 97])),
                lambda: self.items(self.number(2, 4), tasks=True),
                lambda: self.table(self.number(2, 4), self.number(1, 4)),
                lambda: self.code(self.number(1, 5)),
                lambda: self.callout(self.number(5, 30)),
                lambda: self.chart(self.number(2, 4)),
                lambda: self.balance(2, 2),
                lambda: self.picture(self.pick(list(PICTURES))),
                lambda: self.footnoted([self.number(3, 20)]),
                lambda: self.cited(1),
                lambda: f"#### {self.label(2, 8)}\n\n{self.words(12)}",
            ]
        )()


# Each recipe makes the blocks of one slide. `study` stands only where the front matter has facts.
RECIPES = {}


def recipe(maker):
    RECIPES[maker.__name__.replace("_", "-")] = maker
    return maker


def variants(name, values):
    """One recipe for each value, named for it."""

    def register(maker):
        for value in values:
            RECIPES[f"{name}-{value}"] = lambda b, value=value: maker(b, value)
        return maker

    return register


@variants("quote", [5, 12, 25, 40, 60, 90, 130, 180, 250, 350, 600])
def quote(b, count):
    return [b.quote(count)]


@variants("quote-paragraphs", [2, 3, 6, 12])
def quote_paragraphs(b, count):
    return [b.quote(count * b.number(10, 60), count, step=b.maybe(0.5))]


@variants("conversation", [2, 3, 4, 6])
def conversation(b, turns):
    return [b.conversation(turns, 4, b.pick([15, 40, 110]), step=b.maybe(0.3))]


@recipe
def conversation_of_long_names(b):
    names = ["Neighbourhood Bookbinders Association", b.pick(NAMES)]
    return [quoted(*(f"{names[turn % 2]}: {b.heard(b.number(3, 160))}" for turn in range(8)), b.attribution())]


@recipe
def quote_without_source(b):
    return [b.quote(b.number(10, 80), source=False)]


@recipe
def quotes_in_a_row(b):
    return [b.quote(b.number(8, 45)) for _ in range(b.number(2, 5))]


@recipe
def quote_between_prose(b):
    return [b.words(b.number(10, 60)), b.quote(b.number(20, 200)), b.words(b.number(10, 60))]


@recipe
def quote_in_scripts(b):
    name = b.pick(list(SCRIPTS))
    return [quoted(b.script(name, b.number(20, 160)), "— Interview_Rowan"), b.quote(30)]


@recipe
def quote_with_list(b):
    return [quoted(b.heard(20), b.items(b.number(3, 9)), b.heard(15), b.attribution())]


@variants("paragraphs", [1, 2, 4, 9])
def paragraphs(b, count):
    return [b.words(b.number(10, 90)) for _ in range(count)]


@variants("prose", [3, 80, 300, 900])
def prose(b, count):
    return [b.words(count)]


@variants("list", [1, 3, 6, 9, 14, 22, 40, 60])
def bullets(b, count):
    return [b.items(count, 2, b.pick([4, 12, 30]))]


@variants("list-deep", [3, 8, 20, 60])
def deep_list(b, count):
    return [b.items(count, 2, 12, deep=3, rich=True)]


@variants("numbers-from", [1, 97, 997])
def numbers(b, start):
    return [b.items(b.number(4, 30), 2, 15, "1", start=start, deep=2)]


@recipe
def tasks(b):
    return [b.items(b.number(2, 18), tasks=True, deep=2)]


@variants("loose-list", [2, 4, 10])
def loose_list(b, count):
    return [b.loose(count)]


@recipe
def list_with_steps(b):
    return [b.items(b.number(3, 8), step=True), "<!-- steps -->", b.items(b.number(2, 6))]


@recipe
def list_of_long_items(b):
    return [b.items(b.number(2, 5), 60, 180)]


@recipe
def steps_between(b):
    return [b.words(20), "<!-- step -->", b.quote(25), "<!-- step -->", b.items(3), "<!-- step -->", b.code(3)]


@variants("table", ["1x5", "2x3", "2x40", "3x8", "4x15", "5x40", "8x10", "12x4", "12x40"])
def table(b, size):
    columns, rows = map(int, size.split("x"))
    return [b.table(columns, rows, caption=b.pick([None, 6, 30]))]


@variants("table-long-cells", ["2x6", "3x12", "5x5", "9x6", "12x12"])
def table_long(b, size):
    columns, rows = map(int, size.split("x"))
    return [b.table(columns, rows, 6, 28, caption=8)]


@recipe
def table_with_essay(b):
    return [b.table(b.number(2, 6), b.number(2, 8), essay=True, caption=5)]


@recipe
def table_of_strange_cells(b):
    return [b.table(b.number(2, 6), b.number(3, 10), 2, 8, rich=True)]


@recipe
def table_of_many_narrow_cells(b):
    def cell():
        return b.pick(
            [
                lambda: "\u00ad".join(["Dampf", "schiff", "fahrts", "gesell", "schafts", "kapi", "täns", "mütze"]),
                lambda: "[" + "; ".join(f"@{b.pick(b.keys)}, pp. 3-{b.number(4, 99)}" for _ in range(b.number(1, 5))) + "]",
                lambda: b.words(b.number(1, 30)),
            ]
        )()

    columns = b.number(7, 12)
    head = "| " + " | ".join(b.label(1, 2) for _ in range(columns)) + " |\n" + "|---" * columns + "|\n"
    return [head + "\n".join("| " + " | ".join(cell() for _ in range(columns)) + " |" for _ in range(3))]


@variants("table-below-high-caption", [60, 400])
def table_below_high_caption(b, words):
    return [b.table(b.number(2, 8), 6, 2, 12, caption=words)]


@recipe
def tables_in_a_row(b):
    return [b.table(3, b.number(2, 5), caption=4), b.words(10), b.table(2, b.number(2, 5))]


@variants("code", [1, 4, 12, 25, 80])
def code(b, lines):
    return [b.code(lines)]


@recipe
def code_one_long_line(b):
    return ["```text\n" + b.letters(3000) + "\n```"]


@recipe
def code_long_line_of_words(b):
    return ["```\n" + b.words(480) + "\n```"]


@recipe
def code_tabs(b):
    return [b.code(b.number(6, 16), tabs=True), "~~~~\n\t\t\t" + b.words(30) + "\n\n\n\n" + " " * 60 + "x\n~~~~"]


@recipe
def code_in_scripts(b):
    lines = "\n".join(b.strange() for _ in range(8))
    return ["```text\n" + lines + "\n```"]


@recipe
def code_between_prose(b):
    return [b.words(30), b.code(b.number(3, 14), 20), b.words(30), b.code(2)]


@variants("callout", [6, 40, 200, 500])
def callout(b, count):
    return [b.callout(count)]


@recipe
def callouts_of_all_kinds(b):
    return [b.callout(b.number(5, 20), kind) for kind in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")]


@recipe
def callout_with_blocks(b):
    return ["> [!WARNING]\n" + quoted(b.words(12), b.items(b.number(2, 6)), b.code(3), b.table(2, 2))]


@variants("balance", ["1x1", "2x3", "4x4", "6x6", "3x12", "12x12"])
def balance(b, size):
    return [b.balance(*map(int, size.split("x")))]


@recipe
def balance_long_items(b):
    return [b.balance(b.number(2, 5), b.number(2, 5), 6, 16)]


@variants("chart", ["bar-2", "bar-6", "bar-12", "stacked-3", "stacked-12", "dot-5", "dot-12"])
def chart(b, size):
    kind, count = size.split("-")
    return [b.chart(int(count), kind=kind)]


@recipe
def chart_long_labels(b):
    return [b.chart(b.number(3, 9), 6, 18)]


@recipe
def figure_with_prose(b):
    return [b.words(b.number(8, 70)), b.pick([b.chart(4), b.balance(3, 3)]), b.items(3)]


@recipe
def figures_in_a_row(b):
    return [b.chart(b.number(2, 6)), b.balance(b.number(2, 4), 2), b.chart(2)]


@variants("picture", list(PICTURES))
def picture(b, name):
    return [b.picture(name, b.pick([None, 5, 40]))]


@recipe
def pictures_in_a_row(b):
    return [b.picture(name, b.pick([None, 4])) for name in b.chance.sample(list(PICTURES), 3)]


@recipe
def pictures_inline(b):
    return [" ".join(part for name in PICTURES for part in (b.words(6), b.picture(name))) + " " + b.words(5)]


@variants("picture-above-high-caption", [80, 500])
def picture_above_high_caption(b, words):
    return [b.picture("photo", title=words)]


@recipe
def picture_deep_inside(b):
    return [quoted(quoted(b.callout(8) + "\n>\n" + quoted(b.picture("photo"), b.items(3))))]


@recipe
def picture_in_list(b):
    return [b.items(2) + "\n- " + b.picture(b.pick(list(PICTURES))) + "\n- " + b.words(4)]


@recipe
def picture_with_prose(b):
    return [b.words(b.number(10, 60)), b.picture(b.pick(["tall", "photo", "wide"]), 6), b.items(b.number(2, 8))]


@recipe
def picture_in_table(b):
    return ["| " + b.label() + " | " + b.label() + " |\n| --- | --- |\n| " + b.picture("photo") + " | " + b.words(9) + " |"]


@variants("columns", [2, 3, 4])
def columns(b, count):
    return [b.columns(count, [[lambda: b.small()] for _ in range(count)])]


@recipe
def columns_of_prose(b):
    return [b.columns(2, [[lambda: b.words(b.number(20, 200))]])]


@recipe
def columns_of_lists(b):
    return [b.columns(b.number(2, 4), [[lambda: f"#### {b.label()}", lambda: b.items(b.number(2, 14), 1, 7)]])]


@recipe
def columns_picture_and_quote(b):
    sides = [[lambda: b.picture(b.pick(list(PICTURES)), 5)], [lambda: b.quote(b.number(15, 120))]]
    return [b.words(9), b.columns(2, sides), b.words(9)]


@recipe
def columns_of_figures(b):
    return [b.columns(2, [[lambda: b.chart(4)], [lambda: b.balance(3, 3)]])]


@recipe
def columns_of_strange(b):
    return [b.columns(3, [[lambda: b.compound(7), lambda: b.url(True)], [lambda: b.table(3, 3)], [lambda: b.code(4, 20)]])]


@recipe
def footnote_short(b):
    return [b.words(15), b.footnoted([b.number(3, 15)])]


@recipe
def footnote_long(b):
    return [b.words(10), b.footnoted([300], b.pick([1, 3]))]


@recipe
def footnotes_ten(b):
    return [b.footnoted([b.number(3, 25) for _ in range(10)])]


@recipe
def footnotes_on_full_slide(b):
    return [b.items(9, 5, 16), b.footnoted([8, 30, 12])]


@recipe
def footnote_in_quote_and_table(b):
    b.footnotes += 2
    one, two = f"[^n{b.footnotes - 1}]", f"[^n{b.footnotes}]"
    return [
        quoted(b.words(12).rstrip(".") + f"{one}.", b.attribution()),
        f"| {b.label()} | {b.label()}{two} |\n| --- | --- |\n| {b.label()} | {b.label()} |",
        f"{one}: {b.words(9)}",
        f"{two}: {b.words(14)} {b.url()}",
    ]


@variants("citations", [1, 3, 10])
def citations(b, count):
    return [b.cited(count), b.items(2)]


@variants("citations-in-one-bracket", [8, 60, 150])
def citations_in_one_bracket(b, count):
    works = "; ".join(f"@{b.pick(b.keys)}, p. {b.number(1, 999)}" for _ in range(count))
    return [f"{b.words(4).rstrip('.')} [{works}]. {b.words(12)}"]


@recipe
def citations_and_footnotes(b):
    return [b.cited(4), b.footnoted([12, 30]), b.quote(20)]


@variants("script", list(SCRIPTS))
def script(b, name):
    text = b.script(name, b.number(8, 120))
    if name in ("ar", "he") and b.maybe(0.5):
        text = f'<span lang="{name}" dir="rtl">{text}</span>'
    return [text, "- " + b.script(name, 6) + "\n- " + b.words(4).rstrip(".") + " " + b.script(name, 4) + " " + b.words(4)]


@recipe
def scripts_mixed(b):
    return [" ".join(b.script(name, 3) + " " + b.label() for name in SCRIPTS), b.items(3), b.script("zh", 200)]


@recipe
def emoji(b):
    return ["".join(b.pick(EMOJI) for _ in range(60)), " ".join(b.pick(EMOJI) + " " + b.label(1, 2) for _ in range(20))]


@recipe
def strange_words(b):
    return [b.strange() + " " + b.words(6) + " " + b.strange() for _ in range(b.number(2, 7))]


@variants("unbroken", [60, 150, 400])
def unbroken(b, count):
    return [b.letters(count), b.words(8).rstrip(".") + " " + b.letters(count) + " " + b.words(5), "- " + b.letters(count)]


@recipe
def unbroken_in_quote(b):
    return [
        quoted(b.letters(400), "— Interview_Hazel"),
        quoted(f"Rowan: {b.letters(120)}", "Hazel: " + b.words(5), "— Focus Group"),
    ]


@recipe
def unbroken_in_table(b):
    head = f"| {b.letters(40)} | {b.label()} | {b.letters(60)} |\n| --- | --- | --- |\n"
    return [head + f"| {b.letters(400)} | {b.label()} | {b.url(True)} |"]


@recipe
def compounds(b):
    return [" ".join(b.compound(b.number(0, 14)) for _ in range(b.number(3, 12))), b.items(2) + "\n- " + b.compound(20)]


@recipe
def addresses(b):
    return [
        b.url(True),
        f"{b.words(5)} <{b.url(True)}>",
        f"[{b.url(True)}]({b.url()})",
        f"[{b.label(5, 12)}]({b.url(True)}) www.example.org/{b.letters(90)} reading.room@example.org",
    ]


@variants("inline", [10, 60, 200])
def inline(b, count):
    return [b.inline(count)]


@recipe
def hard_breaks(b):
    lines = "  \n".join(b.words(b.number(1, 9)) for _ in range(b.number(3, 18)))
    return [lines, b.label() + "\\\n" + b.label() + "<br>" + b.label()]


@recipe
def code_spans(b):
    many = " ".join(f"`{b.pick(THINGS)}`" for _ in range(14))
    return [f"{b.words(5)} `{b.letters(150)}` {b.words(5)} {many}", f"`{'a ' * 60}`"]


@recipe
def subheadings(b):
    return [part for level in ("####", "#####", "######") for part in (f"{level} {b.label(1, 20)}", b.words(b.number(6, 30)))]


@variants("mixed", range(1, 13))
def mixed(b, number):
    return [b.small() for _ in range(2 + number // 3)]


@recipe
def mixed_to_the_full(b):
    return [b.small() for _ in range(9)]


@recipe
def deck_and_report_parts(b):
    return [b.small(), "<!-- deck -->", b.small(), "<!-- /deck -->", "<!-- report -->", b.words(60), "<!-- /report -->"]


@recipe
def report_part_between(b):
    return [b.small(), "<!-- report -->", b.table(3, 3), b.words(40), "<!-- /report -->", b.small()]


@variants("statement", [1, 4, 9, 20, 45, 120])
def statement(b, count):
    return ["<!-- layout: statement -->", b.words(count) if count > 1 else b.label(1, 1)]


@recipe
def statement_strange(b):
    return ["<!-- layout: statement -->", b.strange() + " " + b.words(4), b.words(6)]


@variants("layout-quote", [8, 45, 110, 260])
def layout_quote(b, count):
    return ["<!-- layout: quote -->", b.words(8) if count == 45 else "", b.quote(count)]


@recipe
def layout_quote_list(b):
    return ["<!-- layout: quote -->", b.items(5)]


@recipe
def layout_figure(b):
    return ["<!-- layout: figure -->", b.pick([b.chart(5), b.picture("photo", 8), b.balance(4, 3)]), b.words(b.number(4, 30))]


@recipe
def layout_figure_table(b):
    return ["<!-- layout: figure -->", b.table(4, 6, caption=6)]


@recipe
def layout_two_columns(b):
    return ["<!-- layout: two-columns -->"] + [b.small() for _ in range(b.number(2, 6))]


@recipe
def layout_two_columns_split(b):
    return ["<!-- layout: two-columns -->", b.columns(2, [[b.small], [b.small, b.small]])]


@variants("layout-section", [0, 30, 150])
def layout_section(b, count):
    return ["<!-- layout: section -->", b.words(count) if count else b.label()]


@variants("layout-section-with-foot", [5, 60, 200])
def layout_section_with_foot(b, count):
    return ["<!-- layout: section -->", b.quote(count), b.items(3), b.footnoted([12, 40])]


@variants("layout-title", [0, 12, 90])
def layout_title(b, count):
    return ["<!-- layout: title -->", b.words(count) if count else b.label()]


@recipe
def study(b):
    return [b.words(8), "<!-- study -->"] if b.has_study else [b.words(30)]


@recipe
def links_within(b):
    if not b.targets:
        return [b.words(12)]
    return [b.items(3) + "".join(f"\n- [{b.label()}](#{b.pick(b.targets)})" for _ in range(4))]


@recipe
def empty_slide(b):
    return []


@recipe
def breaks(b):
    return [b.small(), "---", b.small(), "***", b.small()]


@recipe
def breaks_within_steps(b):
    return ["<!-- step -->", b.words(20), b.words(20), "---", "<!-- steps -->", b.items(4)]


class Briefing(Blocks):
    """One briefing: its front matter, sections and slides, with headings that are never repeated."""

    def __init__(self, index, seed, recipes):
        super().__init__(random.Random(f"{seed}/{index}"), [])
        self.index = index
        self.marp = index % 7 == 5
        self.has_study = index % 2 == 0 and not self.marp
        self.recipes = recipes
        self.used = set()
        self.made = []
        self.name = f"corpus-{index:03}" + ("-marp" if self.marp else "")
        self.references = []
        for family in self.chance.sample(FAMILIES, 8):
            year = self.number(1990, 2024)
            others = self.chance.sample(FAMILIES, self.pick([0, 0, 1, 5]))
            self.keys.append(f"{family.lower()}{year}")
            self.references.append({
                "id": self.keys[-1], "type": self.pick(["book", "article-journal"]), "title": self.label(3, self.pick([6, 40])),
                "container-title": self.label(2, 5),
                "author": [{"family": name, "given": self.pick("ABCDEF") + "."} for name in [family] + others],
                "issued": {"date-parts": [[year]]},
            })

    # Headings

    def heading(self, low=1, high=9):
        """Words for a heading that no other one has, now and then with something strange in it."""
        while True:
            text = self.label(low, high) if high < 20 else self.words(self.number(low, high)).rstrip(".")
            plain = re.fullmatch(r"[\w -]+", text) is not None
            if low < 60 and self.maybe(0.12):
                text += " " + self.pick([
                    self.compound(self.number(0, 6)), self.script(self.pick(list(SCRIPTS)), self.number(2, 6)), self.pick(EMOJI),
                    f"`{self.pick(THINGS)}`", f"*{self.pick(THINGS)}*", self.letters(self.pick([30, 70, 200])), "(“so to say”)",
                ])
                plain = False
            if len(self.used) > 60 and low < 3:
                text += f" {self.number(2, 9999)}"
            if slug(re.sub(r"[`*]", "", text)) in self.used:
                continue
            self.used.add(slug(re.sub(r"[`*]", "", text)))
            return text, slug(text) if plain else None

    def slide_heading(self, recipe_name):
        high = self.chance.choices([(1, 1), (2, 5), (4, 12), (12, 25), (30, 60)], [2, 10, 6, 2, 1])[0]
        if self.index % 5 == 0 and recipe_name == self.recipes[7]:
            high = (300, 300)
        return self.heading(*high)

    # Front matter

    def front_matter(self):
        length = self.pick([1, 3, 6, 6, 12, 25, 45])
        self.title = self.label(min(2, length), length) if length <= 6 else self.words(length).rstrip(".")
        if self.index % 6 == 4:
            self.title += " " + self.strange()
        self.used.add(slug(self.title))
        self.made.append((slug(self.title), "title"))
        language = LANGUAGES[self.index % len(LANGUAGES)]
        lines = [f"title: {yaml(self.title)}", f"lang: {language}"]
        if self.maybe(0.7):
            lines.append(f"subtitle: {yaml(self.words(self.pick([3, 8, 30])).rstrip('.'))}")
        count = [1, 3, 25, 6, 12, 2][self.index % 6]
        lines.append("authors:")
        for _ in range(count):
            lines.append(f"  - name: {yaml(self.pick(NAMES) + ' ' + self.pick(FAMILIES))}")
            if self.maybe(0.7):
                low, high = (180, 220) if self.index % 9 == 7 else (2, self.pick([4, 14]))
                lines.append(f"    affiliation: {yaml(self.label(low, high))}")
            if self.maybe(0.6):
                lines.append(f"    email: {self.pick(NAMES).lower()}.{self.pick(FAMILIES).lower()}@{self.pick(PLACES)}.example.org")
        if self.maybe(0.5):
            lines.append(f"organisation: {yaml(self.label(2, 9))}")
        if self.maybe(0.7):
            lines.append("date: 2026-0" + str(self.number(1, 9)))
        lines.append(f"summary: {yaml(self.words(30))}")
        if self.index % 3 == 1:
            lines.append("size: 4:3")
        if self.index % 10 == 9:
            lines.append("agenda: false")
        if self.index % 10 == 4:
            lines.append(f"agenda: {yaml(self.label(2, 5))}")
        if self.marp:
            lines += ["marp: true", "paginate: true", f"footer: {yaml(self.label(2, 4))}"]
        if self.has_study:
            lines.append("study:")
            keys = "aim approach setting participants methods sampling recruitment analysis ethics consent limitations".split()
            for key in keys[: self.pick([3, 6, 11])]:
                lines.append(f"  {key}: {yaml(self.words(self.pick([2, 8, 30, 30, 350])))}")
        lines.append("references:")
        lines += ["  - " + yaml(entry) for entry in self.references]
        return "---\n" + "\n".join(lines) + "\n---"

    # Slides

    def slide(self, name, level="###"):
        text, target = self.slide_heading(name)
        blocks = [block for block in RECIPES[name](self) if block]
        if self.marp:
            # Inside a slide Marp cuts at every break, and stars are steps.
            blocks = [block for block in blocks if block not in ("---", "***")]
        parts = [f"{level} {text}"]
        if level == "###" and self.maybe(0.08):
            parts.append(f"<!-- short: {self.label(1, 3)} -->")
        parts.append(f"<!-- Recipe {name}: {self.words(6)} -->")
        parts += blocks
        # Two lists or quotations that touch would be one to Markdown.
        for index in range(len(parts) - 1, 0, -1):
            here, before = parts[index], parts[index - 1]
            if here[:1] in "->*19" and here[:1] == before[:1] and here != "---":
                parts.insert(index, self.words(5))
        self.made.append((slug(re.sub(r"[`*]", "", text)), name))
        if target:
            self.targets.append(target)
        return "\n\n".join(parts)

    def section(self, long):
        text, target = self.heading(*((25, 50) if long else (1, 8)))
        parts = [f"## {text}"]
        if long and self.maybe(0.7) or self.maybe(0.15):
            parts.append(f"<!-- short: {self.label(1, 4)} -->")
        if self.maybe(0.25):
            parts.append(self.small())
        self.made.append((slug(re.sub(r"[`*]", "", text)), "section"))
        if target:
            self.targets.append(target)
        return "\n\n".join(parts)

    def text(self):
        front = self.front_matter()
        names = self.recipes
        if self.marp:
            slides = [self.slide(name, "#") for name in names]
            slides[2] = "<!-- _class: lead -->\n\n" + slides[2].replace("# ", "# <!-- fit --> ", 1)
            slides.insert(4, self.words(12) + "\n\n" + "\n".join("* " + self.words(5) for _ in range(4)))
            return front + "\n\n" + "\n\n---\n\n".join(slides) + "\n"
        count = SECTIONS[self.index % len(SECTIONS)]
        opens = {round(index * SLIDES / count): None for index in range(count)} if count else {}
        parts = [front]
        if self.maybe(0.3):
            parts.append(self.words(self.pick([20, 150])))
        for index, name in enumerate(names):
            if index in opens:
                parts.append(self.section(long=self.index % 4 == 2 and index % 5 == 0))
            slide = self.slide(name)
            if index % 17 == 16 and "<!-- deck -->" not in slide and "<!-- report -->" not in slide and "[^n" not in slide:
                kind = self.pick(["deck", "report"])
                slide = f"<!-- {kind} -->\n\n{slide}\n\n<!-- /{kind} -->"
                # Nothing may lead into a slide that one document has not.
                self.targets = [target for target in self.targets if target != self.made[-1][0]]
            parts.append(slide)
        if self.index % 3 == 0 and self.targets:
            self.used.add("key-messages")
            messages = [
                f"- {self.words(9).rstrip('.')} [evidence](#{self.pick(self.targets)})" for _ in range(self.number(3, 9))
            ]
            parts.append("### Key messages\n\n" + "\n".join(messages))
            self.made.append(("key-messages", "key-messages"))
        return "\n\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--briefings", type=int, default=10)
    options = parser.parse_args()
    content = options.out / "content"
    (content / "pictures").mkdir(parents=True, exist_ok=True)
    # What an earlier run wrote and this one does not must not be built.
    for old in content.glob("corpus-*.md"):
        old.unlink()
    for tint, (name, (width, height)) in enumerate(PICTURES.items()):
        (content / "pictures" / f"{name}.png").write_bytes(png(width, height, 40 * tint))
    # A shuffled order, gone through again and again: three briefings hold nearly every recipe once.
    order = list(RECIPES)
    random.Random(options.seed).shuffle(order)
    rows = []
    for index in range(options.briefings):
        start = index * SLIDES
        briefing = Briefing(index, options.seed, [order[(start + place) % len(order)] for place in range(SLIDES)])
        (content / f"{briefing.name}.md").write_text(briefing.text(), encoding="utf-8")
        rows += [f"{briefing.name}\t{identifier}\t{name}" for identifier, name in briefing.made]
    (options.out / "recipes.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (options.out / "lectern.yaml").write_text("title: A corpus for the fitting\n", encoding="utf-8")
    print(f"{options.briefings} briefings of {len(RECIPES)} recipes, {len(rows)} slides before any is continued")


main()
