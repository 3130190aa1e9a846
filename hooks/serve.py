"""Shows the site while somebody writes, for `pejl serve`: a saved file is on the page a moment later.

Run as `python hooks/serve.py DATA`. It answers on this machine only.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from configured import configured
from preview import Preview

import generator
from generator.base.text import danish_number

HOST, PORT = "127.0.0.1", 8000
NEWS = "/.nyt"
"""Where a page hears that there is something new."""
_PAUSE = 0.2
"""Seconds between two looks at the files; a page waits for news a hundred times as long before it asks again."""
LISTENER = f"{NEWS}.js"
"""The script that listens, a file of its own because a page runs none that stands in it."""
_SCRIPT = f'<script src="{LISTENER}" data-edition="%s"></script>\n'
_LISTENING = f"""const {{ edition }} = document.currentScript.dataset;
new EventSource("{NEWS}").onmessage = ({{ data }}) => {{ if (data !== edition) location.reload(); }};
"""


class Server(ThreadingHTTPServer):
    """Answers with what a preview has, and tells the pages that are open when it has something new."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.preview = preview
        self.edition = f"{time.time_ns()}"
        self.news = threading.Condition()

    def tell(self) -> None:
        """Let every open page load anew."""
        with self.news:
            self.edition = f"{time.time_ns()}"
            self.news.notify_all()


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """Answer with a page, a file or news."""
        path = unquote(urlsplit(self.path).path)
        if path == NEWS:
            self._tell_news()
            return
        if path == LISTENER:
            self._send(HTTPStatus.OK, "application/javascript", _LISTENING.encode(), self.server.edition)
            return
        edition = self.server.edition  # before it is made, so that what comes meanwhile is news
        name = f"{path}index.html" if path.endswith("/") else path
        content = self.server.preview.answer(name.lstrip("/"))
        moved = content is None and self.server.preview.answer(f"{name}/index.html".lstrip("/")) is not None
        missing = self.server.preview.answer("404.html") if content is None and not moved else None
        if moved:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", quote(f"{path}/"))
            self.end_headers()
        elif content is not None:
            self._send(HTTPStatus.OK, guess_type(name)[0] or "application/octet-stream", content, edition)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/html", missing or b"", edition)

    def _send(self, status: HTTPStatus, media: str, content: bytes, edition: str) -> None:
        if media == "text/html":
            content += (_SCRIPT % edition).encode()
        is_text = media.startswith("text/") or media in ("application/javascript", "application/json")
        self.send_response(status)
        self.send_header("Content-Type", f"{media}; charset=utf-8" if is_text else media)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _tell_news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while True:
            try:
                self.wfile.write(f"retry: 500\ndata: {self.server.edition}\n\n".encode())
                self.wfile.flush()
            except OSError:  # the page is closed
                return
            with self.server.news:
                self.server.news.wait(100 * _PAUSE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: an editor's terminal is for what is wrong with the data."""


def follow(server: Server, folders: list[Path]) -> Iterator[str]:
    """Refresh the site whenever a file in the folders is another than before, and say in words how each time went."""
    seen: dict[str, tuple[int, int]] = {}
    while True:
        found = _stats(folders)
        if found == seen:
            time.sleep(_PAUSE)
            continue
        if seen and any(path.endswith(".py") for path, _ in found.items() ^ seen.items()):
            yield "Pejl selv er ændret. Stop med Ctrl+C, og start igen."
        seen = found
        begun = time.monotonic()
        words = server.preview.refresh()
        server.tell()
        yield f"{words} Hentet på {danish_number(round(time.monotonic() - begun, 1), 1)} sekunder."
        # The pages are there, so that nobody waits for the links to be followed.
        if dead := server.preview.follow(partial(_is_changed, folders, found)):
            server.tell()
            yield dead
        gc.collect()  # the site before this one, while nobody waits


def _is_changed(folders: list[Path], seen: dict[str, tuple[int, int]]) -> bool:
    return _stats(folders) != seen


def _stats(folders: list[Path]) -> dict[str, tuple[int, int]]:
    """Tell of every file in folders when it was written and how long it is."""
    found = {}
    for top in folders:
        for folder, below, names in os.walk(top):
            below[:] = [name for name in below if not name.startswith((".", "__"))]
            for name in names:
                path = os.path.join(folder, name)  # noqa: PTH118  a Path for each of thousands is slow
                with contextlib.suppress(OSError):  # gone since it was listed
                    stat = os.stat(path)  # noqa: PTH116  likewise
                    found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def main(data: str, port: int = PORT) -> int:
    """Serve until somebody breaks it off."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    address = f"http://{HOST}:{port}/"
    try:
        server = Server(Preview(Path(data)), port)
    except OSError:
        print(f"{address} er optaget. Stop det program, der bruger adressen.", file=sys.stderr)
        return 1
    written = Path(configured(Path(data)).docs_dir)
    folders = [Path(data), written, Path(__file__).parent, Path(generator.__file__).parent]
    print(f"Siden er på {address} og følger det, du gemmer. Stop med Ctrl+C.", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        for words in follow(server, folders):
            print(words, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
