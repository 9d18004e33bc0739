"""Edits a project under a live preview as editors and version control do, one line a problem.

Usage: check_edits.py LECTERN [--edits N]

First single habits: saving by renaming, saving in two parts, a touch, a content folder behind a link, a content folder
replaced as a whole, a folder that nobody can write, a folder on another file system. Then N random edits (200 without the
option) of text, names and templates, some of them broken, with requests in between and a stream of events open: afterwards
memory has grown by less than 24 MB since the first quarter, no file handle has been left, and a stop takes less than a second.
"""

import http.client
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

LECTERN = str(Path(sys.argv[1]).resolve())
EDITS = int(sys.argv[3]) if "--edits" in sys.argv else 200
MOST_GROWTH = 24 * 1024
problems = []


def text(title, word):
    return f"---\ntitle: {title}\n---\n\n## One\n\n### First\n\n{word}\n\n- uno\n- due\n"


class Preview:
    """A running server and one open stream of events, of which the arrivals are counted."""

    def __init__(self, folder, wrapper=()):
        command = [*wrapper, LECTERN, "serve", "--project", str(folder), "--port", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))
        # What it prints of problems must not fill the pipe.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.events = 0

    def listen(self, page):
        self.stream = socket.create_connection(("127.0.0.1", self.port))
        self.stream.sendall(f"GET /-/events?page={page} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())

        def count():
            while part := self.stream.recv(65536):
                self.events += part.count(b"data:")

        threading.Thread(target=count, daemon=True).start()

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, body

    def awaits(self, what, path, word):
        for _ in range(500):
            if word in self.get(path)[1]:
                return
            time.sleep(0.02)
        problems.append(f"{what}: the page does not show it")

    def hears(self, what, before):
        for _ in range(500):
            if self.events > before:
                return
            time.sleep(0.02)
        problems.append(f"{what}: open pages are not told")

    def memory(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))

    def handles(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self, number):
        self.process.send_signal(number)
        begun = time.monotonic()
        try:
            code = self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = "no end"
        if code != 0 or time.monotonic() - begun > 1:
            problems.append(f"{number.name} ends with {code} after {time.monotonic() - begun:.1f} s")


def habits(root, content):
    """Saves in each way; `content` is the folder that is edited, wherever the project has it."""
    talk = content / "talk.md"
    talk.write_text(text("Talk", "start"))
    preview = Preview(root)
    preview.listen("talk/deck.html")
    preview.hears("the first look", 0)
    time.sleep(0.3)

    def check(what, word, save):
        before = preview.events
        save()
        preview.hears(what, before)
        preview.awaits(what, "/talk/deck.html", word)
        time.sleep(0.1)

    def by_renaming():
        (content / ".talk.tmp").write_text(text("Talk", "renamed"))
        (content / ".talk.tmp").rename(talk)

    def in_two_parts():
        with open(talk, "w") as file:
            time.sleep(0.05)
            file.write(text("Talk", "parted"))

    def whole():
        new = content.with_name(content.name + "-new")
        new.mkdir()
        (new / "talk.md").write_text(text("Talk", "replaced"))
        content.rename(content.with_name(content.name + "-old"))
        new.rename(content)

    check("saving by renaming", "renamed", by_renaming)
    check("saving in two parts", "parted", in_two_parts)
    check("a folder replaced as a whole", "replaced", whole)
    talk.touch()
    time.sleep(0.2)
    check("an edit after a touch", "after", lambda: talk.write_text(text("Talk", "after")))
    shutil.rmtree(content.with_name(content.name + "-old"))
    preview.stop(signal.SIGINT)


def read_only(root):
    """A folder that the server cannot write: without the right to pass over permissions when we have it."""
    (root / "content" / "talk.md").write_text(text("Talk", "fixed"))
    folders = [root, root / "content"]
    wrapper = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    for folder in folders:
        folder.chmod(0o555)
    if subprocess.run([*wrapper, "touch", root / "x"], stderr=subprocess.DEVNULL).returncode == 0:
        problems.append("the read-only folder can be written, so nothing is shown by it")
    preview = Preview(root, wrapper)
    if preview.get("/talk/deck.html")[0] != 200:
        problems.append("a read-only project is not served")
    preview.stop(signal.SIGTERM)
    for folder in folders:
        folder.chmod(0o755)


def endure(root):
    """Many random edits; prints what they leave behind."""
    choose = random.Random(1)
    content = root / "content"
    for number in range(20):
        (content / f"b{number}.md").write_text(text(f"Talk {number}", "start"))
    preview = Preview(root)
    preview.listen("b0/deck.html")
    for number in range(20):
        preview.get(f"/b{number}/")
    preview.get("/")
    warm = handles = None
    for edit in range(EDITS):
        files = sorted(content.glob("*.md"))
        file = choose.choice(files)
        kind = choose.choice(["text"] * 6 + ["broken", "new", "rename", "remove", "template"])
        if kind == "text" or (kind == "remove" and len(files) < 10):
            file.write_text(text(file.stem, f"word {edit} " * choose.randrange(1, 200)))
        elif kind == "broken":
            file.write_text(choose.choice(["---\ntitle: [\n---\n", "## A\n\n[x](#nowhere)\n", "", "```balance\nx\n```\n"]))
        elif kind == "new" and len(files) < 40:
            (content / f"n{edit}.md").write_text(text(f"New {edit}", "new"))
        elif kind == "rename":
            file.rename(content / f"r{edit}.md")
        elif kind == "remove":
            file.unlink()
        elif kind == "template":
            (root / "templates").mkdir(exist_ok=True)
            (root / "templates" / "report.css").write_text(f"main {{ top: {edit}px }}\n")
        for path in ("/", f"/{choose.choice(files).stem}/", f"/{choose.choice(files).stem}/deck.html"):
            if preview.get(path)[0] not in (200, 404, 500):
                problems.append(f"edit {edit} ({kind}): {path} is answered with {preview.get(path)[0]}")
        if edit == EDITS // 4:
            time.sleep(1)
            warm, handles = preview.memory(), preview.handles()
    time.sleep(1)
    growth, more = preview.memory() - warm, preview.handles() - handles
    print(f"{EDITS} edits: memory {warm} kB, then {growth:+} kB; {handles} file handles, then {more:+}; {preview.events} events")
    if growth > MOST_GROWTH:
        problems.append(f"memory grows by {growth} kB")
    if more > 0:
        problems.append(f"{more} file handles are left behind")
    preview.stop(signal.SIGTERM)


def project(folder):
    root = Path(folder)
    root.chmod(0o755)
    (root / "content").mkdir()
    return root


def main():
    name = "a talk é 話 "
    with tempfile.TemporaryDirectory(prefix=name) as folder:
        root = project(folder)
        habits(root, root / "content")
        endure(root)
    with tempfile.TemporaryDirectory(prefix=name) as folder:
        read_only(project(folder))
    # Memory is a file system of its own, and links lead into it.
    with tempfile.TemporaryDirectory(prefix=name, dir="/dev/shm") as folder:
        if os.stat(folder).st_dev == os.stat(tempfile.gettempdir()).st_dev:
            problems.append("there is no other file system to look at")
        root = project(folder)
        habits(root, root / "content")
        with tempfile.TemporaryDirectory(prefix=name) as linking:
            os.symlink(root / "content", Path(linking) / "content")
            habits(Path(linking), root / "content")
    for line in problems:
        print(line)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
