"""A real browser on the built site: finds Chromium, serves the site, and measures a page."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response

# To draw each page of a window where the one before it was drawn makes every load a fifth cheaper. Only the last list
# of features counts, so what Playwright itself has in its list stands here too.
FEATURES = (
    "RenderDocument",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(FEATURES)}",
]
AXE = Axe()
AXE_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # The rule for seven to one says nothing of what stands out by less than 4.5 to one, which it leaves to this rule,
    # and to run both takes as long once more.
    "checks": {
        "color-contrast": {
            "options": {
                "ignoreUnicode": True,
                "ignoreLength": False,
                "ignorePseudo": False,
                "boldValue": 700,
                "boldTextPt": 14,
                "largeTextPt": 18,
                "contrastRatio": {"normal": {"expected": 7}, "large": {"expected": 4.5}},
                "pseudoSizeThreshold": 0.25,
                "shadowOutlineEmMax": 0.1,
                "textStrokeEmMin": 0.03,
            }
        }
    },
    # Style sheets are read anew only for a rule that is still an experiment, and is not among these.
    "preload": {"assets": ["media"]},
}

HEIGHT = 900
"""How high a window is."""

KEPT = "() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join('')"

# A page of no site has nothing to forget, and says so.
FORGET = "() => { try { localStorage.clear(); } catch { return; } }"

# What a page's own policy keeps it from; stands in `violations`, and is to be there before anything of the page is.
FORBIDDEN = """() => {
  window.violations = [];
  addEventListener("securitypolicyviolation", e => violations.push(`${e.effectiveDirective} ${e.blockedURI}`));
}"""

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')]
  .filter(e => {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return box.width > 0 && style.display !== 'inline' && style.visibility !== 'hidden'
      && (box.height < 24 || box.width < 24);
  }).map(e => `${e.tagName} ${e.textContent.trim().slice(0, 40)}`)"""

