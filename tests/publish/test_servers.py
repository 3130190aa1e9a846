"""What the servers are set up with, and the servers themselves: each is started with it, at the top and in a folder."""

from __future__ import annotations

import datetime as dt
import gzip
import html
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import browser as chrome
import frozen
import pytest
import webservers
from playwright.sync_api import Browser, Page, expect

from generator.editing.form_editor import api
from generator.model import Plan
from generator.model.gone import Gone, Moved
from generator.publish import form_library, hosting, servers
from generator.publish.view import Page as MadePage
from generator.site import build

PLACES = {"root": "https://vestby.example", "folder": "https://vestby.example/by/omsorg"}
"""Where the site stands, by what that is called here."""
CHART = "indikatorer/pris/"
HASHED = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+$")
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "ico": "image/vnd.microsoft.icon",
    "png": "image/png",
    "woff2": "font/woff2",
    "gz": "application/gzip",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PACKED = ("ico", "png", "woff2", "gz", "pdf", "docx")
"""The kinds of files that are as small as they become."""
SECURE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "DENY",
}


# What is written


def hosted(plan: Plan, *, moved: dict[str, str] | None = None, **site: object) -> Plan:
    """Give a plan with an address, and with other addresses that have moved."""
    moves = [Moved(**{"from": old, "to": new}) for old, new in (moved or {}).items()]
    about = plan.site.model_copy(update={"address": PLACES["folder"], **site})
    return replace(plan, site=about, gone=Gone(moved=moves))


@pytest.mark.parametrize("server", servers.SERVERS)
def test_what_stands_in_the_data_ends_no_word_of_a_servers_file(town, server):
    evil = town.site.accessibility.model_copy(update={"statement_url": 'https://x.example/"; \n} $uri {host} `x` \\'})
    written = servers.configuration(server, hosted(town, accessibility=evil), [], "")
    led = [line for line in written.splitlines() if "x.example" in line]
    goal = "https://x.example/%22%3B%20%0A%7D%20%24uri%20%7Bhost%7D%20%60x%60%20%5C"
    assert led
    assert all(re.search(rf'[ "]{re.escape(goal)}[ ";]', line) for line in led)


def test_many_pages_with_charts_make_no_line_that_nginx_refuses(town):
    pages = [MadePage(f"indikatorer/{'tal-' * 20}{number}.md", "", 'class="interactive"', "") for number in range(60)]
    lines = servers.configuration("nginx", hosted(town), pages, "").splitlines()
    patterns = [re.compile(line.split('"')[1]) for line in lines if "tal-tal" in line]
    assert len(patterns) > 1
    assert max(map(len, lines)) < 4096
    for page in pages:
        address = f"/by/omsorg/{page.path.removesuffix('.md')}/"
        for asked in (address, f"{address}index.html"):
            assert len([pattern for pattern in patterns if pattern.search(asked)]) == 1
    assert not any(pattern.search("/by/omsorg/indikatorer/") for pattern in patterns)


@pytest.mark.parametrize("server", servers.SERVERS)
def test_a_host_that_holds_more_than_the_site_is_not_made_secure_by_it(town, server):
    alone = servers.configuration(server, hosted(town, address=PLACES["root"]), [], "")
    assert ("Strict-Transport-Security" in alone, "https" in alone) == (True, True)
    assert "Strict-Transport-Security" not in servers.configuration(server, hosted(town), [], "")


def test_two_sites_on_one_host_do_not_share_what_nginx_remembers(town):
    both = [
        servers.configuration("nginx", hosted(town, address=f"https://x.example{folder}"), [], "")
        for folder in ("/nord-by", "/syd-by", "")
    ]
    names = [set(re.findall(r"set (\$\w+)", text)) for text in both]
    assert names[0] == {"$pejl_nord_by_policy", "$pejl_nord_by_kept"}
    assert names[1] == {"$pejl_syd_by_policy", "$pejl_syd_by_kept"}
    assert names[2] == {"$pejl_policy", "$pejl_kept", "$pejl_secure"}


def test_every_kind_of_file_on_a_site_has_a_type(town_site):
    known = {kind.ending for kind in servers.KINDS}
    there = {asset.path.rpartition(".")[2] for asset in town_site.assets} | {"html", "gz"}
    assert there - known == set()


# What the servers answer


@dataclass(frozen=True)
class Hosted:
    """A built site, and the plan that it was built from."""

    plan: Plan
    pages: list[MadePage]
    site: Path

    @property
    def folder(self) -> str:
        """Where it stands on its host."""
        return hosting.folder(self.plan.site)

    def path(self, file: Path) -> str:
        """Give the path that a reader asks a file by."""
        name = file.relative_to(self.site).as_posix()
        return name.removesuffix("index.html") if name.endswith(("/index.html", "index.html")) else name

    def one_of_each(self) -> Mapping[str, Path]:
        """Find a file of each kind by the ending of its name; the feeds are the XML that is many."""
        files = sorted(self.site.rglob("*"), key=lambda path: (path.name == "sitemap.xml", path))
        return {path.suffix[1:]: path for path in reversed(files) if path.is_file() and path.suffix}


