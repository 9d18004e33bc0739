"""Unpacks a Debian package and runs its program where no Swift is, one line a problem.

Usage: check_package.py DEB

The program runs with an empty environment, in a mount namespace in which an empty file system lies over the folder of the
Swift that `swift` comes from; this needs root and `unshare`. Checked: what lies where and with which checksum, that a second
package of the same program has the same bytes, and that new, check, build and serve work. Prints the CPU that a start takes.
"""

import hashlib
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEB = Path(sys.argv[1]).resolve()
FILES = [
    "usr/bin/lectern",
    "usr/share/bash-completion/completions/lectern",
    "usr/share/doc/lectern/changelog.gz",
    "usr/share/doc/lectern/copyright",
    "usr/share/fish/vendor_completions.d/lectern.fish",
    "usr/share/man/man1/lectern.1.gz",
    "usr/share/zsh/vendor-completions/_lectern",
]
problems = []


def problem(text):
    problems.append(text)


def toolchain():
    """The folder to hide: that of the Swift on the PATH, above its usr/bin."""
    swift = shutil.which("swift")
    return str(Path(swift).resolve().parents[2]) if swift else None


def check_files(tree):
    found = sorted(str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file())
    if found != FILES:
        problem(f"the package holds {found}")
    sums = subprocess.run(["dpkg-deb", "--ctrl-tarfile", DEB], check=True, capture_output=True).stdout
    sums = subprocess.run(["tar", "-xO", "./md5sums"], input=sums, check=True, capture_output=True).stdout.decode()
    for name in FILES:
        expected = f"{hashlib.md5((tree / name).read_bytes()).hexdigest()}  {name}\n"
        if expected not in sums:
            problem(f"md5sums is wrong about {name}")


def check_again(tree):
    before = hashlib.sha256(DEB.read_bytes()).hexdigest()
    again = subprocess.run([ROOT / "Scripts/make-deb", tree / "usr/bin/lectern"], check=True, capture_output=True, text=True)
    if hashlib.sha256((ROOT / again.stdout.strip()).read_bytes()).hexdigest() != before:
        problem("a second package of the same program has other bytes")


def hidden(program, *arguments):
    """A command that runs the program with nothing in its environment and no toolchain on the disk."""
    hide = toolchain()
    # /usr holds the C libraries that the program declares; a toolchain there cannot be hidden.
    if hide in (None, "/"):
        return ["env", "-i", program, *arguments]
    script = 'mount -t tmpfs none "$1" && [ -z "$(ls "$1")" ] && shift && exec env -i "$@"'
    return ["unshare", "-m", "sh", "-c", script, "sh", hide, program, *arguments]


def check_commands(program, folder):
    for arguments in (["new", "First findings"], ["check", "--strict"], ["build", "--strict"]):
        done = subprocess.run(hidden(program, *arguments), cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            problem(f"{arguments[0]} ends with {done.returncode}: {done.stdout}{done.stderr}")
    for page in ("site/index.html", "site/first-findings/index.html", "site/first-findings/deck.html"):
        if not (folder / page).is_file():
            problem(f"there is no {page}")
    server = subprocess.Popen(hidden(program, "serve", "--port", "0"), cwd=folder, stdout=subprocess.PIPE, text=True)
    address = re.search(r"http://\S+", server.stdout.readline())
    if address is None:
        problem("serve does not say where")
    else:
        with urllib.request.urlopen(address.group() + "first-findings/deck.html", timeout=10) as answer:
            if answer.status != 200 or b"First findings" not in answer.read():
                problem("serve does not answer with the deck")
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=10)


def start(program):
    """The median CPU of a start, in milliseconds."""
    times = []
    for _ in range(21):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "--version"], check=True, capture_output=True, env={})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return statistics.median(times)


def main():
    if os.geteuid() != 0:
        sys.exit("check_package: hiding the toolchain needs root")
    with tempfile.TemporaryDirectory() as work:
        tree, folder = Path(work) / "tree", Path(work) / "project"
        folder.mkdir()
        subprocess.run(["dpkg-deb", "-x", DEB, tree], check=True)
        program = str(tree / "usr/bin/lectern")
        check_files(tree)
        check_commands(program, folder)
        check_again(tree)
        print(f"a start takes {start(program):.1f} ms of CPU; {toolchain() or 'no toolchain'} was hidden")
    for text in problems:
        print(text)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
