"""Measures the drawings of a built site in a browser: no two texts overlap, none leaves its drawing or its box, none is too
small.

    check_figures.py SITE [--least N]

Slides are measured step by step, as they are presented. `--least` is how many drawings there must be, so that a site without
any proves nothing.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from find_browser import find_browser

# How far boxes may go over each other or their edge, in pixels: browsers round, and guess at fonts that are not there.
SLACK = 1
# Pixels of a slide of 720; on a page the text that a drawing shrinks with is 16 to 17 pixels.
SLIDE_FLOOR, PAGE_FLOOR = 24, 15

MEASURE = """([slack, floor]) => {
  const problems = [];
  let drawings = 0;
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  const out = (inner, outer) => inner.left < outer.left - slack || inner.right > outer.right + slack
    || inner.top < outer.top - slack || inner.bottom > outer.bottom + slack;
  for (const drawing of document.querySelectorAll('svg.drawing')) {
    const canvas = drawing.getBoundingClientRect();
    if (canvas.width === 0 || getComputedStyle(drawing).visibility === 'hidden') continue;
    drawings += 1;
    const name = drawing.closest('figure').id + ' (' + drawing.closest('figure').className + ')';
    const factor = canvas.height / drawing.viewBox.baseVal.height;
    const texts = [...drawing.querySelectorAll('text')]
      .filter((text) => getComputedStyle(text).visibility !== 'hidden')
      .map((text) => ({ text, box: text.getBoundingClientRect(), words: text.textContent }));
    texts.forEach(({ text, box, words }, index) => {
      if (out(box, canvas)) problems.push(`${name}: “${words}” leaves its drawing`);
      const size = parseFloat(getComputedStyle(text).fontSize) * factor;
      if (size < floor - 0.05) problems.push(`${name}: “${words}” is set at ${size.toFixed(1)} px`);
      // A group that begins with a box is a labelled box.
      const first = text.parentNode.firstElementChild;
      if (first.localName === 'rect' && out(box, first.getBoundingClientRect())) {
        problems.push(`${name}: “${words}” leaves its box`);
      }
      for (const other of texts.slice(0, index)) {
        if (over(box, other.box)) problems.push(`${name}: “${words}” lies on “${other.words}”`);
      }
    });
  }
  return [drawings, problems];
}"""


def measure(page, floor, problems, where):
    drawings, found = page.evaluate(MEASURE, [SLACK, floor])
    problems += [f"{where} {problem}" for problem in found]
    return drawings


def check_deck(page, path, problems):
    """Every slide with a drawing, at each of its steps."""
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")
    slides = page.evaluate("""() => [...document.querySelectorAll('.slide:has(svg.drawing)')].map((slide) => [
      slide.id, Math.max(0, ...[...slide.querySelectorAll('[data-step]')].map((part) => Number(part.dataset.step)))])""")
    drawings = 0
    for slide, steps in slides:
        for step in range(steps + 1):
            page.evaluate("place => { location.hash = place; }", f"{slide}/{step}" if step else slide)
            page.wait_for_function("id => document.querySelector('.slide.current').id === id", arg=slide)
            count = measure(page, SLIDE_FLOOR, problems, f"{path.parent.name}/deck.html step {step}:")
            if step == 0:
                drawings += count
            # What is to come is hidden, and what has come is there.
            shown = page.evaluate(
                "() => [...document.querySelectorAll('.slide.current svg [data-step]')]"
                ".filter((part) => getComputedStyle(part).visibility !== 'hidden').length")
            items = page.evaluate(
                "step => [...document.querySelectorAll('.slide.current svg [data-step]')]"
                ".filter((part) => Number(part.dataset.step) <= step).length", step)
            if shown != items:
                problems.append(f"{path.parent.name} #{slide} step {step}: {shown} parts are shown, not {items}")
    return drawings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--least", type=int, default=1)
    arguments = parser.parse_args()
    problems = []
    slides = pages = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(f"script: {error}"))
        for path in sorted(arguments.site.resolve().glob("*/deck.html")):
            slides += check_deck(page, path, problems)
        for path in sorted(arguments.site.resolve().glob("*/index.html")):
            page.goto(path.as_uri())
            page.evaluate("document.fonts.ready")
            pages += measure(page, PAGE_FLOOR, problems, f"{path.parent.name}/index.html:")
        browser.close()
    for problem in problems[:40]:
        print(problem)
    print(f"{slides} drawings on slides and {pages} in reports: {len(problems)} problems")
    sys.exit(1 if problems or min(slides, pages) < arguments.least else 0)


if __name__ == "__main__":
    main()
