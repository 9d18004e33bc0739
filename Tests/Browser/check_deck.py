"""Presents decks as a presenter would, in a browser: keys, pointer, touch, the grid, blank screens, help, the presenter's window,
print; and asks axe about every slide in every step.

    check_deck.py FOLDER [--axe | --notes WORD] [DECK…]

FOLDER holds sites or single files; without DECK every deck.html below it is presented. With --notes each DECK is a presenter's
own page, whose first notes hold the word.
"""

import argparse
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from find_browser import find_browser
from settled import settled

RULES = {
    # Preloading would fetch the style sheet again, which the pages' policy forbids.
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
# Notes which wake locks are asked for; a browser without a screen grants none.
WAKE = """window.wakes = 0;
Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
  window.wakes += 1;
  return new EventTarget();
} } });"""

# Keeps what the other window says.
HEARD = """window.heard = [];
addEventListener('message', event => { if (event.source !== window && 'index' in event.data) heard.push(event.data); });"""

problems = []


class Deck:
    """One deck in one window."""

    def __init__(self, context, address, name):
        self.name = name
        self.page = context.new_page()
        self.watch(self.page)
        self.page.goto(address)
        self.settle()
        self.ids = self.page.evaluate("[...document.querySelectorAll('.slides .slide')].map(slide => slide.id)")

    def watch(self, page):
        page.on("console", lambda m: self.problem(f"console: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.problem(f"error: {error}"))

    def problem(self, text):
        problems.append(f"{self.name}: {text}")

    def expect(self, what, find, wanted):
        """Holds what is there against what should be, and gives a busy machine time to get there."""
        found = settled(find, wanted)
        if found != wanted:
            self.problem(f"{what}: {found!r}, not {wanted!r}")

    def settle(self, milliseconds=90):
        self.page.wait_for_timeout(milliseconds)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        self.settle()

    def place(self, page=None):
        """The slide on show and how many of its steps."""
        return (page or self.page).evaluate(
            """() => [document.querySelector('.slides .slide.current').id,
            document.querySelectorAll('.slides .slide.current [data-step].shown').length]""")

    def at(self, index):
        """Goes to a slide by its number from 0."""
        self.go(self.ids[index])

    def go(self, name):
        """Goes to a slide by its name; what its address changes comes later than the address."""
        self.page.evaluate("id => { location.hash = id; }", name)
        settled(lambda: self.place()[0], name)
        self.settle()

    def focus(self):
        return self.page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.id")


def check_axe(deck, where, page=None):
    for violation in Axe().run(page or deck.page, options=RULES).response["violations"]:
        target = violation["nodes"][0]["target"][0]
        deck.problem(f"{where}: axe {violation['id']} at {target} ({len(violation['nodes'])} places)")


def check_moving(deck):
    ids = deck.ids
    entries = deck.page.evaluate("history.length")
    deck.press("End")
    deck.expect("End", lambda: deck.place()[0], ids[-1])
    deck.press("Home")
    deck.expect("Home", lambda: deck.place()[0], ids[0])
    for forth, back in (("ArrowRight", "ArrowLeft"), ("ArrowDown", "ArrowUp"), ("PageDown", "PageUp"), (" ", "Shift+ ")):
        deck.press(forth)
        deck.expect(f"{forth} from the first slide", lambda: deck.place()[0], ids[1])
        deck.press(back)
        deck.expect(f"{back} to the first slide", lambda: deck.place()[0], ids[0])
    deck.press("Enter")
    deck.expect("Enter", lambda: deck.place()[0], ids[1])
    deck.press("1", "Enter")
    deck.expect("1 and Enter", lambda: deck.place()[0], ids[0])
    deck.press(*str(len(ids)), "Enter")
    deck.expect("the last number and Enter", lambda: deck.place()[0], ids[-1])
    deck.expect("the title of the slide has the focus", lambda: deck.focus(), f"{ids[-1]}-title")
    deck.expect("what the moves added to the history", lambda: deck.page.evaluate("history.length") - entries, 0)
    deck.expect("asked for a screen that stays on", lambda: deck.page.evaluate("window.wakes") > 0, True)
    deck.expect("what is announced", lambda: deck.page.inner_text('[id="deck.status"]'), f"Slide {len(ids)} of {len(ids)}")
    # A button keeps the focus, so that it can be pressed again.
    deck.page.locator(".deck-controls button").first.focus()
    deck.press("Enter", "Enter")
    deck.expect("two times Previous", lambda: deck.place()[0] != ids[-1], True)
    deck.expect("the button has the focus", lambda: deck.page.evaluate("document.activeElement.closest('nav') !== null"), True)
    deck.page.evaluate("document.activeElement.blur()")
    check_scrolling(deck)
    # Forth and back again through every step, with every step seen on the way.
    deck.press("Home")
    forth = [deck.place()]
    for _ in range(1000):
        deck.page.keyboard.press("ArrowRight")
        now = deck.place()
        if now == forth[-1]:
            break
        forth.append(now)
    back = [deck.place()]
    for _ in range(1000):
        deck.page.keyboard.press("ArrowLeft")
        now = deck.place()
        if now == back[-1]:
            break
        back.append(now)
    deck.expect("the way back", back, forth[::-1])
    deck.expect("the slides on the way", lambda: list(dict.fromkeys(place[0] for place in forth)), ids)


def check_scrolling(deck):
    """A slide that a reader's own spacing makes too high is read to its end before the next one."""
    deck.press("Home")
    deck.page.evaluate("document.querySelector('.slide.current').append(Object.assign(document.createElement('p'), { id: 'more' }))")
    deck.page.evaluate("document.getElementById('more').style.cssText = 'min-block-size: 150vh'")
    top = "document.querySelector('.slide.current').scrollTop"
    deck.press("ArrowDown")
    deck.expect("a high slide", lambda: deck.place()[0], deck.ids[0])
    deck.expect("scrolled by the key", lambda: deck.page.evaluate(top) > 0, True)
    deck.press("ArrowUp")
    deck.expect("scrolled back", lambda: deck.page.evaluate(top), 0)
    deck.press("PageDown", "PageDown", "PageDown", "PageDown", "PageDown")
    deck.expect("the slide behind it", lambda: deck.place()[0] != deck.ids[0], True)
    deck.page.evaluate("document.getElementById('more').remove()")


def check_pointer(deck):
    deck.at(1)
    width = deck.page.viewport_size["width"]
    deck.page.mouse.click(width * 0.8, 600)
    deck.settle()
    deck.expect("a click on the right", lambda: deck.place()[0] != deck.ids[1] or deck.place()[1] > 0, True)
    deck.at(1)
    deck.page.mouse.click(width * 0.1, 600)
    deck.settle()
    deck.expect("a click on the left", lambda: deck.place()[0], deck.ids[0])
    links = deck.page.evaluate(
        "[...document.querySelectorAll('.slide .agenda a')].map(link => [link.closest('.slide').id, link.hash.slice(1)])")
    if links:
        slide, target = links[-1]
        deck.go(slide)
        deck.page.locator(f'[id="{slide}"] .agenda a').last.click()
        deck.settle()
        shown = deck.page.evaluate("id => document.getElementById(id).closest('.slide').id", target)
        deck.expect("a click on a link", lambda: deck.place()[0], shown)
    # Marking words turns no slide.
    deck.at(1)
    title = deck.page.locator(".slide.current .slide-title").bounding_box()
    deck.page.mouse.move(title["x"] + 2, title["y"] + title["height"] / 2)
    deck.page.mouse.down()
    deck.page.mouse.move(title["x"] + title["width"] - 2, title["y"] + title["height"] / 2, steps=4)
    deck.page.mouse.up()
    deck.settle()
    deck.expect("after words were marked", lambda: deck.place()[0], deck.ids[1])
    deck.page.evaluate("getSelection().removeAllRanges()")
    deck.settle(2700)
    deck.expect("the pointer when idle", lambda: deck.page.evaluate("getComputedStyle(document.documentElement).cursor"), "none")


def check_overview(deck):
    deck.at(0)
    for key in ("o", "Escape"):
        deck.press(key)
        deck.expect(f"{key} opens the grid", lambda: deck.page.evaluate("document.documentElement.className.includes('overview')"), True)
        seen = "[...document.querySelectorAll('.slide')].filter(slide => slide.getBoundingClientRect().width > 100).length"
        deck.expect("slides in the grid", lambda: deck.page.evaluate(seen), len(deck.ids))
        deck.expect("the focus in the grid begins with", lambda: deck.focus().split(":")[0], "Slide 1")
        if key == "o":
            check_axe(deck, "the grid")
            deck.press("ArrowRight", "ArrowDown", "ArrowUp", "End")
            deck.expect("End in the grid", lambda: deck.focus().split(":")[0], f"Slide {len(deck.ids)}")
            deck.press("Home", "ArrowRight", "Enter")
            deck.expect("what Enter picks", lambda: deck.place()[0], deck.ids[1])
            deck.at(0)
        else:
            deck.press("Escape")
            deck.expect("Escape leaves the grid", lambda: deck.place()[0], deck.ids[0])
    deck.press("o")
    deck.page.locator(".slide .pick").nth(2).click()
    deck.settle()
    deck.expect("what a click picks", lambda: deck.place()[0], deck.ids[2])


def check_blank(deck):
    deck.at(1)
    seen = "() => { const blank = document.querySelector('.blank'); return blank.hidden ? '' : getComputedStyle(blank).backgroundColor; }"
    for key, colour in (("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        deck.press(key)
        deck.expect(f"{key} shows", lambda: deck.page.evaluate(seen), colour)
        deck.press("ArrowRight")
        deck.expect("the next key ends it", lambda: deck.page.evaluate(seen), "")
        deck.expect("and does nothing else", lambda: deck.place()[0], deck.ids[1])
    deck.press("b")
    deck.page.mouse.click(900, 400)
    deck.settle()
    deck.expect("a click ends it", lambda: deck.page.evaluate(seen), "")
    deck.expect("and does nothing else", lambda: deck.place()[0], deck.ids[1])


def check_help(deck):
    deck.at(1)
    deck.press("?")
    deck.expect("the list of keys", lambda: deck.page.locator("dialog.deck-help").is_visible(), True)
    check_axe(deck, "the list of keys")
    deck.press("ArrowRight")
    deck.expect("a key in the list turns no slide", lambda: deck.place()[0], deck.ids[1])
    deck.press("Escape")
    deck.expect("Escape closes it", lambda: deck.page.locator("dialog.deck-help").is_visible(), False)
    deck.expect("and opens no grid", lambda: deck.page.evaluate("document.documentElement.className.includes('overview')"), False)
    deck.press("d")
    deck.expect("d shows the document", lambda: deck.page.evaluate("document.documentElement.className.includes('presenting')"), False)
    deck.press("d")
    deck.expect("d presents again", lambda: deck.page.evaluate("document.documentElement.className.includes('presenting')"), True)


def opened_view(context, deck):
    """The presenter's window. While an old one is being closed P may still mean that one, so it is pressed again."""
    before = set(context.pages)
    for _ in range(5):
        deck.press("p")
        for _ in range(40):
            deck.settle(100)
            new = [page for page in context.pages if page not in before]
            if new:
                return new[0]
    sys.exit(f"{deck.name}: P opens no window")


def check_presenter(context, deck):
    deck.at(1)
    view = opened_view(context, deck)
    deck.watch(view)
    view.set_viewport_size({"width": 1200, "height": 760})
    view.wait_for_selector(".presenter-view .stage .slide")
    deck.page.evaluate(HEARD)

    def together(what, wanted):
        view.wait_for_timeout(250)
        deck.expect(f"{what}: the audience", lambda: deck.place()[0], wanted)
        deck.expect(f"{what}: the presenter", lambda: deck.place(view)[0], wanted)
        deck.expect(f"{what}: the same step", lambda: deck.place(view)[1] == deck.place()[1], True)

    together("at first", deck.ids[1])
    check_axe(deck, "the presenter's window", view)
    # What the audience's window has and this one has not changes nothing here.
    for key in ("Escape", "o", "d"):
        view.keyboard.press(key)
    view.keyboard.press("Home")
    together("the presenter's Home", deck.ids[0])
    view.keyboard.press("End")
    together("the presenter's End", deck.ids[-1])
    deck.expect("at the end", lambda: view.locator("[data-part=end]").is_visible(), True)
    deck.press("Home")
    together("the audience's Home", deck.ids[0])
    for _ in range(12):
        view.keyboard.press("ArrowRight")
    together("twelve moves on", deck.place(view)[0])
    # Every word goes two ways; the one that comes late, when more has happened, takes nobody back.
    before = deck.place()
    late = "() => new Promise(done => { addEventListener('message', () => done(), { once: true }); postMessage(heard[0], '*'); })"
    deck.page.evaluate(late)
    deck.expect("after a word that comes late", deck.place(), before)
    # A word that moves and blanks at once is obeyed as a whole, and not told back in parts.
    deck.page.evaluate(HEARD.replace("heard", "told"))
    both = "postMessage({ lectern: location.pathname, index: 1, step: 0, blank: 'black', since: Date.now() + 100 }, '*')"
    view.evaluate(both)
    deck.expect("the presenter moved", lambda: deck.place(view), [deck.ids[1], 0])
    deck.expect("the presenter blanked", lambda: view.locator("[data-part=blank]").is_visible(), True)
    view.wait_for_timeout(300)
    deck.expect("what the audience is told of it", deck.page.evaluate("told.length"), 0)
    view.evaluate(both.replace("black", ""))
    deck.expect("the presenter's blank screen ends", lambda: view.locator("[data-part=blank]").is_visible(), False)
    view.keyboard.press("ArrowRight")
    together("after what was heard", deck.place(view)[0])
    upcoming = "document.querySelector('[data-part=upcoming] .slide') !== null"
    deck.expect("the next slide is shown", lambda: view.evaluate(upcoming), True)
    view.keyboard.press("b")
    view.wait_for_timeout(250)
    deck.expect("the presenter's B", lambda: deck.page.evaluate("document.querySelector('.blank').hidden"), False)
    deck.expect("told to the presenter", lambda: view.locator("[data-part=blank]").is_visible(), True)
    view.reload()
    view.wait_for_selector(".presenter-view .stage .slide")
    deck.expect("a reload tells the presenter of the blank screen", lambda: view.locator("[data-part=blank]").is_visible(), True)
    view.wait_for_timeout(1300)
    deck.expect("and does not end it", deck.page.evaluate("document.querySelector('.blank').hidden"), False)
    view.keyboard.press("b")
    view.wait_for_timeout(250)
    deck.expect("the presenter's second B", lambda: deck.page.evaluate("document.querySelector('.blank').hidden"), True)
    # Time
    view.locator("[data-part=pause]").click()
    before = view.inner_text("[data-part=elapsed]")
    view.wait_for_timeout(1300)
    deck.expect("a paused clock", lambda: view.inner_text("[data-part=elapsed]"), before)
    view.locator("[data-part=reset]").click()
    deck.expect("a clock set back", lambda: view.inner_text("[data-part=elapsed]"), "0:00")
    view.locator("[data-part=pause]").click()
    view.fill("[data-part=planned]", "25")
    deck.expect("the pace", lambda: view.locator("[data-part=pace]").is_visible(), True)
    deck.expect("a pace for sections", lambda: view.locator("[data-part=sections] tr").count() > 0, True)
    size = "parseFloat(getComputedStyle(document.querySelector('[data-part=notes]')).fontSize)"
    least = view.evaluate(size)
    view.locator("[data-part=larger]").click()
    deck.expect("larger notes", lambda: view.evaluate(size), least + 2)
    view.locator("[data-part=planned]").press("Enter")
    deck.expect("the field is left", lambda: view.evaluate("document.activeElement === document.body"), True)
    # A talk of yesterday does not go on, but what was planned is kept.
    key = "'lectern presenter ' + location.pathname"
    stored = f"""() => {{ const key = {key}; const kept = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({{ ...kept, ran: 9e7, at: Date.now() - 864e5 }})); }}"""
    view.close()
    deck.page.evaluate(stored)
    view = opened_view(context, deck)
    deck.watch(view)
    view.set_viewport_size({"width": 1200, "height": 760})
    view.wait_for_selector(".presenter-view .stage .slide")
    view.wait_for_timeout(300)
    deck.expect("the minutes of a new day", lambda: view.inner_text("[data-part=elapsed]").split(":")[0], "0")
    # Either side may be loaded again, and the audience's window may be hidden.
    view.reload()
    view.wait_for_selector(".presenter-view .stage .slide")
    deck.expect("minutes after a reload", lambda: view.input_value("[data-part=planned]"), "25")
    view.keyboard.press("Home")
    together("the presenter after a reload", deck.ids[0])
    deck.page.reload()
    deck.expect("where the audience is after its reload", lambda: deck.place(), deck.place(view))
    view.keyboard.press("ArrowRight")
    together("after the audience's reload", deck.place(view)[0])
    deck.press("End")
    together("the audience after its reload", deck.ids[-1])
    view.bring_to_front()
    view.keyboard.press("Home")
    together("with the audience's window hidden", deck.ids[0])
    view.close()
    # Where windows are blocked, the deck says how to open it.
    deck.page.evaluate("window.open = () => null")
    deck.press("p")
    deck.expect("a blocked window", lambda: deck.page.locator("dialog.deck-blocked").is_visible(), True)
    link = deck.page.evaluate("document.querySelector('dialog.deck-blocked a').href")
    deck.expect("the link leads to the view", "?presenter" in link, True)
    check_axe(deck, "the word of a blocked window")
    deck.press("Escape")


def check_notes(context, address, name, word):
    """A presenter's own page: it begins with the view, and opens the audience's window."""
    deck = Deck(context, address, name)
    view = deck.page
    view.wait_for_selector(".presenter-view .stage .slide")
    for _ in deck.ids:
        if word in view.inner_text("[data-part=notes]"):
            break
        deck.press("PageDown")
    deck.expect("the notes", lambda: word in view.inner_text("[data-part=notes]"), True)
    check_axe(deck, "the presenter's own page")
    # Notes that do not fit are scrolled by the keys that scroll, and a clicker turns slides all the same.
    notes = view.locator(".presenter-words").first
    notes.evaluate("box => { box.style.flex = 'none'; box.style.blockSize = '20px'; box.focus(); }")
    before = deck.place()
    deck.press("ArrowDown")
    deck.expect("notes scrolled by a key", lambda: notes.evaluate("box => box.scrollTop > 0"), True)
    deck.expect("the slide meanwhile", lambda: deck.place(), before)
    notes.evaluate("box => { box.style.cssText = ''; box.blur(); }")
    with context.expect_page() as opened:
        view.locator("[data-part=audience]").click()
    audience = opened.value
    deck.watch(audience)
    audience.wait_for_selector(".slide.current")
    audience.wait_for_timeout(300)
    deck.expect("the view in the audience's window", lambda: audience.locator(".presenter-view").count(), 0)
    deck.expect("notes in the audience's window", lambda: word in audience.inner_text("body"), False)
    view.keyboard.press("End")
    view.wait_for_timeout(300)
    deck.expect("the audience's slide", lambda: deck.place(audience)[0], deck.ids[-1])
    audience.keyboard.press("Home")
    view.wait_for_timeout(300)
    deck.expect("the presenter's slide", lambda: deck.place()[0], deck.ids[0])


def check_touch(browser, address, name):
    context = browser.new_context(viewport={"width": 1024, "height": 720}, has_touch=True)
    deck = Deck(context, address, name)
    session = context.new_cdp_session(deck.page)

    def swipe(start, end):
        session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start, "y": 500}]})
        for part in range(1, 5):
            x = start + (end - start) * part / 4
            session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": 500}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        deck.settle(200)

    swipe(800, 300)
    deck.expect("a swipe to the left", lambda: deck.place()[0], deck.ids[1])
    swipe(300, 800)
    deck.expect("a swipe to the right", lambda: deck.place()[0], deck.ids[0])
    idle = "document.documentElement.classList.contains('idle')"
    deck.settle(2700)
    deck.expect("the buttons go", lambda: deck.page.evaluate(idle), True)
    # Where one of them was, a touch turns the slide, and is no touch of what it brings back.
    button = deck.page.locator(".deck-controls button:not(.present)").last.bounding_box()
    deck.page.touchscreen.tap(button["x"] + 10, button["y"] + 10)
    deck.expect("and a touch brings them back", lambda: deck.page.evaluate(idle), False)
    deck.expect("without pressing one", lambda: deck.page.evaluate("document.documentElement.classList.contains('overview')"), False)
    context.close()


def check_print(browser, address, name):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    deck = Deck(context, address, name)
    deck.press("ArrowRight", "o")
    pdf = deck.page.pdf(prefer_css_page_size=True, print_background=True)
    pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type/Page\n")
    deck.expect("printed pages", pages, len(deck.ids))
    context.close()


def check_every_step(browser, address, name):
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 1280, "height": 720}, color_scheme=scheme, reduced_motion="reduce")
        deck = Deck(context, address, name)
        last = None
        while deck.place() != last:
            last = deck.place()
            check_axe(deck, f"{last[0]} with {last[1]} steps ({scheme})")
            deck.page.keyboard.press("ArrowRight")
        context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("decks", nargs="*")
    parser.add_argument("--axe", action="store_true")
    parser.add_argument("--notes")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    paths = [folder / deck for deck in arguments.decks] or sorted(folder.rglob("deck.html"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for path in paths:
            name = str(path.relative_to(folder))
            if arguments.axe:
                check_every_step(browser, path.as_uri(), name)
                continue
            context = browser.new_context(viewport={"width": 1280, "height": 720})
            context.add_init_script(WAKE)
            if arguments.notes:
                check_notes(context, path.as_uri(), name, arguments.notes)
                context.close()
                continue
            deck = Deck(context, path.as_uri(), name)
            check_moving(deck)
            check_pointer(deck)
            check_overview(deck)
            check_blank(deck)
            check_help(deck)
            check_presenter(context, deck)
            context.close()
            check_touch(browser, path.as_uri(), name)
            check_print(browser, path.as_uri(), name)
        browser.close()
    print("\n".join(problems))
    print(f"{len(paths)} decks presented, {len(problems)} problems")
    sys.exit(1 if problems or not paths else 0)


if __name__ == "__main__":
    main()