@dataclass(frozen=True)
class Running:
    """A server that shows a site."""

    name: str
    server: webservers.Server
    hosted: Hosted

    def get(self, path: str, **headers: str) -> webservers.Answer:
        """Ask for a path below the site's own folder."""
        return self.server.get(self.hosted.folder + path, **headers)

    def leads_to(self, path: str) -> tuple[int, str]:
        """Ask for a path, and give the status and where it leads; an address in full is one on this machine."""
        answer = self.get(path)
        return answer.status, answer.headers.get("location", "").removeprefix(self.server.address)


@pytest.fixture(scope="module")
def everywhere() -> Iterator[Path]:
    """Give a folder that an ordinary user may read, as the tests' own may not be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def written(folder: Path, address: str) -> Path:
    """Write the data of a municipality with an address, something that has moved and, in a folder, the form editor."""
    data = folder / "data"
    shutil.copytree(frozen.OTHER, data)
    lines = [(data / "site.yml").read_text("utf-8"), f"address: {address}\n"]
    if form_library.is_fetched() and address == PLACES["folder"]:
        lines.append("repository: https://git.example/by/plan\nform_editor:\n  branch: main\n")
    (data / "site.yml").write_text("".join(lines), "utf-8")
    (data / "gone.yml").write_text(f"moved:\n  - from: tal/pris-pr-time/\n    to: {CHART}\n", "utf-8")
    return data


@pytest.fixture(scope="module")
def sites(everywhere: Path, built: Callable[[str, Path, dt.date | None], Path]) -> dict[str, Hosted]:
    """Build the site of each place, with a file that nobody may see and one that all may."""
    found = {}
    pages: list[MadePage] = []
    for name, address in PLACES.items():
        data = written(everywhere / name, address)
        site = Path(shutil.copytree(built(f"hosted-{name}", data, frozen.OTHER_TODAY), everywhere / name / "site"))
        for hidden in (".git/config", ".well-known/security.txt"):
            (site / hidden).parent.mkdir(exist_ok=True)
            (site / hidden).write_text("Contact: https://vestby.example/kontakt\n", "utf-8")
        made = build(data, frozen.OTHER_TODAY)
        assert made.plan
        pages = pages or made.pages  # the same at both places
        found[name] = Hosted(made.plan, pages, site)
    return found


@pytest.fixture(
    scope="module",
    params=[(server, place) for server in servers.SERVERS for place in PLACES],
    ids="-".join,
)
def running(request: pytest.FixtureRequest, everywhere: Path) -> Iterator[Running]:
    """Start a server with the site at a place."""
    server, place = request.param
    webservers.skip_without(server)  # before anything is built
    hosted = request.getfixturevalue("sites")[place]
    plan = hosted.plan
    file = servers.configuration(server, plan, hosted.pages, api(plan.site), str(hosted.site))
    with webservers.started(server, file, everywhere / f"{server}-{place}") as started:
        yield Running(server, started, hosted)


def test_every_kind_of_file_is_told_as_what_it_is(running):
    files = running.hosted.one_of_each()
    assert {"html", "css", "js", "csv", "json", "jsonld", "xml", "svg", "txt", "ico", "png"} <= set(files)
    told = {ending: running.get(running.hosted.path(file)).headers["content-type"] for ending, file in files.items()}
    assert told == {ending: TYPES[ending] for ending in files}
    assert running.get("sitemap.xml").headers["content-type"] == "application/xml; charset=utf-8"


def test_what_is_text_comes_packed_and_nothing_else(running):
    for ending, file in running.hosted.one_of_each().items():
        if file.stat().st_size > 1000:
            packed = running.get(running.hosted.path(file), Accept_Encoding="gzip")
            kinds = (packed.headers.get("content-encoding"), packed.headers.get("vary"))
            assert (ending, *kinds) == (ending, *((None, None) if ending in PACKED else ("gzip", "Accept-Encoding")))
            assert (gzip.decompress(packed.body) if kinds[0] else packed.body) == file.read_bytes()
    better = {"nginx": "gzip", "apache": "br", "caddy": "zstd"}[running.name]
    both = running.get("", Accept_Encoding="zstd, br" if better != "gzip" else "gzip, zstd, br")
    assert both.headers["content-encoding"] == better


def test_only_what_never_becomes_something_else_is_kept(running):
    seen = set()
    for file in running.hosted.one_of_each().values():
        path = running.hosted.path(file)
        answer = running.get(path, Accept_Encoding="gzip")
        is_hashed = bool(HASHED.search(path))
        seen.add(is_hashed)
        kept = "public, max-age=31536000, immutable" if is_hashed else "max-age=0, must-revalidate"
        assert (path, answer.headers["cache-control"]) == (path, kept)
        again = running.get(path, Accept_Encoding="gzip", If_None_Match=answer.headers["etag"])
        assert (path, again.status, again.body, again.headers["cache-control"]) == (path, 304, b"", kept)
    assert seen == {True, False}


def test_what_has_moved_leads_on_for_good(running):
    folder = running.hosted.folder
    statement = "https://was.example/vestby"
    for old, new in {"tal/pris-pr-time": folder + CHART, "was": statement}.items():
        assert [running.leads_to(old), running.leads_to(f"{old}/")] == [(301, new), (301, new)]
    status, place = running.leads_to("om")
    assert (status in (301, 308), place) == (True, f"{folder}om/")
    if folder != "/":
        bare = running.server.get(folder.rstrip("/"))
        led = bare.headers["location"].removeprefix(running.server.address)
        assert (bare.status, led) == (301, folder)


@pytest.mark.parametrize(
    "path",
    ["nej/", "nej.csv", "assets/pejl.0000000000.css", "assets/", ".git/config", ".git/", "data/.skjult"],
)
def test_what_is_not_there_is_said_on_our_own_page(running, path):
    answer = running.get(path)
    assert (answer.status, answer.headers["content-type"]) == (404, TYPES["html"])
    assert answer.body == (running.hosted.site / "404.html").read_bytes()
    assert answer.headers["cache-control"] == "max-age=0, must-revalidate"


def test_what_anybody_may_ask_for_is_there_though_it_is_hidden(running):
    answer = running.get(".well-known/security.txt")
    assert (answer.status, answer.headers["content-type"]) == (200, TYPES["txt"])


def test_every_answer_says_what_may_be_done_with_it(running):
    for path in ("", "data/punkter.csv", "nej/", "was", "om", CHART, next(iter(running.hosted.one_of_each()))):
        headers = running.get(path).headers
        assert (path, {name: headers.get(name) for name in SECURE}) == (path, SECURE)
        assert "strict-transport-security" not in headers  # nobody may ask for it over http


def test_every_page_has_the_policy_that_it_asks_for_itself(running):
    redirected = {folder.removeprefix(running.hosted.folder) for folder in hosting.redirects(running.hosted.plan)}
    seen = set()
    for file in sorted(running.hosted.site.rglob("*.html")):
        path = running.hosted.path(file)
        if path in redirected:
            continue
        asked = re.search('http-equiv="Content-Security-Policy" content="([^"]+)"', file.read_text("utf-8"))
        assert asked, path
        wanted = f"{html.unescape(asked[1])}; frame-ancestors 'none'"
        assert (path, running.get(path).headers["content-security-policy"]) == (path, wanted)
        seen.add(wanted)
    assert len(seen) == 2 + bool(running.hosted.plan.site.form_editor)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.page(chromium) as made:
        made.add_init_script(f"({chrome.FORBIDDEN})()")
        yield made


@pytest.mark.browser
def test_nothing_that_a_reader_does_breaks_the_policy(running, page):
    address = running.server.address + running.hosted.folder
    failed: list[str] = []
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(address)
    page.locator("#soegefelt").fill("ventetid")
    expect(page.locator("#soegefelt-liste")).to_have_attribute("aria-label", "Resultater for »ventetid«")
    assert page.evaluate("violations") == []
    if running.hosted.folder != "/":  # once for each server: it is the slowest
        page.goto(address + CHART)
        page.locator(".interactive button").first.click()
        page.locator(".live .main-svg").first.wait_for()
        assert page.evaluate("violations") == []
    assert failed == []
    page.goto(f"{address}nej/nej/")
    # The page of errors has its style sheet, wherever somebody went wrong.
    assert page.locator("h1").inner_text() == "Siden findes ikke"
    assert (
        page.locator(".topbar, header").first.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(91, 35, 51)"
    )
    assert page.evaluate("violations") == []


# What each server says is the same, which is tested above; one of them is enough for all pages.
@pytest.mark.browser
@pytest.mark.parametrize("running", [("caddy", "folder")], indirect=True, ids=["caddy-folder"])
def test_no_kind_of_page_breaks_the_policy(running, page):
    address = running.server.address + running.hosted.folder
    sections = ["", "404.html", *(f"{folder.name}/" for folder in running.hosted.site.iterdir() if folder.is_dir())]
    for path in sorted(sections):
        if (running.hosted.site / path / "index.html").is_file() and path != "was/":
            page.goto(address + path)
            assert (path, page.evaluate("violations")) == (path, [])
    if running.hosted.plan.site.form_editor:
        page.goto(f"{address}rediger/")
        page.get_by_role("button", name="Åbn formularen").click()
        page.get_by_text("Arbejd med lokalt repository").wait_for()
        assert page.evaluate("violations") == []
