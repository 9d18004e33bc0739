"""Writes a project of generated figures, the same for the same seed.

    make_figures.py FOLDER [--seed N] [--count N]

Each briefing holds figures of every kind, with few items and many, labels short and long, in several scripts, some of them
step by step and some beside text.
"""

import argparse
import json
import random
from pathlib import Path

NOUNS = """garden bus form kitchen letter library meeting neighbour phone plan rota school surgery team travel visit
waiting-list weather well-being window""".split()
VERBS = "asks carries changes holds keeps leaves opens pays returns shows takes waits".split()
ADJECTIVES = "differentiated early familiar half-finished increasing late local relational shared social".split()
OTHERS = ["الثقة بين الناس", "الوقت المتاح", "בית הספר", "時間と信頼", "Überweisungsverfahren", "Žádost o pomoc 🚌",
          "Trust 🤝", "Ελληνική φράση", "mm", "i", "100 %", "a/b-c d", "“quoted” – and (in brackets)"]


class Figures:
    """Figures of every kind."""

    def __init__(self, chance):
        self.chance = chance

    def label(self, longest):
        if self.chance.random() < 0.12:
            return self.chance.choice(OTHERS)
        count = self.chance.randint(1, longest)
        pools = [ADJECTIVES, NOUNS, VERBS]
        words = [self.chance.choice(pools[index % 3]) for index in range(count)]
        return " ".join(words).capitalize()

    def labels(self, count, longest):
        """Labels of which none is like another."""
        return [f"{self.label(longest)} {index + 1}" for index in range(count)]

    def number(self):
        return self.chance.choice([0, 1, 2.5, 3, 7, 12, 40, 99.5, 1200])

    def balance(self, count, longest):
        def side():
            items = []
            for _ in range(max(1, count + self.chance.randint(-1, 1))):
                text = self.label(longest)
                weighted = self.chance.random() < 0.2
                items.append({"text": text, "weight": self.chance.choice([0.5, 2, 3])} if weighted else text)
            return {"title": self.label(3), "items": items}
        tilt = self.chance.choice(["auto"] * 5 + ["left", "right", "level"])
        return {"left": side(), "right": side(), "tilt": tilt}

    def chart(self, count, longest):
        kind = self.chance.choice(["bar", "dot", "stacked"])
        labels = self.labels(count, longest)
        unit = self.chance.choice(["", "people", "£", "days a month"])
        if kind != "stacked":
            return {"type": kind, "unit": unit, "data": {label: self.number() for label in labels}}
        parts = self.labels(self.chance.randint(1, 6), 2)
        return {"type": kind, "unit": unit,
                "data": {label: {part: self.number() for part in parts} for label in labels}}

    def timeline(self, count, longest):
        return {"events": [{"when": self.chance.choice(["2019", "Aug 2019", "early in the second year"]),
                            "what": self.label(longest)} for _ in range(count)]}

    def spectrum(self, count, longest):
        places = [0, 1, 0.5, 0.51] + [round(self.chance.random(), 2) for _ in range(8)]
        return {"from": self.label(3), "to": self.label(3),
                "points": [{"what": self.label(longest), "at": self.chance.choice(places)} for _ in range(count)]}

    def network(self, count, longest):
        nodes = self.labels(count, longest)
        pairs = [[a, b] for a in nodes for b in nodes if a < b]
        return {"hub": self.label(3), "nodes": nodes,
                "links": self.chance.sample(pairs, min(len(pairs), self.chance.randint(0, 4)))}

    def matrix(self, count, longest):
        columns = self.labels(self.chance.randint(1, min(7, count + 1)), 2)
        kinds = self.chance.choice([["x", ""], [0, 1, 5, 12, 240], ["x", 3, "", "often", "less than before"]])
        return {"rows": self.labels(count, longest), "columns": columns,
                "cells": [[self.chance.choice(kinds) for _ in columns] for _ in range(count)]}


KINDS = ["balance", "chart", "timeline", "spectrum", "network", "matrix"]


def briefing(number, figures, chance):
    lines = ["---", f"title: Figures {number}", "authors: [{name: Lectern}]",
             f"lang: {'ar' if number % 5 == 4 else 'en-GB'}", "---", "", "## Figures", ""]
    for index in range(figures):
        kind = KINDS[index % len(KINDS)]
        count = chance.choice([1, 2, 3, 3, 4, 5, 6, 8, 12])
        longest = chance.choice([1, 2, 4, 7])
        body = getattr(Figures(chance), kind)(count, longest)
        lines += [f"### {kind.capitalize()} {index + 1}", ""]
        if chance.random() < 0.25:
            lines += ["<!-- steps -->", ""]
        if chance.random() < 0.15:
            body["title"] = "A title of its own"
        # JSON is YAML, with every string in quotation marks.
        lines += [f"```{kind}", json.dumps(body, ensure_ascii=False), "```", ""]
        if chance.random() < 0.1:
            lines += ["A sentence that stands below the figure and takes some of its room.", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    content = arguments.folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    a_briefing = 20
    for number in range(-(-arguments.count // a_briefing)):
        figures = min(a_briefing, arguments.count - number * a_briefing)
        (content / f"figures-{number}.md").write_text(briefing(number, figures, chance))
    print(f"{arguments.count} figures in {content}")


if __name__ == "__main__":
    main()
