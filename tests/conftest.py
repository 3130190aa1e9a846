"""What the tests share: small data folders and the problems in them, a browser, and the frozen plan's site."""

import datetime as dt
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import browser as chrome
import frozen
import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from sample import FILES, TODAY

from generator.reading.loading import load
from generator.rules import check
from generator.site import build

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# Every site that a test builds has the frozen plan's hand-written pages, whatever stands in content/.
os.environ["PEJL_CONTENT"] = str(frozen.CONTENT)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    """Keep what commands remember from one run to the next apart from what the user's own commands remember."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def town():
    """Give the frozen plan."""
    return load(frozen.DATA).plan


@pytest.fixture(scope="session")
def year():
    """Give the plan of the municipality where a year has passed."""
    return load(frozen.YEAR).plan


@pytest.fixture(scope="session")
def other():
    """Give the plan of a municipality of another field."""
    return load(frozen.OTHER).plan


@pytest.fixture(scope="session")
def town_site():
    """Give the frozen plan's pages and files as they are on a fixed day; each is made when it is asked for."""
    return build(frozen.DATA, frozen.TODAY)


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory):
    """Give the site of a municipality that has said who it is, and nothing else yet."""
    data = tmp_path_factory.mktemp("empty") / "data"
    data.mkdir()
    for name in ("site.yml", "areas.yml"):
        shutil.copy(frozen.DATA / name, data / name)
    (data / "themes.yml").write_text("[]\n", "utf-8")
    return build(data, frozen.TODAY)


@pytest.fixture
def project(tmp_path):
    """Write a valid data folder and give its path; the argument replaces, adds or (with None) leaves out files.

    `project({"indicators/ledighed.yml": "…"})` replaces a file of `sample.FILES`; a file may be text or bytes.
    """

    def build(changes=None):
        data = tmp_path / "data"
        for name, content in (FILES | (changes or {})).items():
            path = data / name
            path.unlink(missing_ok=True)
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return data

    return build


@pytest.fixture
def found(project):
    """Build a data folder like `project` and give every problem in it, a line each, with paths from its parent."""

    def lines(changes=None):
        return problem_lines(project(changes))

    return lines


@pytest.fixture
def asset(project):
    """Build a site of a data folder like `project` and give the content of one of its files that is no page."""

    def content(path, changes=None):
        return next(asset.content for asset in build(project(changes), TODAY).assets if asset.path == path)

    return content


def problem_lines(data):
    """Give every problem in a data folder as an editor reads it, with paths from the folder's parent."""
    loaded = load(data)
    return [
        str(problem).replace(f"{data.parent.as_posix()}/", "")
        for problem in sorted([*loaded.problems, *check(loaded, TODAY)])
    ]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = chrome.chromium()
    if not path:
        reason = "Chromium is not installed: apt-get install chromium, or set CHROME_PATH."
        if os.environ.get("PEJL_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=chrome.ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def still(chromium: Browser) -> Iterator[Browser]:
    """Start a browser in which nothing moves by itself, to measure in: Tab costs half as much, and no click works."""
    with chrome.started(chromium, "--disable-threaded-compositing") as browser:
        yield browser


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Build a plan's site strictly, once for all who test at the same time."""

    def folder(name: str, data: Path, today: dt.date | None = None, **settings: str) -> Path:
        shared = tmp_path_factory.getbasetemp()
        if "PYTEST_XDIST_WORKER" in os.environ:
            shared = shared.parent
        out = shared / name
        environment = os.environ | ({"PEJL_TODAY": today.isoformat()} if today else {}) | settings
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not out.exists():
                command = [sys.executable, "-m", "generator", "build", "--data", str(data), "--out", str(out)]
                done = subprocess.run(  # noqa: S603
                    command, cwd=frozen.ROOT, env=environment, capture_output=True, text=True, check=False
                )
                assert done.returncode == 0, done.stdout + done.stderr
        return out

    return folder


@pytest.fixture(scope="session")
def published(built: Callable[..., Path]) -> Path:
    """Build the frozen plan's site."""
    return built("published", frozen.DATA)


@pytest.fixture(scope="session")
def year_published(built: Callable[..., Path]) -> Path:
    """Build the site of the plan where a year has passed."""
    return built("year", frozen.YEAR, frozen.YEAR_LATER)


@pytest.fixture(scope="session")
def placed(built: Callable[..., Path]) -> Path:
    """Build the site of the other municipality, which has a logo, for a folder of a host."""
    content = {"PEJL_CONTENT": str(frozen.OTHER_CONTENT), "SITE_URL": "https://vestby.example/plan/"}
    return built("placed", frozen.OTHER, frozen.OTHER_TODAY, **content)


@pytest.fixture(scope="session")
def site(chromium: Browser, published: Path) -> Iterator[str]:  # noqa: ARG001  without a browser nothing is built
    with chrome.served(published) as address:
        yield address
