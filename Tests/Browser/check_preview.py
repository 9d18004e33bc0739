"""Edits briefings under a live preview and looks at what the open pages make of it, one line a problem.

Usage: check_preview.py LECTERN [--times N]

A project is made in a folder with spaces and letters beyond ASCII in its name. Checked: a page changes without being loaded
anew, at the slide or the place that was edited; step, scroll position and what was not edited stay; problems show and go;
a broken save keeps the last good page; new, renamed and removed briefings; a change of a template loads the page anew; the
presenter's view has the notes and no other page has. With --times it edits N times and prints how long it takes until the
change is drawn.
"""

import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from find_browser import find_browser
from settled import settled

LECTERN = str(Path(sys.argv[1]).resolve())
TIMES = int(sys.argv[3]) if "--times" in sys.argv else 0
TEXT = """---
title: A talk
---

## One

### First

Alpha

<!-- The secret word is zebra. -->

### Second

<!-- steps -->

- uno
- due
- tre

## Two

### Third

{filler}

Gamma
"""
FILLER = "\n\n".join(f"Paragraph {n} says something at some length, so that the report is longer than the window." for n in range(40))
problems = []


def problem(text):
    problems.append(text)


def wait_for(page, what, expression):
    """Waits until an expression is true, and says what was waited for when it is not."""

    def is_true():
        try:
            return page.evaluate(f"!!({expression})")
        except Error:
            # The page is being loaded anew.
            return False

    if not settled(is_true, True):
        problem(f"{what} does not come")


