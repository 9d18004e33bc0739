"""Measures every slide of every deck of a built site in a browser and reports what does not fit, one line a problem.

Usage: check_fit.py SITE --dumps DIR [--sizes 1280x720,1920x1080,1024x768] [--only SLUG…] [--recipes FILE]
       [--share PERCENT] [--most N]

DIR/SLUG.txt holds `lectern dump FILE --stage deck` of each briefing. FILE of --recipes is what make_corpus.py wrote; with it
problems are counted by recipe too.

Checked, in design pixels (sixteen to the rem), with every step shown: nothing reaches beyond the slide, its padding, its foot
or the box that clips it; no words lie over other words; no words are under the floor; the heights that Lectern predicted are
those that the browser draws; a printed deck has one slide a sheet. Not checked: what ink does outside its line, and whether words are missing.
"""

import argparse
import asyncio
import collections
import os
import re
import sys
import time
from pathlib import Path

from playwright.async_api import async_playwright

from find_browser import find_browser

WITHIN = 0.02

# Fonts and pictures of slides that are not on show are not fetched by themselves.
PREPARE = """async () => {
  await document.fonts.ready;
  const fonts = await Promise.allSettled([...document.fonts].map(font => font.load()));
  await document.fonts.ready;
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  const shown = await Promise.allSettled(pictures.map(picture => picture.decode()));
  return [
    ...fonts.filter(font => font.status === 'rejected').map(font => 'a font is not there: ' + font.reason),
    ...pictures.filter((_, index) => shown[index].status === 'rejected').map(picture => 'no picture: ' + picture.src),
  ];
}"""

