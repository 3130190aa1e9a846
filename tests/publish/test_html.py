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


def findings(java: str, *places: Path) -> list[str]:
    """Give what the checker finds in files and folders: errors and warnings alike."""
    command = [java, *ONCE, "-jar", str(CHECKER), "--format", "json", "--skip-non-html", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, places)], capture_output=True, text=True, check=True)  # noqa: S603
    found = json.loads(done.stderr)["messages"]
    return [
        f"{'/'.join(item['url'].split('/')[-3:])}:{item.get('lastLine')}: {item['message']}"
        for item in found
        if OF_A_FILE not in item["message"]
    ]


def test_the_checker_finds_nothing_on_any_page(java: str, published: Path, year_published: Path):
    assert findings(java, published, year_published) == []


def test_the_checker_finds_what_is_wrong(java: str, tmp_path: Path):
    """Without this nobody would notice a checker that reads no page at all."""
    page = tmp_path / "index.html"
    page.write_text(
        "<!doctype html>\n<html lang=da>\n<title>x</title>\n<p role=row id=a>1\n<p id=a>2\n", "utf-8", newline="\n"
    )
    found = [finding.partition("index.html:")[2] for finding in findings(java, tmp_path)]
    assert found == [
        "5: Duplicate ID “a”.",
        "4: The first occurrence of ID “a” was here.",
        f"4: {OUT_OF_PLACE}",
    ]
