"""Presents a deck in Firefox: keys, grid, blank screen, and two windows from a disk that drive each other.

    check_firefox.py DECK…

Firefox is driven by its own protocol, Marionette, since the driver of the other checks knows Chromium alone.
"""

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from settled import settled

PORT = 28282
# Keys as WebDriver names them.
KEYS = {"Right": "\ue014", "Left": "\ue012", "Home": "\ue011", "End": "\ue010", "Escape": "\ue00c", "Enter": "\ue007"}

problems = []


class Firefox:
    """A Firefox without a window of its own, and what it is told to do."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="lectern-firefox-")
        preferences = {"marionette.port": PORT, "dom.disable_open_during_load": False, "app.update.enabled": False,
                       "datareporting.policy.dataSubmissionEnabled": False}
        Path(self.profile, "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()))
        self.process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", self.profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number = 0
        for _ in range(300):
            try:
                self.socket = socket.create_connection(("127.0.0.1", PORT), timeout=60)
                break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit("Firefox does not answer")
        self.read()
        self("NewSession", capabilities={"alwaysMatch": {"pageLoadStrategy": "normal"}})

    def read(self):
        """One message: its length in digits, a colon, and JSON."""
        digits = b""
        while not digits.endswith(b":"):
            digits += self.socket.recv(1)
        left = int(digits[:-1])
        text = b""
        while len(text) < left:
            text += self.socket.recv(left - len(text))
        return json.loads(text)

    def __call__(self, command, **parameters):
        self.number += 1
        text = json.dumps([0, self.number, f"WebDriver:{command}", parameters]).encode()
        self.socket.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, result = self.read()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def evaluate(self, expression):
        return self("ExecuteScript", script=f"return {expression}", args=[], newSandbox=False, sandbox=None)["value"]

    def press(self, *keys):
        for key in keys:
            value = KEYS.get(key, key)
            self("PerformActions", actions=[{"type": "key", "id": "keys", "actions": [
                {"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]}])
        time.sleep(0.25)

    def windows(self):
        return self("GetWindowHandles")

    def to(self, window):
        self("SwitchToWindow", handle=window, focus=True)

    def close(self):
        try:
            self.socket.close()
            self.process.kill()
            self.process.wait()
        finally:
            shutil.rmtree(self.profile, ignore_errors=True)


def check(firefox, address):
    name = "/".join(address.split("/")[-2:])

    def expect(what, find, wanted):
        found = settled(find, wanted)
        if found != wanted:
            problems.append(f"{name}: {what}: {found!r}, not {wanted!r}")

    place = "document.querySelector('.slides .slide.current').id"
    firefox("Navigate", url=address)
    time.sleep(0.4)
    ids = firefox.evaluate("[...document.querySelectorAll('.slide')].map(slide => slide.id)")
    expect("the start", lambda: firefox.evaluate(place), ids[0])
    firefox.press("End")
    expect("End", lambda: firefox.evaluate(place), ids[-1])
    firefox.press("Home", "Right")
    expect("the right arrow", lambda: firefox.evaluate(place), ids[1])
    overflowing = []
    for slide in ids:
        firefox.evaluate(f"void (location.hash = {json.dumps(slide)})")
        time.sleep(0.03)
        expect("a link to a slide", lambda: firefox.evaluate(place), slide)
        below = firefox.evaluate(
            """(() => { const slide = document.querySelector('.slide.current');
            return Math.round(slide.scrollHeight - slide.clientHeight); })()""")
        if below > 1:
            overflowing.append(f"{slide} by {below} px")
    expect("slides that overflow", overflowing, [])
    firefox.press("Home", "o")
    expect("the grid", lambda: firefox.evaluate("document.documentElement.classList.contains('overview')"), True)
    firefox.press("Right", "Enter")
    expect("what Enter picks in the grid", lambda: firefox.evaluate(place), ids[1])
    firefox.press("b")
    expect("b", lambda: firefox.evaluate("document.querySelector('.blank').hidden"), False)
    firefox.press("Escape")
    expect("the next key", lambda: firefox.evaluate("document.querySelector('.blank').hidden"), True)
    firefox.press("?")
    expect("the list of keys", lambda: firefox.evaluate("document.querySelector('.deck-help').open"), True)
    firefox.press("Escape")
    audience = firefox.windows()[0]
    firefox.press("p")
    expect("windows after P", lambda: len(firefox.windows()), 2)
    others = [window for window in firefox.windows() if window != audience]
    if not others:
        return
    firefox.to(others[0])
    expect("the presenter's view", lambda: firefox.evaluate("document.querySelector('.presenter-view .stage .slide') !== null"), True)
    firefox.press("End")
    time.sleep(0.4)
    expect("the presenter's End", lambda: firefox.evaluate(place), ids[-1])
    firefox.to(audience)
    expect("the presenter's End, for the audience", lambda: firefox.evaluate(place), ids[-1])
    firefox.press("Home")
    firefox.to(others[0])
    time.sleep(0.4)
    expect("the audience's Home, for the presenter", lambda: firefox.evaluate(place), ids[0])
    firefox("Refresh")
    time.sleep(0.8)
    firefox.press("Right")
    firefox.to(audience)
    time.sleep(0.4)
    expect("after the presenter's reload", lambda: firefox.evaluate(place), ids[1])
    firefox("Refresh")
    time.sleep(1.6)
    firefox.press("Right")
    step = firefox.evaluate("location.hash")
    firefox.to(others[0])
    time.sleep(0.4)
    expect("after the audience's reload", lambda: firefox.evaluate("location.hash"), step)
    firefox("CloseWindow")
    firefox.to(audience)


def main():
    program = next((found for found in map(shutil.which, ("firefox-esr", "firefox")) if found), None)
    if program is None:
        sys.exit("there is no Firefox")
    firefox = Firefox(program)
    try:
        for deck in sys.argv[1:]:
            check(firefox, Path(deck).resolve().as_uri())
    finally:
        firefox.close()
    print("\n".join(problems))
    print(f"{len(sys.argv) - 1} decks in Firefox, {len(problems)} problems")
    sys.exit(1 if problems or len(sys.argv) == 1 else 0)


if __name__ == "__main__":
    main()