MEASURE = r"""([width, height]) => {
  const root = document.documentElement;
  root.classList.add('presenting');
  const unit = parseFloat(getComputedStyle(root).fontSize) / 16;
  const canvas = { width: document.body.classList.contains('size-4x3') ? 960 : 1280, height: 720 };
  const side = 88;
  const tolerance = 1;
  const frame = { left: 0, top: 0, right: canvas.width, bottom: canvas.height };
  const padded = { left: side, top: -1e9, right: canvas.width - side, bottom: 1e9 };
  const ruler = document.createElement('canvas').getContext('2d');
  const slides = [...document.querySelectorAll('section.slide')];
  for (const slide of slides) slide.classList.remove('current');
  for (const part of document.querySelectorAll('[data-step]')) part.classList.add('shown');
  const wrong = innerWidth === width && innerHeight === height ? [] : [`the window is ${innerWidth} × ${innerHeight}`];
  return { wrong, slides: slides.map(measured) };

  function measured(slide) {
    slide.classList.add('current');
    slide.scrollTop = slide.scrollLeft = 0;
    const found = new Map();
    const origin = slide.getBoundingClientRect();
    const head = slide.querySelector('.slide-head');
    const body = slide.querySelector('.slide-body');
    const foot = slide.querySelector('.slide-foot');
    const number = slide.querySelector('.slide-number');
    const footTop = foot && isSeen(foot) ? place(foot.getBoundingClientRect()).top : Infinity;
    const texts = [];
    const range = document.createRange();
    let words = 0;
    look();
    const real = extent();
    slide.classList.remove('current');
    return {
      id: slide.id, words,
      problems: [...found.values()], real,
    };

    function look() {
      if (Math.abs(origin.width / unit - canvas.width) > 1 || Math.abs(origin.height / unit - canvas.height) > 1)
        report('canvas', 'is ' + (origin.width / unit).toFixed(1) + ' × ' + (origin.height / unit).toFixed(1), 0, '');
      const outside = Math.max(-origin.left, -origin.top, origin.right - innerWidth, origin.bottom - innerHeight) / unit;
      if (outside > tolerance) report('canvas', 'beyond the window', outside, '');
      const tall = (slide.scrollHeight - slide.clientHeight) / unit, wide = (slide.scrollWidth - slide.clientWidth) / unit;
      if (slide.scrollHeight > slide.clientHeight + 1) report('scroll', 'taller than its box', tall, '');
      if (slide.scrollWidth > slide.clientWidth + 1) report('scroll', 'wider than its box', wide, '');
      for (const child of slide.children) visit(child, { inBody: false, clips: [], zoom: 1, svg: null });
      if (head && body && isSeen(head) && isSeen(body)) {
        // The title's own box too, for a margin may draw the header's end over it.
        const ends = [head, ...head.children].filter(isSeen).map(part => place(part.getBoundingClientRect()).bottom);
        const over = Math.max(...ends) - place(body.getBoundingClientRect()).top;
        if (over > tolerance) report('overlap', 'title over body', over, head.textContent);
      }
      overlaps();
    }

    function isSeen(element) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return style.display !== 'none' && box.height > 0 && !isHiddenBox(style, box);
    }

    /** In design pixels from the slide's corner. */
    function place(box) {
      const left = (box.left - origin.left) / unit, top = (box.top - origin.top) / unit;
      return { left, top, right: left + box.width / unit, bottom: top + box.height / unit };
    }

    /** Keeps the worst of each sort, and how many there are. */
    function report(kind, what, px, text) {
      const key = kind + what;
      const known = found.get(key);
      if (known) known.count += 1;
      if (known && known.px >= px) return;
      const excerpt = String(text).replace(/\s+/g, ' ').trim().slice(0, 300);
      found.set(key, { kind, what, px, count: known ? known.count : 1, text: excerpt });
    }

    function isHiddenBox(style, box) {
      if (style.position !== 'absolute' && style.position !== 'fixed') return false;
      const clipped = style.clipPath !== 'none' || (style.clip !== 'auto' && style.clip !== '');
      return clipped || (box.width <= 1.5 && box.height <= 1.5 && style.overflowX !== 'visible');
    }

    function name(element) {
      const words = [...element.classList].slice(0, 2).map(word => '.' + word).join('');
      return element.localName + words;
    }

    function visit(element, around) {
      const style = getComputedStyle(element);
      if (style.display === 'none') return null;
      const box = element.getBoundingClientRect();
      if (isHiddenBox(style, box)) return null;
      const inner = { ...around };
      if (element === body) inner.inBody = true;
      if (around.svg) return visitDrawing(element, style, inner);
      if (style.transform !== 'none' && element.offsetWidth > 0) inner.zoom *= box.width / element.offsetWidth;
      if (style.zoom && style.zoom !== '1' && style.zoom !== 'normal') inner.zoom *= parseFloat(style.zoom);
      const placed = place(box);
      if (style.display !== 'contents' && (box.width > 0 || box.height > 0) && style.visibility !== 'hidden')
        checkBox(element, placed, inner);
      if (element.localName === 'svg') inner.svg = { element, placed };
      // The slide is no clip, for what it hides is what we look for.
      else if (style.overflowX !== 'visible' || style.overflowY !== 'visible')
        inner.clips = [...around.clips, { placed, ellipsis: style.textOverflow === 'ellipsis', element }];
      if (element.localName === 'img' && style.visibility !== 'hidden')
        texts.push({ ...placed, block: blockOf(element), owner: element, what: 'img', text: element.alt });
      if (element.localName === 'li') checkMarker(element, style, placed);
      let before = null;
      for (const child of element.childNodes) {
        if (child.nodeType === 3) checkText(child, element, style, inner);
        if (child.nodeType !== 1) continue;
        const next = visit(child, inner);
        if (!next || !next.block) continue;
        if (before) {
          const down = before.placed.bottom - next.placed.top;
          const across = Math.min(before.placed.right, next.placed.right) - Math.max(before.placed.left, next.placed.left);
          const back = next.placed.bottom - before.placed.top;
          if (down > tolerance && across > tolerance && back > tolerance)
            report('overlap', name(before.element) + ' and ' + name(next.element), Math.min(down, back), next.element.textContent);
        }
        before = next;
      }
      const block = !style.display.startsWith('inline') && !style.display.startsWith('table-column')
        && style.display !== 'contents' && style.float === 'none'
        && style.position !== 'absolute' && style.position !== 'fixed' && box.height > 0 && box.width > 0;
      return { element, placed, block };
    }

    /** Of drawings only the texts count: shapes are clipped by their drawing. */
    function visitDrawing(element, style, around) {
      if (style.visibility === 'hidden' || ['title', 'desc', 'defs', 'style'].includes(element.localName)) return null;
      if (element.localName === 'text') {
        const text = element.textContent.trim();
        const box = element.getBoundingClientRect();
        if (!text || box.width === 0) return null;
        words += 1;
        const placed = place(box);
        beyond('drawing', 'text out of its drawing', placed, around.svg.placed, text);
        checkPlace(placed, around, text);
        texts.push({ ...placed, block: element, owner: element, what: 'text', text });
        for (const part of [element, ...element.querySelectorAll('tspan')]) {
          if (![...part.childNodes].some(child => child.nodeType === 3 && child.data.trim())) continue;
          const matrix = part.getScreenCTM();
          const drawn = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
          checkFloor(part, parseFloat(getComputedStyle(part).fontSize) * drawn / unit, part.textContent);
        }
        return null;
      }
      for (const child of element.children) visit(child, around);
      return null;
    }

    function beyond(kind, what, placed, limit, text) {
      const past = {
        below: placed.bottom - limit.bottom, above: limit.top - placed.top,
        right: placed.right - limit.right, left: limit.left - placed.left,
      };
      let any = false;
      for (const [where, px] of Object.entries(past)) {
        if (px <= tolerance) continue;
        any = true;
        if (text !== null) report(kind, what + ', ' + where, px, text);
      }
      return any;
    }

    function checkBox(element, placed, around) {
      const excerpt = name(element) + ' “' + element.textContent.slice(0, 80) + '”';
      // White space that hangs at the ends of lines of code is in the box of the code, but not to be seen.
      if (element.localName === 'code' && element.parentElement.localName === 'pre') return;
      beyond('overflow', 'box beyond the slide', placed, frame, excerpt);
      if (around.inBody && placed.bottom > footTop + tolerance)
        report('overflow', 'box over the foot', placed.bottom - footTop, excerpt);
    }

    function checkPlace(placed, around, text) {
      beyond('overflow', 'text beyond the slide', placed, frame, text);
      if (!around.inNumber) beyond('padding', 'text in the padding', placed, padded, text);
      if (around.inBody && placed.bottom > footTop + tolerance)
        report('overflow', 'text over the foot', placed.bottom - footTop, text);
      for (const clip of around.clips) beyond('clipped', name(clip.element), placed, clip.placed, text);
    }

    function checkFloor(element, size, text) {
      const floor = element.closest('.kicker, .slide-number, .sources') ? 18 : 24;
      if (size >= floor - 0.05) return;
      const excerpt = size.toFixed(2) + ' px “' + text.trim().slice(0, 80) + '”';
      report('floor', name(element) + ' under ' + floor + ' px', floor - size, excerpt);
    }

    function checkText(node, element, style, around) {
      const text = node.data.trim();
      if (!text || style.visibility === 'hidden') return;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
      if (boxes.length === 0) return;
      words += 1;
      checkFloor(element, parseFloat(style.fontSize) / unit * around.zoom, text);
      const inner = number && number.contains(node) ? { ...around, inNumber: true } : around;
      const cut = inner.clips.find(clip => clip.ellipsis);
      const block = blockOf(element);
      // Spaces that are kept hang past the end of a line, unseen; then letters are looked at one by one.
      const keepsSpaces = style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces'
        || (style.whiteSpaceCollapse && style.whiteSpaceCollapse !== 'collapse');
      for (const box of boxes) {
        let placed = place(box);
        if (keepsSpaces && (placed.right > canvas.width - side || placed.left < side || inner.clips.length)) {
          placed = inked(node, box);
          if (!placed) continue;
        }
        // What an ellipsis takes away is not drawn, so it overflows nothing else.
        if (cut) {
          const limit = cut.placed;
          const over = Math.max(placed.right - limit.right, limit.left - placed.left);
          if (over > tolerance) report('ellipsis', name(cut.element), over, text);
          placed = {
            left: Math.max(placed.left, limit.left), right: Math.min(placed.right, limit.right),
            top: Math.max(placed.top, limit.top), bottom: Math.min(placed.bottom, limit.bottom),
          };
          if (placed.left >= placed.right || placed.top >= placed.bottom) continue;
        }
        const last = box === boxes[boxes.length - 1] && boxes.length > 1;
        checkPlace(placed, cut ? { ...inner, clips: [] } : inner, last ? '…' + text.slice(-80) : text.slice(0, 120));
        texts.push({ ...placed, block, owner: element, what: name(block), text });
      }
    }

    /** The number of a list's item is no text of the page, so its place is reckoned: it ends where the item begins. */
    function checkMarker(item, style, placed) {
      const list = item.parentElement;
      if (style.display !== 'list-item' || !style.listStyleType.startsWith('decimal') || list.localName !== 'ol') return;
      const items = [...list.children];
      const index = items.indexOf(item);
      const given = items.slice(0, index + 1).findLastIndex(other => other.hasAttribute('value'));
      const value = given < 0 ? list.start + index : items[given].value + index - given;
      const marker = getComputedStyle(item, '::marker');
      ruler.font = `${marker.fontWeight} ${marker.fontSize} ${marker.fontFamily}`;
      const wide = ruler.measureText(value + '.').width / unit;
      const rtl = style.direction === 'rtl';
      const out = rtl ? placed.right + wide - padded.right : padded.left - placed.left + wide;
      if (style.listStylePosition === 'outside') {
        // Hanging a little is good setting; being cut is not.
        if (out > side + tolerance) report('overflow', 'number of an item beyond the slide', out - side, value + '.');
        else if (out > 2) report('hanging', '', out, value + '.');
      }
      checkFloor(item, parseFloat(marker.fontSize) / unit, 'number ' + value + '.');
    }

    /** The part of a line's box that has letters, or null. */
    function inked(node, line) {
      const one = document.createRange();
      let left = Infinity, right = -Infinity;
      for (let index = 0; index < node.length; index++) {
        if (/\s/.test(node.data[index])) continue;
        one.setStart(node, index);
        one.setEnd(node, index + 1);
        const box = one.getBoundingClientRect();
        if (box.bottom <= line.top + 1 || box.top >= line.bottom - 1) continue;
        left = Math.min(left, box.left);
        right = Math.max(right, box.right);
      }
      if (right < left) return null;
      return place({ left, top: line.top, width: right - left, height: line.height });
    }

    function blockOf(element) {
      let block = element;
      while (block !== slide && /^(inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement;
      return block;
    }

    /** Words over words: a sweep from top to bottom over all pairs whose boxes meet. */
    function overlaps() {
      const all = texts.map(text => {
        // A font's box is higher than its letters, and lines of large words are set tighter than it.
        const inset = text.what === 'img' ? 0 : 0.14 * (text.bottom - text.top);
        return { ...text, top: text.top + inset, bottom: text.bottom - inset };
      }).sort((one, other) => one.top - other.top);
      let open = [];
      for (const text of all) {
        open = open.filter(other => other.bottom > text.top + tolerance);
        for (const other of open) {
          if (other.block === text.block) continue;
          const across = Math.min(other.right, text.right) - Math.max(other.left, text.left);
          if (across <= 2) continue;
          const down = Math.min(other.bottom, text.bottom) - text.top;
          if (down <= tolerance) continue;
          const isNumber = number && (number.contains(text.owner) || number.contains(other.owner));
          report('overlap', isNumber ? 'words over the slide number' : 'words of ' + other.what + ' and ' + text.what,
            Math.min(down, across), other.text.slice(0, 60) + ' / ' + text.text.slice(0, 60));
        }
        open.push(text);
      }
    }

    /** From the top of the first block in the body to the bottom of the last one, or null. */
    function extent() {
      const boxes = body ? [...body.children].filter(child => {
        const style = getComputedStyle(child);
        return style.display !== 'none' && style.position !== 'absolute' && style.position !== 'fixed';
      }).map(child => child.getBoundingClientRect()).filter(box => box.height > 0) : [];
      return boxes.length ? (boxes[boxes.length - 1].bottom - boxes[0].top) / unit : null;
    }
  }
}"""

