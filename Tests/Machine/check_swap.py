"""Kills builds at random instants, fills the disk, takes away permissions, and looks at what is left of the site.

Usage: check_swap.py LECTERN [--kills N] [--seed N]

Two versions of a project are built over each other. Whatever happens, the site must be wholly the one or wholly the other, and the
next build must succeed and leave nothing behind. The test of a full disk needs the right to mount (root) and says so if it
has not. Prints one line a problem.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path


def option(name, default):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


LECTERN = str(Path(sys.argv[1]).resolve())
KILLS = option("--kills", 200)
random.seed(option("--seed", 7))
problems = []


def problem(text):
    problems.append(text)


def write(root, version, briefings=12):
    content = root / f"content-{version}"
    content.mkdir(parents=True)
    for number in range(briefings):
        body = "\n\n".join(f"### S{n}\n\nText {version} {number} {n}" for n in range(6))
        (content / f"talk-{number}.md").write_text(f"# Talk {number} {version}\n\n## One\n\n{body}\n")
    # Only one of the two has this one, so that files come and go.
    (content / f"only-{version}.md").write_text(f"# Only {version}\n\n## A\n\nText\n")


def command(root, version, output="site"):
    return [LECTERN, "build", "--content", str(root / f"content-{version}"), "--project", str(root), "--output", str(root / output)]


def state(site):
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(site)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def whole(root, version):
    subprocess.run(command(root, version), check=True, capture_output=True)
    return state(root / "site")


def check_kills(root):
    states = {version: whole(root, version) for version in ("old", "new")}
    (root / "site" / "CNAME").write_text("example.org\n")
    begun = time.monotonic()
    whole(root, "old")
    length = time.monotonic() - begun
    seen = {"old": 0, "new": 0}
    current = "old"
    for kill in range(KILLS):
        wanted = "new" if current == "old" else "old"
        build = subprocess.Popen(command(root, wanted), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, length * 1.2))
        build.send_signal(signal.SIGKILL)
        build.wait()
        if (root / "site" / "CNAME").read_text() != "example.org\n":
            problem(f"kill {kill}: a file that somebody else put there is gone")
        (root / "site" / "CNAME").unlink()
        found = [version for version, digest in states.items() if state(root / "site") == digest]
        (root / "site" / "CNAME").write_text("example.org\n")
        if not found:
            problem(f"kill {kill}: the site is neither the old one nor the new one")
            current = "old"
            whole(root, "old")
            continue
        current = found[0]
        seen[current] += 1
    whole(root, "old" if current == "new" else "new")
    left = sorted(path.name for path in root.iterdir())
    if left != ["content-new", "content-old", "site"]:
        problem(f"the build after the kills leaves {left}")
    print(f"{KILLS} kills over {length:.2f} s: {seen['old']} old and {seen['new']} new sites")


def check_two_at_once(root):
    builds = [subprocess.Popen(command(root, version), stderr=subprocess.DEVNULL) for version in ("old", "new", "old", "new")]
    for build in builds:
        if build.wait() != 0:
            problem("builds at the same time are in each other's way")
    digest = state(root / "site")
    if digest not in (whole(root, "old"), whole(root, "new")):
        problem("builds at the same time mix their sites")


def check_permission(root):
    before = whole(root, "old")
    if os.getuid() == 0:
        # Root may write everywhere; a file that cannot be changed stands in the way instead.
        if subprocess.run(["chattr", "+i", str(root / "site")], capture_output=True).returncode != 0:
            print("this file system knows no files that cannot be changed: permissions are not tested")
            return
        undo = lambda: subprocess.run(["chattr", "-i", str(root / "site")])
    else:
        (root / "site").chmod(0o500)
        undo = lambda: (root / "site").chmod(0o755)
    build = subprocess.run(command(root, "new"), capture_output=True, text=True)
    undo()
    if build.returncode != 2 or len(build.stderr.splitlines()) != 1:
        problem(f"without permission a build ends with {build.returncode}: {build.stderr}")
    if state(root / "site") != before:
        problem("without permission the site changes")


def check_pulled_folder(root):
    """The content goes away while it is read."""
    before = whole(root, "old")
    for pull in range(20):
        shutil.copytree(root / "content-new", root / "content-gone")
        build = subprocess.Popen(command(root, "gone"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, 0.08))
        shutil.rmtree(root / "content-gone")
        status = build.wait()
        now = state(root / "site")
        if status == 0:
            before = whole(root, "old")
        elif status not in (1, 2) or now != before:
            problem(f"pull {pull}: the build ends with {status}, and the site has {'not ' if now == before else ''}changed")


def check_full_disk():
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True)
        if mounted.returncode != 0:
            print("no right to mount: the full disk is not tested")
            return
        try:
            root = Path(folder)
            write(root, "old", 3)
            write(root, "new", 3)
            before = whole(root, "old")
            filler = root / "filler"
            for free in range(0, 400_000, 40_000):
                room = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
                filler.write_bytes(b"x" * max(0, room - free))
                build = subprocess.run(command(root, "new"), capture_output=True, text=True)
                filler.unlink()
                if build.returncode == 0:
                    before = whole(root, "old")
                elif build.returncode != 2 or "no space" not in build.stderr or len(build.stderr.splitlines()) != 1:
                    problem(f"on a full disk a build ends with {build.returncode}: {build.stderr}")
                elif state(root / "site") != before:
                    problem("on a full disk the site changes")
            whole(root, "new")
            left = sorted(path.name for path in root.iterdir())
            if left != ["content-new", "content-old", "site"]:
                problem(f"the build after a full disk leaves {left}")
        finally:
            subprocess.run(["umount", folder])


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, "old")
        write(root, "new")
        check_kills(root)
        check_two_at_once(root)
        check_permission(root)
        check_pulled_folder(root)
    check_full_disk()
    for text in problems:
        print(text)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
