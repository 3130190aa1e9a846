"""What holds for the repository as a whole: its guides say what the code does, and its locks and workflows are firm."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from pydantic import TypeAdapter

from generator.base.rule import Rule
from generator.base.text import lix
from generator.editing import schema
from generator.model import RECORD_TYPES, AnswerEntry, Document, Filing, vocabulary

Yaml: TypeAlias = "str | list[Yaml] | dict[str, Yaml]"

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "content/redaktoer/index.md"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HAND_WRITTEN = sorted((ROOT / "content").rglob("*.md"))


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


def test_guide_explains_every_rule_once_in_the_section_that_the_rule_names():
    explained = []
    for part in GUIDE.read_text("utf-8").split("\n#")[1:]:
        section = re.match(r"#+ .* \{#([a-z-]+)\}\n", part)
        explained += [
            (name, section[1] if section else "") for name in re.findall(r"^\| `\[(.+?)\]` \|", part, re.MULTILINE)
        ]
    assert explained == [(rule.value, rule.section) for rule in Rule]


def test_guide_names_every_place_of_records():
    named = re.findall(r"^\| `([a-z_.]+)/?` \|", GUIDE.read_text("utf-8"), re.MULTILINE)
    places = {model.place for model in RECORD_TYPES}
    assert sorted(named) == sorted(["site.yml", *places])


def plain(text: str) -> Yaml:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  makes nothing but text, lists and mappings


def examples(page: Path) -> list[Yaml]:
    blocks = re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [plain(block) for block in blocks]


def test_guide_example_of_an_answer_can_be_used():
    _, document, answered = examples(GUIDE)
    source = Document.model_validate({**document, "id": "opdigtet-plan-2030", "final": document["final"] == "true"})
    history = TypeAdapter(list[AnswerEntry]).validate_python(answered["history"])
    assert [entry.status for entry in history] == [vocabulary.AnswerState.PARTLY]
    assert history[0].source.document == source.id


def is_part(shown: Yaml, record: Yaml) -> bool:
    """Tell whether an example shows a record as it is, with fields, later list items and ends of texts left out."""
    if isinstance(shown, dict):
        return all(name in record and is_part(value, record[name]) for name, value in shown.items())
    if isinstance(shown, list):
        return len(shown) <= len(record) and all(map(is_part, shown, record))
    start, cut, _ = shown.partition(" […]")
    return record.startswith(start) if cut else shown == record


@pytest.mark.parametrize("page", [GUIDE, ROOT / "README.md"], ids=lambda page: page.name)
def test_example_of_a_benchmark_shows_the_record(page: Path):
    assert is_part(examples(page)[0], plain((ROOT / "data/benchmarks/p7.yml").read_text("utf-8")))


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
    method = (ROOT / "content/om/metode.md").read_text("utf-8")
    missing = [state for state in states if f"\n| {signs[state]} {state.capitalize()} | " not in method]
    assert missing == []


# Hand-written pages


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_hand_written_page_is_described_and_readable(page: Path):
    _, front, body = page.read_text("utf-8").split("---\n", 2)
    assert set(yaml.safe_load(front)) == {"title", "description"}
    assert lix(re.sub(r"^```.*?^```", "", body, flags=re.MULTILINE | re.DOTALL)) <= 45


# Names, hosts and what is left open


def test_code_names_no_municipality_and_no_organisation():
    site = yaml.safe_load((ROOT / "data/site.yml").read_text("utf-8"))
    organisations = [path.stem for path in (ROOT / "data/organisations").glob("*.yml")]
    titles = [yaml.safe_load(path.read_text("utf-8"))["title"] for path in (ROOT / "data/organisations").glob("*.yml")]
    names = [site["municipality"], site["municipality"].removesuffix(" Kommune"), *organisations, *titles]
    assert len(names) > 6
    assert found("|".join(map(re.escape, names)), tracked("generator", "hooks")) == []


def test_nothing_is_left_open():
    words = "|".join(["TO" + "DO", "FIX" + "ME"])
    assert found(rf"\b({words})\b", tracked("generator", "hooks", "tests", "content", "data", ".github", "*.md")) == []


def test_no_path_of_a_machine_and_no_registry_address():
    pattern = (
        r"(?:^|\s)--?(?:(?:extra-)?index-url|find-links)|https?://[^ ]*(?:pypi|/simple\b)|/(?:root|home|work)/[a-z]"
    )
    assert found(pattern, tracked()) == []


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
    for page in ("README.md", "ARCHITECTURE.md"):
        text = " ".join((ROOT / page).read_text("utf-8").split())
        assert f"MkDocs {versions['mkdocs']}" in text
        assert re.search(rf"Material (?:for MkDocs )?{re.escape(versions['mkdocs-material'])}", text)


# GitHub and editors


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_is_pinned_and_has_least_rights(workflow: Path):
    text = workflow.read_text("utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
    content = plain(text)
    assert content["permissions"] in ({}, "", {"contents": "read"})
    assert "concurrency" in content
    for job in content["jobs"].values():
        assert "timeout-minutes" in job
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_server_runs_the_commands_of_the_makefile():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for path in [*WORKFLOWS, ROOT / ".ci/run"]:
        run = re.findall(r"(?:^|run: )make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
        assert run
        assert set(run) <= set(targets)


def test_hooks_before_a_commit_are_the_commands_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    entries = [hook["entry"].replace(".venv/bin", "@$(BIN)") for hook in hooks]
    assert len(entries) == 5
    assert [entry for entry in entries if f"\t{entry}\n" not in makefile] == []


def test_editor_completes_every_kind_of_file():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    bound = {Path(name).stem: pattern for name, pattern in settings["yaml.schemas"].items()}
    assert set(bound) == set(schema.schemas())
    places = {model.type: model.place for model in RECORD_TYPES if model.filing is not Filing.CASE}
    folders = {name: f"/data/{place}" if "." in place else f"/data/{place}/*.yml" for name, place in places.items()}
    letters = {
        "site": "/data/site.yml",
        "consultation": "/data/consultations/*/consultation.yml",
        "response": "/data/consultations/*/!(consultation).yml",
    }
    assert bound == folders | letters