LINE = re.compile(r"^\s*slide (?P<number>\d+) #(?P<id>[^\s,]+)(?P<words>[^\"“]*)")
HEIGHT = re.compile(r"\bheight (\d+(?:\.\d+)?)")
KINDS = {
    "page": "the page itself",
    "canvas": "the slide is not its canvas",
    "scroll": "the slide scrolls",
    "overflow": "beyond the slide or over its foot",
    "padding": "words in the side padding",
    "clipped": "words cut by a box",
    "drawing": "words out of their drawing",
    "overlap": "over one another",
    "floor": "words under the floor",
}

# What is told and not counted.
NOTES = {
    "ellipsis": "words end in an ellipsis in",
    "hanging": "numbers of list items hang into the side padding",
}


def predictions(path):
    """The id and the height, or None, of every slide of a dump, in order."""
    found = {}
    count = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        match = LINE.match(line)
        # A line of a slide's own text may look like one; it will hardly have the next number.
        if not match or int(match["number"]) != count + 1:
            continue
        count += 1
        height = HEIGHT.search(match["words"])
        found[match["id"]] = float(height[1]) if height else None
    return found


class Findings:
    """All problems, those of one slide at several sizes as one."""

    def __init__(self, recipes):
        self.recipes = recipes
        self.problems = {}
        self.notes = collections.defaultdict(list)
        self.slides = collections.defaultdict(set)

    def add(self, kind, briefing, slide, what, px=0.0, text="", size="", count=1):
        if kind in NOTES:
            self.notes[kind, what].append((px, briefing, slide))
            return
        key = (kind, briefing, slide, what)
        known = self.problems.setdefault(key, {"px": -1.0, "text": "", "sizes": [], "count": 0})
        if size and size not in known["sizes"]:
            known["sizes"].append(size)
        known["count"] = max(known["count"], count)
        if px > known["px"]:
            known["px"], known["text"] = px, text
        self.slides[kind].add((briefing, slide))

    def recipe(self, briefing, slide):
        if re.fullmatch(r"agenda-\d+(--\d+)?", slide):
            return "agenda"
        while slide:
            if (briefing, slide) in self.recipes:
                return self.recipes[briefing, slide]
            slide, cut, _ = slide.rpartition("-")
            slide = slide.rstrip("-") if cut else ""
        return "other"

    def print(self, most, sizes):
        for kind, title in KINDS.items():
            found = [(key[1:], value) for key, value in self.problems.items() if key[0] == kind]
            if not found:
                continue
            print(f"\n{title}: {len(found)} problems on {len(self.slides[kind])} slides")
            found.sort(key=lambda item: -item[1]["px"])
            for (briefing, slide, what), value in found[: most or None]:
                where = "" if len(value["sizes"]) in (0, len(sizes)) else " at " + ", ".join(value["sizes"])
                times = f" ({value['count']} times)" if value["count"] > 1 else ""
                text = f": {value['text'][:110]}" if value["text"] else ""
                px = f" by {value['px']:.1f} px" if value["px"] > 0 else ""
                print(f"  {briefing} #{slide}: {kind}: {what}{px}{times}{where}{text}")
            if most and len(found) > most:
                print(f"  … and {len(found) - most} more, see --most")
            if self.recipes:
                counts = collections.Counter(self.recipe(*place) for place in sorted(self.slides[kind]))
                print("  by recipe: " + ", ".join(f"{name} {count}" for name, count in counts.most_common(25)))


