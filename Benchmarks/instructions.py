"""Counts the instructions of a build, in all and by stage, and holds them against the recorded ones.

    instructions.py LECTERN [--update]

Ten briefings of the benchmarks' corpus are built one by one under callgrind, so that the count hardly depends on the machine or on
what else it does. More than a tenth above `results/instructions.txt` is a failure; `--update` writes that file anew.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

RECORD = Path(__file__).resolve().parent / "results" / "instructions.txt"
COUNT = 10
# By what the mangled names of the functions hold in which each stage runs; the rest is the program's start and its end.
STAGES = {
    "materials": "9MaterialsV4read",
    "Markdown": "15LecternMarkdown0B6ParserV5parse",
    "briefing": "15LecternBriefing0B6ReaderV8briefing",
    "deck": "9DeckMakerV12deckAndNotes",
    "report": "11ReportMakerV6report",
    "checks": "12RuleRegistryV8problems",
    "deck page": "8DeckPageV4html",
    "report page": "10ReportPageV4html",
    "coverage page": "12CoveragePageV4html",
    "audit": "9SiteAuditV8problems",
}


def counts(lectern):
    """The instructions of the whole build, and of each stage with what it calls."""
    with tempfile.TemporaryDirectory(prefix="lectern-instructions-") as name:
        folder = Path(name)
        corpus.make(folder, COUNT)
        program = folder / "lectern"
        # Callgrind cannot read debug information of this size; names are enough.
        subprocess.run(["strip", "-g", "-o", program, lectern], check=True)
        output = folder / "callgrind"
        # Equal seeds, so that equal builds count equal.
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}", program, "build", "--jobs", "1"], cwd=folder,
            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(result.stderr)
        total = int(re.search(r"Collected : (\d+)", result.stderr).group(1))
        table = subprocess.run(
            ["callgrind_annotate", "--inclusive=yes", "--threshold=100", output], capture_output=True, text=True, check=True).stdout
    found = {"all": total}
    for stage, mangled in STAGES.items():
        rows = [int(row.split()[0].replace(",", "")) for row in table.splitlines() if mangled in row]
        if not rows:
            sys.exit(f"no function holds `{mangled}`: correct the name of the stage {stage!r}")
        found[stage] = max(rows)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lectern", type=Path)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    found = counts(arguments.lectern.resolve())
    if arguments.update:
        lines = [f"Instructions of a build of {COUNT} briefings, one at a time; each stage with what it calls.", ""]
        lines += [f"{stage:<14}{count:>16,}" for stage, count in found.items()]
        RECORD.write_text("\n".join(lines) + "\n")
    recorded = {
        line[:14].strip(): int(line[14:].replace(",", "")) for line in RECORD.read_text().splitlines()[2:]}
    for stage, count in found.items():
        print(f"{stage:<14}{count:>16,}{count / recorded[stage]:>8.2f} of what is recorded")
    if found["all"] > 1.1 * recorded["all"]:
        sys.exit(f"a build takes {found['all'] / recorded['all'] - 1:.0%} more instructions than are recorded")


if __name__ == "__main__":
    main()
