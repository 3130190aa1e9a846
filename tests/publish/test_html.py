"""Every page as the Nu HTML Checker reads it, which is what the authority for accessibility may hold it against."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).parents[1] / "html-checker/node_modules/vnu-jar/build/dist/vnu.jar"
# Of a file on a disk the checker does not know which site it belongs to, and takes our own scripts for foreign ones.
OF_A_FILE = "violates Content Security Policy (meta tag)"

# A program that reads some hundred pages and ends is done in half the time where Java does not prepare for a long life;
# code that is less prepared takes more of the stack.
ONCE = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss16m")

OUT_OF_PLACE = (
    "An element with “role=row” must be contained in, or owned by, an element with the “role” value "
    "“treegrid”, “grid”, “rowgroup”, or “table”."
)


def missing() -> str:
    """Say what is missing for the checker to run; nothing if it can."""
    if not shutil.which("java"):
        return "Java is not installed: apt-get install default-jre-headless."
    if not CHECKER.exists():
        return "The Nu HTML Checker is not installed: npm ci --ignore-scripts --prefix tests/html-checker"
    return ""


@pytest.fixture(scope="module")
def java() -> str:
    if reason := missing():
        if os.environ.get("PEJL_REQUIRE_HTML_CHECKER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return str(shutil.which("java"))


@pytest.fixture(scope="module")
def findings(java: str, published: Path, year_published: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give what the checker finds, errors and warnings alike, in two sites and in a page that is wrong."""
    wrong = tmp_path_factory.mktemp("html") / "wrong"
    wrong.mkdir()
    (wrong / "index.html").write_text(
        "<!doctype html>\n<html lang=da>\n<title>x</title>\n<p role=row id=a>1\n<p id=a>2\n", "utf-8", newline="\n"
    )
    command = [java, *ONCE, "-jar", str(CHECKER), "--format", "json", "--skip-non-html", "--exit-zero-always"]
    places = map(str, (published, wrong, year_published))
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=True)  # noqa: S603
    return [
        f"{'/'.join(item['url'].split('/')[-3:])}:{item.get('lastLine')}: {item['message']}"
        for item in json.loads(done.stderr)["messages"]
        if OF_A_FILE not in item["message"]
    ]


def of_what_is_wrong(finding: str) -> str:
    return finding.partition("/wrong/index.html:")[2]


def test_the_checker_finds_nothing_on_any_page(findings: list[str]):
    assert [finding for finding in findings if not of_what_is_wrong(finding)] == []


def test_the_checker_finds_what_is_wrong(findings: list[str]):
    """Without this nobody would notice a checker that reads no page at all."""
    assert list(filter(None, map(of_what_is_wrong, findings))) == [
        "5: Duplicate ID “a”.",
        "4: The first occurrence of ID “a” was here.",
        f"4: {OUT_OF_PLACE}",
    ]
