"""Times the live preview beside Hugo's: from the save of a briefing to the frame in which its page shows the change.

    preview.py LECTERN [--counts 1,100,1000] [--edits 50] [--output FILE]

Both servers show the same corpus, with the report of one briefing open in a browser; the edits go to one and the other in turn.
Hugo has the theme beside this file and its own live reload, which loads the page anew.
Start-up is the time until the first page has been fetched.
"""

import argparse
import atexit
import datetime
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

import compare
import corpus

PLACE = "Light touch to holistic"


class Server:
    """A server of a corpus of its own, and the page that is open."""

    def __init__(self, name, command, folder, address, page):
        self.name, self.folder = name, folder
        self.text = (folder / "content" / "briefing-00001.md").read_text()
        self.log = open(folder / "log", "w+")
        begun = time.perf_counter()
        self.process = subprocess.Popen(command, cwd=folder, stdout=self.log, stderr=subprocess.STDOUT)
        # Also when a measure fails half way.
        atexit.register(self.process.kill)
        self.address = address(self)
        self.fetch(self.address + page)
        self.start = time.perf_counter() - begun
        self.page, self.times = page, []

    def fetch(self, address):
        for _ in range(3000):
            try:
                return urllib.request.urlopen(address).read()
            except OSError:
                time.sleep(0.01)
        sys.exit(f"{self.name} does not answer")

    def open(self, browser):
        self.view = browser.new_page(viewport={"width": 1280, "height": 720})
        self.view.goto(self.address + self.page)
        self.view.wait_for_timeout(1500)

    def edit(self, word):
        """Saves a change and waits for its frame."""
        # A page in the background draws nothing.
        self.view.bring_to_front()
        text = self.text.replace(PLACE, word)
        saved = time.time() * 1000
        (self.folder / "content" / "briefing-00001.md").write_text(text)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                if self.view.evaluate("word => !!document.body?.textContent.includes(word)", word):
                    drawn = self.view.evaluate(
                        "new Promise(resolve => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))")
                    self.times.append(drawn - saved)
                    return
            except Error:
                # The page is being loaded anew.
                pass
        sys.exit(f"{self.name} does not show {word}: {(self.folder / 'log').read_text()[-900:]}")

    def memory(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def close(self):
        self.view.close()
        self.process.terminate()
        self.process.wait()


def lectern(program, folder):
    def address(server):
        for _ in range(3000):
            found = re.search(r"http://\S+?/(?=\s)", (folder / "log").read_text() + " ")
            if found:
                return found.group()
            time.sleep(0.01)
        sys.exit("lectern does not serve")

    return Server("lectern", [program, "serve", "--port", "0"], folder, address, "briefing-00001/")


def hugo(folder):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        str(compare.HUGO), "server", "--source", str(compare.HERE / "hugo"), "--contentDir", str(folder / "content"), "--port",
        str(port), "--renderToMemory", "--disableBrowserError", "--noBuildLock", "--cacheDir", str(folder / "cache")]
    return Server("hugo", command, folder, lambda _: f"http://localhost:{port}/", "briefing-00001/")


def row(server):
    times = sorted(server.times)
    return (f"  {server.name:<10}{statistics.median(times):>10.0f}{times[int(len(times) * 0.95)]:>10.0f}{server.start * 1000:>12.0f}"
            f"{server.memory():>8.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lectern")
    parser.add_argument("--counts", default="1,100,1000")
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    program = str(Path(arguments.lectern).resolve())
    lines = [
        f"{datetime.date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores; {arguments.edits} edits of one "
        "briefing, milliseconds from the save to the drawn frame", compare.version([program, "--version"]) + " (lectern)",
        compare.version([str(compare.HUGO), "version"]), ""]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        lines.append(f"  browser: Chromium {browser.version}")
        for count in map(int, arguments.counts.split(",")):
            with tempfile.TemporaryDirectory(prefix="lectern-preview-") as name:
                folders = [Path(name) / "lectern", Path(name) / "hugo"]
                for folder in folders:
                    corpus.make(folder, count)
                servers = [lectern(program, folders[0]), hugo(folders[1])]
                for server in servers:
                    server.open(browser)
                for number in range(arguments.edits):
                    for server in servers:
                        server.edit(f"Word-{number} to holistic")
                        # A page that has just been loaded anew has to reach its server again.
                        time.sleep(0.7)
                lines += ["", f"{count} briefing{'s' if count > 1 else ''}", "",
                          f"  {'':<10}{'median':>10}{'95th':>10}{'start-up':>12}{'MiB':>8}"]
                lines += [row(server) for server in servers]
                for server in servers:
                    server.close()
            print("\n".join(lines[-6:]), flush=True)
        browser.close()
    if arguments.output:
        arguments.output.write_text("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main()
