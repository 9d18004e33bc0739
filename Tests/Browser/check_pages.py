"""Opens every page of a built site in a browser and reports what is wrong, one line a problem.

Usage: check_pages.py SITE

Checked: no request leaves the site's folder, no console error, no element outside the allow-list, links inside a page lead
somewhere, axe finds nothing (WCAG 2.2 AA) in both colour schemes, in print and at 320 px, no page scrolls sideways on a
phone; the report's buttons do what they say and are there with a script alone; the deck answers
its keys, shows one slide at a time, keeps its slides inside their box, prints one slide a page, and is whole without script.
"""

import sys
import urllib.parse
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from find_browser import find_browser
from settled import settled

SITE = Path(sys.argv[1]).resolve()
RULES = {
    # Preloading would fetch the style sheet again, which the pages' policy forbids.
    "preload": False,
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}
ALLOWED = set(
    """html head meta title link script body main section header footer nav div p h1 h2 h3 h4 h5 h6 ul ol li a span strong em
    del code pre br wbr hr img figure figcaption blockquote table caption colgroup col thead tbody tr th td dl dt dd sub sup mark abbr kbd
    small u s ins q cite input svg g line path rect ellipse text tspan button dialog template""".split()
)
problems = []


def problem(page, text):
    problems.append(f"{page}: {text}")


def watch(page, name):
    def request(event):
        address = urllib.parse.urlparse(event.url)
        if address.scheme != "file" or not urllib.parse.unquote(address.path).startswith(str(SITE)):
            problem(name, f"asks for {event.url}")

    page.on("request", request)
    page.on("console", lambda m: problem(name, f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problem(name, f"error: {error}"))


def check_markup(page, name):
    for tag in page.evaluate("[...new Set([...document.querySelectorAll('*')].map(e => e.localName))]"):
        if tag not in ALLOWED:
            problem(name, f"holds a <{tag}>")
    for found in page.evaluate(
        """() => {
          const found = [];
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of new Set(ids)) if (ids.filter(i => i === id).length > 1) found.push('the id ' + id + ' twice');
          for (const a of document.querySelectorAll('a[href^="#"]')) {
            const id = decodeURIComponent(a.getAttribute('href').slice(1));
            if (id && id !== 'top' && !document.getElementById(id)) found.push('a link to nothing: #' + id);
          }
          for (const e of document.querySelectorAll('[aria-labelledby]'))
            for (const id of e.getAttribute('aria-labelledby').split(' '))
              if (!document.getElementById(id)) found.push('a label that is not there: ' + id);
          for (const e of document.querySelectorAll('*'))
            for (const a of e.attributes) if (a.name === 'style' || a.name.startsWith('on')) found.push('the attribute ' + a.name);
          return found;
        }"""
    ):
        problem(name, found)


def check_axe(page, name):
    for violation in Axe().run(page, options=RULES).response["violations"]:
        target = violation["nodes"][0]["target"][0]
        problem(name, f"axe {violation['id']} at {target} ({len(violation['nodes'])} places)")


def check_page(browser, path):
    name = str(path.relative_to(SITE))
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme=scheme)
        watch(page, name)
        page.goto(path.as_uri())
        page.wait_for_timeout(100)
        check_axe(page, f"{name} ({scheme})")
        if scheme == "light" and path.name != "deck.html":
            page.emulate_media(media="print")
            check_axe(page, f"{name} (print)")
        page.close()
    # What the script adds is not what is published.
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(path.as_uri())
    check_markup(plain, name)
    plain.close()
    for width in (390, 320):
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.goto(path.as_uri())
        page.wait_for_timeout(100)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            problem(name, f"scrolls sideways at {width} px: {wide} px wide")
        # As much as a window 1280 px wide has left at 400 %.
        if width == 320:
            check_axe(page, f"{name} (320 px)")
        page.close()


WRONG_STOPS = """[...document.querySelectorAll('.table-scroll')].filter(
  box => (box.tabIndex === 0) !== (box.scrollWidth > box.clientWidth)).length"""


def check_report(browser, path):
    """Buttons that need a script are there with it alone, and do what they say."""
    name = str(path.relative_to(SITE))
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    watch(page, name)
    page.goto(path.as_uri())
    page.evaluate("window.print = () => { window.printed = true; }")
    page.locator(".actions button").click()
    if not page.evaluate("window.printed"):
        problem(name, "its print button does not print")
    citation = page.locator(".cite p").first.inner_text()
    page.locator(".cite button").click()
    wanted = " ".join(citation.split())
    if settled(lambda: page.evaluate("navigator.clipboard.readText()"), wanted) != wanted:
        problem(name, "its copy button does not copy the citation")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        if settled(lambda: page.evaluate(WRONG_STOPS), 0) != 0:
            problem(name, f"at {width} px a table is a stop for the keyboard and does not scroll, or the other way round")
    context.close()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(path.as_uri())
    if plain.locator("button").count():
        problem(name, "has a button that does nothing without a script")
    for tag, least in (("citation_technical_report_institution", 1), ("citation_title", 1), ("citation_author", 1)):
        if plain.locator(f'meta[name="{tag}"]').count() < least:
            problem(name, f"has no {tag}")
    plain.close()


