"""What the tests share: small data folders and the problems in them, a browser, and the built site."""

import os
from collections.abc import Iterator

import browser as chrome
import pytest
from playwright.sync_api import Browser, sync_playwright
from sample import FILES, TODAY

from generator.reading.loading import load
from generator.rules import check
from generator.site import build


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
def site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    out = tmp_path_factory.mktemp("site")
    chrome.build(out)
    with chrome.served(out) as address:
        yield address
