"""What holds for the repository as a whole: its guides say what the code does, and its locks and workflows are firm."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import frozen
import pytest
import yaml
from conftest import problem_lines
from lxml import html
from pages import page
from pydantic import TypeAdapter
from sample import FILES

from generator import site
from generator.base import local
from generator.base.rule import Rule
from generator.editing import schema
from generator.model import RECORD_TYPES, AnswerEntry, Document, Filing, vocabulary
from generator.reading.loading import load

Yaml: TypeAlias = "str | list[Yaml] | dict[str, Yaml]"

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
# What editors write is judged by `pejl check`, and no word in it may turn the code's tests red.
OURS = (".", ":!data", ":!content")


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603, S607
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def lines(paths: list[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def found(pattern: str, paths: list[Path]) -> list[str]:
    return [f"{place}: {line.strip()}" for place, line in lines(paths) if re.search(pattern, line, re.IGNORECASE)]


# The editors' guide


@pytest.fixture
def guide() -> str:
    return page("redaktoer/index.md", "{#regler}")


def test_guide_explains_every_rule_once_in_the_section_that_the_rule_names(guide: str):
    explained = []
    for part in guide.split("\n#")[1:]:
        section = re.match(r"#+ .* \{#([a-z-]+)\}\n", part)
        explained += [
            (name, section[1] if section else "") for name in re.findall(r"^\| `\[(.+?)\]` \|", part, re.MULTILINE)
        ]
    assert explained == [(rule.value, rule.section) for rule in Rule]


def test_guide_names_every_place_of_records(guide: str):
    named = re.findall(r"^\| `([a-z_.]+)/?` \|", guide, re.MULTILINE)
    places = {model.place for model in RECORD_TYPES}
    assert sorted(named) == sorted(["site.yml", "gone.yml", *places])


def plain(text: str) -> Yaml:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  makes nothing but text, lists and mappings


def blocks(text: str) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_guide_example_of_an_answer_can_be_used(guide: str):
    _, document, answered = map(plain, blocks(guide))
    source = Document.model_validate({**document, "id": "opdigtet-plan-2030", "final": document["final"] == "true"})
    history = TypeAdapter(list[AnswerEntry]).validate_python(answered["history"])
    assert [entry.status for entry in history] == [vocabulary.AnswerState.PARTLY]
    assert history[0].source.document == source.id


LINK = "            why: Målet siger, hvad planen vil.\n"


def test_an_answer_written_as_the_guide_says_is_published(guide: str, project):
    _, document, answer = blocks(guide)
    letter = "consultations/jobplan-2025/aeldreraadet.yml"
    data = project(
        {
            "sources/opdigtet-plan-2030.yml": document,
            letter: FILES[letter].replace(LINK, LINK + answer),
        }
    )
    built = site.build(data, dt.date(2026, 2, 1))
    assert built.problems == []
    (shown,) = (page.body for page in built.pages if page.path == "hoeringer/jobplan-2025/aeldreraadet.md")
    assert "Opdigtet svar: Vi har skrevet, at borgeren kan få en fast kontaktperson." in shown


def is_part(shown: Yaml, record: Yaml) -> bool:
    """Tell whether an example shows a record as it is, with fields, later list items and ends of texts left out."""
    if isinstance(shown, dict):
        return all(name in record and is_part(value, record[name]) for name, value in shown.items())
    if isinstance(shown, list):
        return len(shown) <= len(record) and all(map(is_part, shown, record))
    start, cut, _ = shown.partition(" […]")
    return record.startswith(start) if cut else shown == record


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def test_example_in_the_readme_shows_the_record_and_its_page():
    assert is_part(plain(blocks(README)[0]), plain((frozen.DATA / "benchmarks/p7.yml").read_text("utf-8")))
    pages = {page.path: page.body for page in site.build(frozen.DATA, frozen.TODAY).pages}
    text = letters(html.fromstring(pages["pejlemaerker/p7.md"]).text_content())
    paragraphs = "\n".join(re.findall(r"^> ?(.*)$", README, re.MULTILINE)).split("\n\n")
    # Square brackets tell what is left out; between the pieces of a paragraph there may be more on the page.
    pieces = [piece for paragraph in paragraphs for piece in re.split(r"\[.*?\]| · |\.\*\* ", paragraph)]
    assert [piece for piece in pieces if letters(piece) not in text] == []
    assert len(pieces) > len(paragraphs) == 5


def test_the_mistake_in_the_readme_reads_like_that(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(frozen.DATA, data)
    path = data / "benchmarks/p7.yml"
    path.write_text(path.read_text("utf-8").replace("indicator: rummelige", "indicator: rumelige"), "utf-8")
    (line,) = (line for line in problem_lines(data) if "fejl:" in line)
    assert f"```text\n{line}\n```" in README


def test_example_in_the_guide_shows_the_record(guide: str):
    assert is_part(plain(blocks(guide)[0]), plain((frozen.DATA / "benchmarks/p7.yml").read_text("utf-8")))


# The method


@pytest.mark.parametrize(
    "states",
    [
        vocabulary.AnswerState,
        vocabulary.DeliveryState,
        vocabulary.ConsultationState,
        vocabulary.TargetStatus,
        vocabulary.Trend,
    ],
)
def test_method_explains_every_state_with_its_sign(states: type[StrEnum]):
    macros = (ROOT / "generator/publish/templates/macros.html.j2").read_text("utf-8")
    signs = dict(re.findall(r'"([a-zæøå ]+)": \("[a-z]+", "(.)"\)', macros))
    method = page("om/metode.md", "{#tilstande}")
    missing = [state for state in states if f"\n| {signs[state]} {state.capitalize()} | " not in method]
    assert missing == []


# Names, hosts and what is left open


def test_nothing_is_left_open():
    words = "|".join(["TO" + "DO", "FIX" + "ME"])
    assert found(rf"\b({words})\b", tracked(*OURS)) == []


def test_no_path_of_a_machine_and_no_registry_address():
    pattern = (
        r"(?:^|\s)--?(?:(?:extra-)?index-url|find-links)|https?://[^ ]*(?:pypi|/simple\b)|/(?:root|home|work)/[a-z]"
    )
    assert found(pattern, tracked(*OURS)) == []


# Locks


def locked(name: str) -> dict[tuple[str, str], str]:
    """Give the version of each package of a lock, by its name and the environment that it is for."""
    text = (ROOT / name).read_text("utf-8")
    rows = re.findall(r"^([a-z0-9._-]+)==(\S+)(?: ; ([^\\\n]+?))? \\$", text, re.MULTILINE)
    return {(package, marker): version for package, version, marker in rows}


def test_every_locked_package_has_hashes():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
        assert len(entries) == len(locked(name)) > 10
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_site_and_tests_use_the_same_versions():
    site, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    names = {name for name, _ in site}
    assert {key: version for key, version in dev.items() if key[0] in names} == site


def test_documents_name_the_pinned_platform():
    versions = {name: version for (name, _), version in locked("requirements.txt").items()}
    for name in ("README.md", "ARCHITECTURE.md"):
        text = " ".join((ROOT / name).read_text("utf-8").split())
        assert f"MkDocs {versions['mkdocs']}" in text
        assert re.search(rf"Material (?:for MkDocs )?{re.escape(versions['mkdocs-material'])}", text)


# GitHub and editors


def test_hooks_before_a_commit_are_the_commands_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    entries = [hook["entry"].replace(".venv/bin", "@$(BIN)") for hook in hooks]
    assert len(entries) == 5
    assert [entry for entry in entries if f"\t{entry}\n" not in makefile] == []


def test_schemas_of_the_repository_are_those_of_the_models(monkeypatch):
    """The ids among them are the living data's, which no test pins: `make schema` writes them anew."""
    folder = ROOT / "data" / schema.FOLDER
    monkeypatch.setattr(local, "_spoken", dict(local._spoken))
    load(ROOT / "data")  # they are in the words of whoever the data are about
    made = {name: text for name, text in schema.written(()).items() if name != f"{schema.IDS}.json"}
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.stem != schema.IDS} == made
    ids, wanted = (
        json.loads(text)["$defs"] for text in ((folder / "ids.json").read_text("utf-8"), schema.written(())["ids.json"])
    )
    assert set(ids) == set(wanted)


def test_editor_completes_every_kind_of_file():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    bound = {Path(name).stem: pattern for name, pattern in settings["yaml.schemas"].items()}
    assert set(bound) == set(schema.schemas())
    places = {model.type: model.place for model in RECORD_TYPES if model.filing is not Filing.CASE}
    folders = {name: f"/data/{place}" if "." in place else f"/data/{place}/*.yml" for name, place in places.items()}
    letters = {
        "site": "/data/site.yml",
        "gone": "/data/gone.yml",
        "consultation": "/data/consultations/*/consultation.yml",
        "response": "/data/consultations/*/!(consultation).yml",
    }
    assert bound == folders | letters