SLIDE = "document.querySelector('.slide.current')?.id"
FOCUSED = "document.activeElement?.closest('.slide')?.id"
SHOWN = """[...document.querySelectorAll('.slide')].filter(s => {
  const r = s.getBoundingClientRect();
  return getComputedStyle(s).visibility !== 'hidden' && getComputedStyle(s).display !== 'none'
    && r.width > 0 && r.bottom > 0 && r.top < innerHeight && getComputedStyle(s).opacity !== '0';
}).map(s => s.id)"""
OVERFLOW = """() => {
  const slide = document.querySelector('.slide.current');
  const box = slide.getBoundingClientRect();
  const foot = slide.querySelector('.slide-foot');
  const floor = foot ? foot.getBoundingClientRect().top : box.bottom;
  const found = [];
  for (const e of slide.querySelectorAll('.slide-body *')) {
    if (e.closest('.visually-hidden, .summary, .diagram-data') || getComputedStyle(e).position === 'absolute') continue;
    const r = e.getBoundingClientRect();
    if (!r.width || !r.height) continue;
    if (r.bottom > floor + 1 || r.right > box.right + 1 || r.left < box.left - 1 || r.top < box.top - 1) {
      found.push(e.localName + ' ' + Math.round(r.bottom - floor) + ' px below, ' + Math.round(r.right - box.right) + ' px right');
      break;
    }
  }
  return found;
}"""


def check_deck(browser, path):
    name = str(path.relative_to(SITE))
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    watch(page, name)
    page.goto(path.as_uri())
    page.wait_for_timeout(200)
    ids = page.evaluate("[...document.querySelectorAll('.slide')].map(s => s.id)")

    def expect(what, wanted):
        found = settled(lambda: page.evaluate(SLIDE), wanted)
        if found != wanted:
            problem(name, f"{what} shows {found}, not {wanted}")

    expect("the start", ids[0])
    page.keyboard.press("End")
    expect("End", ids[-1])
    page.keyboard.press("Home")
    expect("Home", ids[0])
    page.keyboard.press("PageDown")
    expect("Page Down", ids[1])
    page.keyboard.press("PageUp")
    expect("Page Up", ids[0])
    visited = []
    for _ in range(400):
        current = page.evaluate(SLIDE)
        if not visited or visited[-1] != current:
            visited.append(current)
            # A fade takes a moment; then one slide alone is to be seen.
            shown = settled(lambda: page.evaluate(SHOWN), [current])
            if shown != [current]:
                problem(name, f"{current} is shown with {shown}")
            if len(visited) > 1 and settled(lambda: page.evaluate(FOCUSED), current) != current:
                problem(name, f"the focus is not on {current}")
            for found in page.evaluate(OVERFLOW):
                problem(name, f"{current} overflows: {found}")
        before = page.url
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(30)
        if page.url == before and current == ids[-1]:
            break
    if visited != ids:
        problem(name, "the right arrow does not walk through every slide in order")
    page.goto(path.as_uri() + "#" + ids[len(ids) // 2])
    page.wait_for_timeout(200)
    expect("a deep link", ids[len(ids) // 2])
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type/Page\n")
    if pages != len(ids):
        problem(name, f"prints {len(ids)} slides on {pages} pages")
    page.close()

    plain = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 720}).new_page()
    plain.goto(path.as_uri())
    for slide in ids:
        if not plain.locator(f'[id="{slide}"] .slide-title').first.is_visible() and "visually-hidden" not in (
            plain.locator(f'[id="{slide}"] .slide-title').first.get_attribute("class") or ""
        ):
            problem(name, f"without script {slide} is not to be seen")
    plain.close()


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        pages = sorted(SITE.rglob("*.html"))
        if not pages:
            problem("site", "there are no pages")
        for path in pages:
            check_page(browser, path)
            if path.name == "index.html" and path.parent != SITE:
                check_report(browser, path)
            if path.name == "deck.html":
                check_deck(browser, path)
        browser.close()
    print("\n".join(problems))
    print(f"{len(pages)} pages looked at, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