async def measure_deck(browser, path, sizes, found):
    """The slides of one deck at every size."""
    briefing = path.parent.name
    context = await browser.new_context(
        viewport={"width": sizes[0][0], "height": sizes[0][1]}, reduced_motion="reduce", device_scale_factor=1
    )
    try:
        page = await context.new_page()
        page.on("pageerror", lambda error: found.add("page", briefing, "", f"error: {error}"))
        await page.goto(path.as_uri())
        for wrong in await page.evaluate(PREPARE):
            found.add("page", briefing, "", wrong)
        measured = {}
        for width, height in sizes:
            await page.set_viewport_size({"width": width, "height": height})
            result = await page.evaluate(MEASURE, [width, height])
            for wrong in result["wrong"]:
                found.add("page", briefing, "", wrong)
            measured[width, height] = result["slides"]
        printed = await page.pdf(prefer_css_page_size=True, print_background=True)
        sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
        slides = len(measured[sizes[0]])
        if sheets != slides:
            found.add("page", briefing, "", f"prints {slides} slides on {sheets} sheets")
        return briefing, measured
    finally:
        await context.close()


async def measure(decks, sizes, pages, found):
    """The decks one after another on a few pages; the order of results is that of the decks."""
    results = [None] * len(decks)
    waiting = iter(enumerate(decks))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])

        async def work():
            for index, path in waiting:
                try:
                    results[index] = await asyncio.wait_for(measure_deck(browser, path, sizes, found), 600)
                except Exception as error:  # One broken deck must not hide the others.
                    found.add("page", path.parent.name, "", f"cannot be measured: {error!r}"[:300])

        await asyncio.gather(*[work() for _ in range(pages)])
        await browser.close()
    return [result for result in results if result]