SMALL_TEXT = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.textContent.trim() || e.closest('svg, script, template') || !e.checkVisibility()) continue;
    if (parseFloat(getComputedStyle(e).fontSize) < 17) found.add(`${e.tagName}.${e.className}`);
  }
  return [...found];
}"""

SMALL_CHART_TEXT = """() => {
  const texts = [...document.querySelectorAll('svg.chart text')].filter(t => t.checkVisibility());
  const sizes = texts.map(t => {
    const svg = t.ownerSVGElement;
    return parseFloat(getComputedStyle(t).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  });
  return { texts: texts.length, smallest: Math.min(...sizes) };
}"""

# How many characters each line of running text holds, counted word by word where the browser really breaks it.
LINES = """() => {
  const lengths = [];
  for (const e of document.querySelectorAll('main :is(p, li, dd)')) {
    if (e.querySelector('p, ul, ol, div') || !e.checkVisibility()) continue;
    if (e.closest('table, .facts, nav, .filter, figure')) continue;
    const range = document.createRange(), walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    let top = null, line = '';
    for (let node; (node = walker.nextNode());) {
      if (node.parentElement.closest('.unseen')) continue;
      for (const part of node.textContent.matchAll(/\\s+|\\S+/g)) {
        range.setStart(node, part.index);
        range.setEnd(node, part.index + part[0].length);
        const box = range.getClientRects()[0];
        if (!part[0].trim() || !box) { line += ' '; continue; }
        if (top === null || Math.abs(box.top - top) > box.height / 2) {
          if (line) lengths.push(line.trim().length);
          top = box.top;
          line = '';
        }
        line += part[0];
      }
    }
    lengths.push(line.trim().length);
  }
  return lengths;
}"""

# Text that its own box cuts off. A frame that scrolls is not a cut.
CUT_TEXT = """() => [...document.querySelectorAll('body *')].filter(e => {
  const wide = e.scrollWidth > e.clientWidth + 1, tall = e.scrollHeight > e.clientHeight + 1;
  if (!wide && !tall) return false;
  const style = getComputedStyle(e), cuts = axis => style[axis] === 'hidden' || style[axis] === 'clip';
  if (!(wide && cuts('overflowX')) && !(tall && cuts('overflowY'))) return false;
  return e.checkVisibility() && !e.closest('svg, .unseen, .skip') && e.textContent.trim();
}).map(e => `${e.tagName}.${e.className}`)"""

# Every line of text in the drawings that leaves its drawing or touches another line, as the browser measures it.
MEETING = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const lines = [...svg.querySelectorAll('text:not(:has(tspan)), tspan')];
  const boxes = lines.map(line => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const box = range.getBoundingClientRect(), spare = box.height * .22;
    const { left, right } = box;
    return { text: line.textContent, left, right, top: box.top + spare, bottom: box.bottom - spare };
  });
  const outside = boxes.filter(b => b.left < frame.left - 1 || b.right > frame.right + 1
    || b.top < frame.top - 1 || b.bottom > frame.bottom + 1);
  const meeting = boxes.filter((a, place) => boxes.slice(0, place).some(b =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
  return [...outside, ...meeting].map(box => `${svg.querySelector('title').textContent}: ${box.text}`);
})"""

# Lines of a page's text that are printed over each other.
OVERPRINT = """() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.textContent.trim() || !e.checkVisibility()) continue;
    if (e.closest('svg, .unseen, .skip, script, template')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const b of range.getClientRects()) {
      if (b.width < 2) continue;
      const spare = b.height * .25;
      const text = node.textContent.trim().slice(0, 40), { left, right } = b;
      boxes.push({ node, text, left: left + 1, right: right - 1, top: b.top + spare, bottom: b.bottom - spare });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  boxes.forEach((a, i) => {
    for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom; j++) {
      const b = boxes[j];
      if (a.node !== b.node && a.left < b.right && b.left < a.right) found.push(`${a.text} | ${b.text}`);
    }
  });
  return found;
}"""

# Names, numbers and titles in an interactive chart that leave it or touch each other.
LIVE_MEETING = """() => {
  const frame = document.querySelector('.live-plot').getBoundingClientRect();
  const lines = [...document.querySelectorAll('.live :is([class$="tick"], .annotation) text')]
    .flatMap(text => text.querySelector('tspan.line') ? [...text.querySelectorAll('tspan.line')] : [text]);
  const boxes = lines.filter(line => line.textContent.trim()).map(line => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const box = range.getBoundingClientRect(), spare = box.height * .22;
    const { left, right } = box;
    return { text: line.textContent, left, right, top: box.top + spare, bottom: box.bottom - spare };
  });
  const outside = boxes.filter(b => b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1);
  const meeting = boxes.filter((a, place) => boxes.slice(0, place).some(b =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
  return [...outside, ...meeting].map(box => box.text);
}"""

TEXT_SPACING = """* {
  line-height: 1.5 !important;
  letter-spacing: .12em !important;
  word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }"""
SPACED = f"""() => {{
  const style = new CSSStyleSheet();
  style.replaceSync(`{TEXT_SPACING}`);
  document.adoptedStyleSheets = [style];
}}"""
UNSPACED = "() => { document.adoptedStyleSheets = []; }"


WIDE = "DejaVu Sans"
"""The widest font that machines come with; `apt-get install fonts-dejavu` where it is missing."""
NARROW = ("Arial Narrow", "Liberation Sans Narrow", "DejaVu Sans Condensed", "Liberation Sans", "Arial", "Roboto")
"""Narrower ones, the narrowest first."""


def installed(family: str) -> bool:
    """Tell whether a machine has a font, by asking fontconfig which one it would take."""
    match = shutil.which("fc-match")
    if not match:
        return False
    done = subprocess.run([match, "--format", "%{family}", family], capture_output=True, text=True, check=False)  # noqa: S603
    return family in done.stdout.split(",")


def set_in(family: str, folder: Path) -> dict[str, str]:
    """Give the environment in which everything is set in one font, whatever a page asks for."""
    config = folder / "fonts.conf"
    config.write_text(
        "<fontconfig><include ignore_missing='yes'>/etc/fonts/fonts.conf</include><match target='pattern'>"
        f"<edit name='family' mode='assign' binding='strong'><string>{family}</string></edit></match></fontconfig>",
        "utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def chromium() -> str | None:
    """Find Chromium: $CHROME_PATH, or the one of the system."""
    return os.environ.get("CHROME_PATH") or shutil.which("chromium")


@contextlib.contextmanager
def started(beside: Browser, *arguments: str, env: dict[str, str] | None = None) -> Iterator[Browser]:
    """Start another browser beside one, with arguments or an environment of its own."""
    more: dict[str, Any] = {"env": env} if env else {}
    made = beside.browser_type.launch(executable_path=chromium(), args=[*ARGUMENTS, *arguments], **more)
    yield made
    made.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Answers without a word, on a connection that stays; what is named by what it holds is asked for once."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, at: str, **more: Any) -> None:
        self._at = at
        super().__init__(*given, **more)

    def translate_path(self, path: str) -> str:
        """Find a file below the folder that the site stands in; above it there is nothing."""
        return super().translate_path(path.removeprefix(self._at) if path.startswith(f"{self._at}/") else "/ /")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is missing with the site's own page, as a host does."""
        own = Path(self.directory, "404.html")
        if code != http.HTTPStatus.NOT_FOUND or not own.is_file():
            super().send_error(code, message, explain)
            return
        content = own.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def end_headers(self) -> None:
        # Nothing else is kept, since another site may later have the same address in a window that stays.
        self.send_header("Cache-Control", "max-age=3600, immutable" if _HASHED.search(self.path) else "no-store")
        super().end_headers()


_HASHED = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+\Z")


def paths(folder: Path) -> list[str]:
    """List the addresses of a built site's pages from its root, but for those that lead on to others at once."""
    found = sorted(path for path in folder.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return [f"/{path.relative_to(folder).as_posix().removesuffix('index.html')}" for path in found]


@contextlib.contextmanager
def served(folder: Path, at: str = "") -> Iterator[str]:
    """Serve a folder on this machine, in a folder of the host where `at` names one, and give its address."""
    handler = functools.partial(_Quiet, directory=str(folder), at=at)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    # How often it looks whether it is to end: half a second would be waited for at the end of many tests.
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{at}"
    server.shutdown()
    server.server_close()
    thread.join()


@contextlib.contextmanager
def context(browser: Browser, *, width: int = 1280, scheme: str = "light", **more: Any) -> Iterator[BrowserContext]:
    """Open a browser window of its own, with nothing in its memory."""
    made = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="da-DK",
        reduced_motion="reduce",
        **more,
    )
    yield made
    made.close()


@functools.cache
def _kept(browser: Browser, **more: Any) -> BrowserContext:
    """Open a window once for all who would open one alike; the browser closes it.

    A page of this machine stays open in it: Chromium ends what draws the last page of a window, and to start that anew
    costs more than to open most pages.
    """
    window = browser.new_context(
        viewport={"width": 1280, "height": HEIGHT}, locale="da-DK", reduced_motion="reduce", **more
    )
    first = window.new_page()
    first.route("**/*", lambda route: route.fulfill(body=""))
    first.goto("http://127.0.0.1/")
    return window


@contextlib.contextmanager
def page(browser: Browser, *, width: int = 1280, scheme: str = "light", **more: Any) -> Iterator[Page]:
    """Open a page of its own in a window that stays: it has the files of earlier pages, and nothing else of them.

    A window of its own, which has nothing in its memory at all, costs three times as much.
    """
    window = _kept(browser, **more)
    made = window.new_page()
    made.set_viewport_size({"width": width, "height": HEIGHT})
    made.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    try:
        yield made
    finally:
        made.unroute_all()
        made.evaluate(FORGET)
        window.clear_cookies()
        window.clear_permissions()
        made.close()


def anew(page: Page, *, width: int = 1280) -> Page:
    """Put a page that several tests share back to how it was opened; what is printed as a screen is no paper."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(media="null", color_scheme="light", forced_colors="none")
    page.unroute_all()
    return page


@dataclass
class Visit:
    """What a page showed and did when somebody opened it."""

    overflow: int = 0
    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    errors: list[str] = field(default_factory=list)
    kept: str = ""
    small_targets: list[str] = field(default_factory=list)
    small_text: list[str] = field(default_factory=list)


def visit(page: Page, address: str) -> Visit:
    """Open a page once and measure everything about it."""
    seen = Visit()
    responses: list[Response] = []
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("response", lambda response: responses.insert(0, response))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.goto(address, wait_until="networkidle")
    seen.bytes = sum(len(gzip.compress(response.body())) for response in responses)
    seen.overflow, seen.small_targets, seen.small_text, kept = answers(page, OVERFLOW, SMALL_TARGETS, SMALL_TEXT, KEPT)
    seen.kept = kept + "".join(str(cookie) for cookie in page.context.cookies())
    return seen


def answers(page: Page, *questions: str) -> list[Any]:
    """Ask a page several things at once, since the way to it and back takes longer than most answers."""
    asked = ",".join(f"({question})()" for question in questions)
    return list(page.evaluate(f"() => [{asked}]"))


def draw(page: Page, figure: object) -> None:
    """Open a page's first interactive chart with this figure in place of its own.

    A route would do the same, but a window with routes caches nothing, and reads the library again and again.
    """
    page.evaluate("figure => { window.fetch = async () => new Response(figure) }", json.dumps(figure))
    page.get_by_role("button", name="Vis interaktivt diagram").first.press("Enter")
    page.locator(".live .main-svg").first.wait_for()


def violations(page: Page) -> list[str]:
    """Run axe on a page: each finding with its rule and its first place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("options => axe.run(options).then(found => found.violations)", AXE_RULES)
    return [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in found]
