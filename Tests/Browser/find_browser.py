"""Where a browser of the Chromium family is on this machine."""

import sys
from pathlib import Path


def find_browser():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        for folder in ("/usr/bin", "/usr/local/bin"):
            if Path(folder, name).exists():
                return str(Path(folder, name))
    sys.exit("there is no Chromium-family browser")