def compare(briefing, slides, dumps, found, rows):
    """Predicted against real heights of one deck."""
    path = dumps / f"{briefing}.txt"
    if not path.exists():
        found.add("page", briefing, "", f"there is no dump {path}")
        expected = {}
    else:
        expected = predictions(path)
        for missing in expected.keys() - {slide["id"] for slide in slides}:
            found.add("page", briefing, missing, "in the dump, but not in the deck")
    for slide in slides:
        real = slide["real"]
        if real is None:
            continue
        predicted = expected.get(slide["id"])
        off = abs(real - predicted) / max(real, 40) if predicted is not None else None
        rows.append((off, briefing, slide["id"], predicted, real))


def print_predictions(rows, found, dumps, wanted):
    """Whether enough heights are true; prints the worst of them."""
    if not rows:
        print("\nheights: none compared; --sizes must hold 1280x720")
        return False
    silent = [row for row in rows if row[0] is None]
    near = [row for row in rows if row[0] is not None and row[0] <= WITHIN]
    share = len(near) / len(rows)
    print(f"\nheights: {len(near)} of {len(rows)} slides ({100 * share:.2f} %) are within {WITHIN:.0%} of what was predicted")
    if silent:
        print(f"  {len(silent)} slides have no predicted height in {dumps}, as {silent[0][1]} #{silent[0][2]}")
    known = sorted((row for row in rows if row[0] is not None), key=lambda row: (-row[0], row[1:3]))
    for off, briefing, slide, predicted, real in known[:20]:
        if off > WITHIN:
            print(f"  {briefing} #{slide}: predicted {predicted:.1f}, real {real:.1f} px, off by {100 * off:.1f} %")
    counts = collections.Counter(found.recipe(row[1], row[2]) for row in known if row[0] > WITHIN)
    if counts and found.recipes:
        print("  by recipe: " + ", ".join(f"{name} {count}" for name, count in counts.most_common(25)))
    return 100 * share >= wanted


