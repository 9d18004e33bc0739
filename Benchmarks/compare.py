"""Times Lectern beside its peers, in turn in one run, and prints medians and their ratios.

    compare.py LECTERN [--counts 1,100,1000,10000] [--runs 5] [--output FILE]

Each program makes a deck and a report of every briefing of a corpus: Lectern, pandoc in two processes a briefing (for 100
briefings at most, since it takes a third of a second for each), and Hugo with the theme beside this file. `cmark-gfm` parses and renders the same
bytes, which is the floor of all of them. Every run starts without an output folder; `cp -r` of Lectern's site says what writing
the files alone costs, and "net" is Lectern's time less that. CPU is user and system time of the processes with all of their
children, memory the largest resident set of any one of them.

Nothing is deleted before the end: ext4 gives no inode again for minutes after a deletion and looks at each of them for every new
file, so that after 80,000 deleted files a build takes half as long again, and all of it in the system.

The peers come from `Scripts/benchmark-environment`.
"""

import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

HERE = Path(__file__).resolve().parent
SITES = Path(sys.executable).parents[1] / "lib"
HUGO = next(SITES.glob("python*/site-packages/hugo/binaries/hugo"))
PANDOC = next(SITES.glob("python*/site-packages/pypandoc/files/pandoc"))
# More would take minutes and tell nothing new.
MOST_FOR_PANDOC = 100
# More in all the runs for one count would fill the disk, since nothing is deleted.
MOST_BRIEFINGS = 30_000


class Measure:
    """What one or more processes took: seconds of wall and of CPU, and MiB."""

    def __init__(self, commands, folder):
        begun = time.perf_counter()
        self.cpu, self.memory = 0.0, 0.0
        for command in commands:
            process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            if status != 0:
                sys.exit(f"{command[0]} ends with {os.waitstatus_to_exitcode(status)}")
            self.cpu += usage.ru_utime + usage.ru_stime
            self.memory = max(self.memory, usage.ru_maxrss / 1024)
        self.wall = time.perf_counter() - begun


def programs(lectern, folder, count):
    """Each program's name, its output, and its commands."""
    texts = [str(path) for path in sorted((folder / "content").glob("*.md"))]
    lists = {
        "lectern": ("site", [[lectern, "build"]]),
        "hugo": ("hugo-site", [[
            str(HUGO), "--quiet", "--source", str(HERE / "hugo"), "--contentDir", str(folder / "content"), "--destination",
            str(folder / "hugo-site"), "--cacheDir", str(folder / "hugo-cache"), "--noBuildLock"]]),
        "cmark-gfm": (None, [["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", *texts]]),
        "cp -r": ("copy", [["cp", "-r", "site", "copy"]]),
    }
    if count <= MOST_FOR_PANDOC:
        commands = []
        for text in texts:
            for form in ("revealjs", "html5"):
                commands.append([str(PANDOC), "-s", "-t", form, text, "-o", f"pandoc-site/{Path(text).stem}-{form}.html"])
        lists["pandoc"] = ("pandoc-site", commands)
    return lists


def compare(lectern, folder, count, runs):
    """The medians of every program for so many briefings, which are written below a folder."""
    size = corpus.make(folder, count)
    lists = programs(lectern, folder, count)
    measures = {program: [] for program in lists}
    for run in range(runs + 1):
        for program, (output, commands) in lists.items():
            if output and (folder / output).exists():
                (folder / output).rename(folder / f"{output}-{run}")
            if program == "pandoc":
                (folder / output).mkdir()
            # What one program has left to write is not the next one's affair.
            os.sync()
            measure = Measure(commands, folder)
            # The first run fills the caches of the disk.
            if run > 0:
                measures[program].append(measure)
    again = Measure([[lectern, "build"]], folder)
    return size, {
        program: {what: statistics.median(getattr(m, what) for m in found) for what in ("wall", "cpu", "memory")}
        for program, found in measures.items()
    }, again


def version(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0].split(" BuildDate")[0]


def table(count, size, runs, medians, again):
    lines = [f"{count:,} briefing{'s' if count > 1 else ''}, {size:,} bytes of Markdown, {runs} run{'s' if runs > 1 else ''}", ""]
    lines.append(f"  {'':<14}{'wall s':>10}{'CPU s':>10}{'MiB':>8}{'wall ×':>10}{'CPU ×':>10}")
    own = medians["lectern"]
    rows = dict(medians)
    rows["lectern, net"] = {
        "wall": own["wall"] - medians["cp -r"]["wall"], "cpu": own["cpu"] - medians["cp -r"]["cpu"], "memory": own["memory"]}
    for program, found in sorted(rows.items(), key=lambda item: item[1]["cpu"]):
        lines.append(
            f"  {program:<14}{found['wall']:>10.3f}{found['cpu']:>10.3f}{found['memory']:>8.0f}"
            f"{found['wall'] / own['wall']:>10.2f}{found['cpu'] / own['cpu']:>10.2f}")
    lines.append("")
    lines.append(f"  lectern: wall is {own['wall'] / own['cpu']:.2f} of CPU; built again without changes {again.wall:.3f} s wall, "
                 f"{again.cpu:.3f} s CPU")
    return lines


def growth(own, earlier, count):
    """How much more Lectern takes than for a smaller number of briefings."""
    wall, cpu, memory = (own[what] / earlier[what] for what in ("wall", "cpu", "memory"))
    return f"against {count:,}: {wall:.1f} times the wall, {cpu:.1f} times the CPU, {memory:.1f} times the memory"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lectern")
    parser.add_argument("--counts", default="1,100,1000,10000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    lectern = str(Path(arguments.lectern).resolve())
    lines = [
        f"{datetime.date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores; medians of the runs, the "
        "programs in turn; × is by Lectern's own", version([lectern, "--version"]) + " (lectern)",
        version([str(PANDOC), "--version"]), version([str(HUGO), "version"]), version(["cmark-gfm", "--version"]), ""]
    print("\n".join(lines), flush=True)
    before = None
    with tempfile.TemporaryDirectory(prefix="lectern-benchmark-") as folder:
        for count in map(int, arguments.counts.split(",")):
            runs = max(1, min(arguments.runs, MOST_BRIEFINGS // count))
            size, medians, again = compare(lectern, Path(folder) / str(count), count, runs)
            found = table(count, size, runs, medians, again)
            own = medians["lectern"]
            if before:
                found.append("  " + growth(own, *before))
            before = own, count
            print("\n".join(found) + "\n", flush=True)
            lines += found + [""]
    if arguments.output:
        arguments.output.write_text("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main()