def check(root, address, browser):
    talk = root / "content" / "talk.md"
    text = TEXT.format(filler=FILLER)
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.on("console", lambda m: problem(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: problem(f"error: {error}"))
    page.goto(address + "talk/deck.html#second/2")
    page.evaluate("window.mark = 1")
    page.wait_for_timeout(400)

    # What somebody else edits elsewhere is shown; what stays, stays.
    talk.write_text(text.replace("- due", "- deux"))
    wait_for(page, "the edit of a step", "document.querySelector('.slide.current').textContent.includes('deux')")
    state = page.evaluate("[location.hash, deck.step, window.mark]")
    if state != ["#second/2", 2, 1]:
        problem(f"after an edit of the slide on show the deck is at {state}")
    talk.write_text(text.replace("Alpha", "Aleph").replace("- due", "- deux"))
    wait_for(page, "the edit of another slide", "document.querySelector('.slide.current')?.id === 'first'")
    if page.evaluate("window.mark") != 1:
        problem("the deck is loaded anew for an edit")
    page.keyboard.press("ArrowRight")
    wait_for(page, "the next slide after an edit", "document.querySelector('.slide.current').id === 'second'")
    if page.evaluate("document.querySelectorAll('.slide:not(.current):not([inert])').length") != 0:
        problem("slides that are not shown are not inert after an edit")

    # A broken save.
    slides = page.evaluate("deck.slides.length")
    talk.write_text(text.replace("Alpha", "[x](#nowhere)"))
    wait_for(page, "the panel", "document.querySelector('.preview-problems')?.textContent.includes('unknown-fragment')")
    panel = page.locator(".preview-problems").inner_text()
    if "talk.md:9:1" not in panel:
        problem(f"the panel does not say where: {panel}")
    if page.evaluate("deck.slides.length") != slides:
        problem("a broken save does not keep the last good page")
    talk.write_text(text)
    wait_for(page, "the end of the panel", "!document.querySelector('.preview-problems')")

    # The report keeps its place.
    report = browser.new_page(viewport={"width": 1000, "height": 600})
    report.goto(address + "talk/")
    report.wait_for_timeout(400)
    report.evaluate("window.mark = 1; document.getElementById('second').scrollIntoView({ behavior: 'instant' })")
    before = report.evaluate("scrollY")
    talk.write_text(text.replace("- due", "- deux"))
    wait_for(report, "the edit in the report", "document.querySelector('main').textContent.includes('deux')")
    if abs(report.evaluate("scrollY") - before) > 2 or report.evaluate("window.mark") != 1:
        problem("the report loses its place")
    talk.write_text(text.replace("- due", "- deux").replace("Gamma", "Gimel"))
    wait_for(report, "an edit out of sight", "document.querySelector('main').textContent.includes('Gimel')")
    shown = """[...document.querySelectorAll('main p')].some(p => {
      const box = p.getBoundingClientRect();
      return p.textContent === 'Gimel' && box.top >= 0 && box.bottom <= innerHeight;
    })"""
    wait_for(report, "the place of an edit out of sight", shown)

    # Files that come, go and move; saving by renaming.
    listed = browser.new_page()
    listed.goto(address)
    listed.wait_for_timeout(300)
    (root / "content" / "new one").mkdir()
    time.sleep(0.05)
    (root / "content" / "new one" / "index.md").write_text("# Fresh\n\n## A\n\nText\n")
    wait_for(listed, "a new briefing in the list", "document.body.textContent.includes('Fresh')")
    (root / "content" / "new one").rename(root / "content" / "newer")
    wait_for(listed, "a renamed folder", "document.querySelector('a[href=\"newer/index.html\"]')")
    shutil.rmtree(root / "content" / "newer")
    wait_for(listed, "the end of a briefing", "!document.body.textContent.includes('Fresh')")
    other = root / "content" / ".talk.md.tmp"
    other.write_text(text.replace("title: A talk", "title: Renamed talk"))
    other.rename(talk)
    wait_for(listed, "a save by renaming", "document.body.textContent.includes('Renamed talk')")
    talk.write_text(text)

    # Templates load the page anew.
    (root / "templates").mkdir()
    shutil.copy(Path(__file__).parents[2] / "templates" / "report.css", root / "templates" / "report.css")
    with open(root / "templates" / "report.css", "a") as sheet:
        sheet.write("main { outline: 3px solid rgb(1, 2, 3); }\n")
    wait_for(report, "the new style sheet", "getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)'")

    # Notes are in the presenter's view alone.
    for path, holds in (("talk/deck.html", False), ("talk/", False), ("talk/presenter.html", True)):
        page.goto(address + path)
        if ("zebra" in page.content()) != holds:
            problem(f"{path} {'lacks' if holds else 'holds'} the notes")
    for other in (page, report, listed):
        other.close()


def measure(root, address, browser):
    """From the save to the frame in which the change is drawn, in milliseconds."""
    talk = root / "content" / "talk.md"
    text = TEXT.format(filler=FILLER)
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(address + "talk/deck.html#first")
    page.wait_for_timeout(500)
    times = []
    for number in range(TIMES):
        word = f"word-{number}"
        page.evaluate(
            """word => { window.drawn = new Promise(resolve => {
              const look = () => document.querySelector('.slide.current')?.textContent.includes(word)
                ? requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())) : requestAnimationFrame(look);
              look();
            }); }""",
            word,
        )
        saved = time.time() * 1000
        talk.write_text(text.replace("Alpha", word))
        times.append(page.evaluate("window.drawn") - saved)
        page.wait_for_timeout(30)
    times.sort()
    print(f"{TIMES} edits: median {statistics.median(times):.0f} ms, 95th percentile {times[int(len(times) * 0.95)]:.0f} ms")
    page.close()


def main():
    with tempfile.TemporaryDirectory(prefix="a talk é ") as folder, sync_playwright() as playwright:
        root = Path(folder)
        (root / "content").mkdir()
        (root / "content" / "talk.md").write_text(TEXT.format(filler=FILLER))
        server = subprocess.Popen([LECTERN, "serve", "--project", folder, "--port", "0"], stdout=subprocess.PIPE, text=True)
        address = re.search(r"http://\S+", server.stdout.readline()).group()
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        (measure if TIMES else check)(root, address, browser)
        browser.close()
        server.send_signal(signal.SIGTERM)
        begun = time.time()
        if server.wait(timeout=10) != 0 or time.time() - begun > 1:
            problem(f"the server ends with {server.returncode} after {time.time() - begun:.1f} s")
        if sorted(path.name for path in root.iterdir()) not in (["content"], ["content", "templates"]):
            problem("the server has written something")
    for text in problems:
        print(text)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