def read_recipes(path):
    if not path:
        return {}
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {(briefing, slide): name for briefing, slide, name in lines}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--dumps", type=Path, required=True, help="folder of SLUG.txt, the deck stage of each briefing")
    parser.add_argument("--sizes", default="1280x720,1920x1080,1024x768", help="windows; the first is the one of predictions")
    parser.add_argument("--only", nargs="*", help="slugs of the decks to look at")
    parser.add_argument("--recipes", type=Path, help="the recipes.tsv of make_corpus.py")
    parser.add_argument("--share", type=float, default=99, help="how many slides in a hundred must be as high as predicted")
    parser.add_argument("--most", type=int, default=40, help="lines for each kind of problem; 0 for all")
    parser.add_argument("--pages", type=int, default=os.cpu_count() or 2, help="decks measured at a time")
    options = parser.parse_args()
    sizes = [tuple(map(int, size.split("x"))) for size in options.sizes.split(",")]
    # Predictions are for the design's own size.
    sizes.sort(key=lambda size: size != (1280, 720))
    decks = sorted(options.site.resolve().rglob("deck.html"))
    if options.only:
        decks = [deck for deck in decks if deck.parent.name in options.only]
    if not decks:
        sys.exit("there are no decks")
    found = Findings(read_recipes(options.recipes))
    started = time.monotonic()
    results = asyncio.run(measure(decks, sizes, options.pages, found))
    seconds = time.monotonic() - started
    rows = []
    count = 0
    for briefing, measured in results:
        if not measured[sizes[0]]:
            found.add("page", briefing, "", "has no slides")
        for (width, height), slides in measured.items():
            count += len(slides)
            for slide in slides:
                whats = {problem["what"] for problem in slide["problems"]}
                for problem in slide["problems"]:
                    # Words say more than the boxes around them.
                    if problem["what"].replace("box", "text") in whats and problem["what"].startswith("box"):
                        continue
                    found.add(
                        problem["kind"], briefing, slide["id"], problem["what"], problem["px"], problem["text"],
                        f"{width}×{height}", problem["count"],
                    )
        if sizes[0] == (1280, 720):
            compare(briefing, measured[sizes[0]], options.dumps, found, rows)
    found.print(options.most, sizes)
    true = print_predictions(rows, found, options.dumps, options.share)
    for (kind, what), places in found.notes.items():
        px, briefing, slide = max(places)
        most = f"{len(places)} times, most by {px:.1f} px on {briefing} #{slide}"
        print(f"\nnot counted: {NOTES[kind]} {what}".rstrip() + f": {most}")
    slides = sum(len(measured[sizes[0]]) for _, measured in results)
    bad = set().union(*found.slides.values()) if found.slides else set()
    print(
        f"\n{len(decks)} decks, {slides} slides at {len(sizes)} sizes in {seconds:.1f} s ({count / seconds:.0f} a second): "
        f"{len(found.problems)} problems on {len(bad)} slides; heights {'true' if true else 'not true'}"
    )
    sys.exit(1 if found.problems or not true else 0)


main()
