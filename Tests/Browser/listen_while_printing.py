"""Prints a report whose template asks for the network in every way, while a server listens, and says what it heard.

Usage: listen_while_printing.py LECTERN TEMPLATE PROJECT ENGINE

The template has no policy, so that nothing but the engine's own settings stands in the way.
"""

import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

heard = []


class Listener(BaseHTTPRequestHandler):
    def do_GET(self):
        heard.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    lectern, template, project, engine = sys.argv[1:]
    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = f"http://127.0.0.1:{server.server_port}"
    name = f"http://localhost:{server.server_port}"
    page = Path(template).read_text()
    page = re.sub("<meta http-equiv=.*\n", "", page)
    asking = "".join(
        f"""<img src="{p}/picture.png" alt=""><object data="{p}/object"></object><iframe src="{p}/frame"></iframe>
        <style>@import url("{p}/import.css"); @font-face {{ font-family: F; src: url("{p}/font.woff2"); }}
        h1 {{ background: url("{p}/ground.png"); font-family: F; }}</style>
        <svg width="9" height="9"><image href="{p}/svg.png" width="9" height="9"/></svg>
        <video poster="{p}/poster.png" src="{p}/film.mp4"></video>"""
        for p in (place, name)
    )
    page = page.replace("</main>", asking + "</main>")
    # A tag that the exporter does not know stays as it is.
    Path(project, "templates").mkdir()
    Path(project, "templates/report.mustache").write_text(page)
    made = subprocess.run(
        [lectern, "export", "content/talk.md", "--to", "report.pdf", "--engine", engine, "-o", "out.pdf"],
        cwd=project, capture_output=True, text=True,
    )
    server.shutdown()
    if made.returncode != 0 or not Path(project, "out.pdf").exists():
        print(f"nothing was printed: {made.stderr}")
        sys.exit(1)
    for address in heard:
        print(f"asked for {address}")
    sys.exit(1 if heard else 0)


main()
