"""Opens exported pages in a browser and reports what is wrong, one line a problem.

Usage: check_exports.py PAGE.html …

Checked: opened from the disk a page asks for itself alone, the console stays silent (a hash that the policy does not have would
be told there), every picture is shown and every font that is asked for is loaded, no link leads to a file beside the page,
and an arrow key turns the slides of a deck, with the network switched off.
"""

import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from find_browser import find_browser
from settled import settled

problems = []
DEAD = r"""() => [...document.querySelectorAll('[href], [src], [srcset]')].flatMap(e => ['href', 'src', 'srcset'].map(n => e.getAttribute(n)))
  .filter(a => a !== null && !/^(#|\?|data:|https?:|mailto:|tel:)/.test(a))"""
PICTURES = "[...document.images].filter(i => !i.complete || i.naturalWidth === 0).map(i => i.alt)"
FONTS = """async () => {
  await document.fonts.ready;
  return [...document.fonts].map(f => [f.family, f.weight, f.style, f.status]);
}"""


def check(browser, path):
    def problem(text):
        problems.append(f"{path.name}: {text}")

    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: problem(f"console: {message.text}"))
    page.on("pageerror", lambda error: problem(f"error: {error}"))
    page.goto(path.as_uri())
    page.wait_for_timeout(200)
    own = [url for url in asked if not url.startswith("data:")]
    if own != [path.as_uri()]:
        problem(f"asks for {own}")
    for address in page.evaluate(DEAD):
        problem(f"points to {address}")
    settled(lambda: page.evaluate(PICTURES), [])
    for picture in page.evaluate(PICTURES):
        problem(f"does not show the picture {picture}")
    fonts = page.evaluate(FONTS)
    if not any(font[3] == "loaded" for font in fonts):
        problem("loads no font of its own")
    for font in fonts:
        if font[3] == "error":
            problem(f"cannot load {font}")
    if "deck" in path.name:
        ids = page.evaluate("[...document.querySelectorAll('.slide')].map(s => s.id)")
        for _ in range(30):
            page.keyboard.press("ArrowRight")
        turned = "![null, undefined, %s].includes(document.querySelector('.slide.current')?.id)" % json.dumps(ids[0])
        if len(ids) > 1 and not settled(lambda: page.evaluate(turned), True):
            problem("the arrow keys turn no slide")
    context.close()


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name in sys.argv[1:]:
            check(browser, Path(name).resolve())
        browser.close()
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
