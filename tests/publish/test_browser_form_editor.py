"""The form editor as somebody meets it: what is changed in it becomes that change in a file, and nothing else."""

import difflib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import browser as chrome
import form_editor
import frozen
import pytest
from git_host import KEY, Host
from playwright.sync_api import Browser, Page
from rewriting import Repository

from generator.base import clock
from generator.base.problems import has_errors
from generator.checking import check
from generator.editing.formatting import model_of, restored
from generator.model import RECORD_TYPES, Consultation, Decision, Filing, Record
from generator.reading.source import parse

SWITCHED_ON = "repository: https://git.example/by/plan\nform_editor:\n  branch: main\n"
PEJL = (sys.executable, "-m", "generator")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(frozen.ROOT), clock.VARIABLE: frozen.YEAR_LATER.isoformat()}
LETTER = "consultations/pejlemaerker-2026/handicapraadet.yml"


@pytest.fixture(scope="module")
def address(
    chromium: Browser,  # noqa: ARG001  without it nothing is built
    built: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Serve the site of the year with the editor switched on."""
    form_editor.skip_without_library()
    data = tmp_path_factory.mktemp("editor") / "data"
    shutil.copytree(frozen.YEAR, data)
    site = data / "site.yml"
    site.write_text(site.read_text("utf-8").replace("published:", f"{SWITCHED_ON}published:"), "utf-8")
    with chrome.served(built("editor", data, frozen.YEAR_LATER)) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.context(chromium) as window:
        yield window.new_page()


LETTER_ENTRY = "response/entries/pejlemaerker-2026/handicapraadet"
CHANGES = (
    ("benchmark/entries/p1", "title", "Arbejde til alle"),
    (LETTER_ENTRY, "sections.0.points.1.history.0.reason", "En ny grund."),
    ("decision/entries/jobudvalget-2026-06-10", "title", "Et møde"),
)
NOTES = (
    ("benchmarks/p1.yml", "number: 1\n", "# yaml-language-server: $schema=../.schemas/benchmark.json\nnumber: 1\n"),
    ("benchmarks/p1.yml", "themes: [job]\n", "# Aftalt med udvalget.\nthemes: [job]  # kun ét\n"),
    (LETTER, "      - id: hr26-2\n", "      # Det punkt fik et møde.\n      - id: hr26-2\n"),
    (LETTER, "source:\n  document: brev-", "# Brevet ligger i arkivet.\nsource:\n  document: brev-"),
)
"""What stands in files beside what the editor knows of, and which words give way to it."""


@pytest.fixture(scope="module")
def changed(address: str, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Change a field of three records in the editor, which takes long to open, and put the files in their form."""
    repository = Repository(tmp_path_factory.mktemp("changed"))
    for name, before, note in NOTES:
        file = repository.data / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, note, 1), "utf-8")
    repository.run("add", "data")
    repository.run("commit", "--quiet", "--message=x")
    with chrome.context(chromium) as window:
        editor = form_editor.Editor(window.new_page(), address, repository.folder)
        for change in CHANGES:
            editor.write(*change)
        editor.take()
        assert (editor.asked, editor.said) == ([], [])
    command = [*PEJL, "format", "--against", "HEAD", "--write"]
    subprocess.run(command, cwd=repository.folder, env=ENVIRONMENT, capture_output=True, check=True)  # noqa: S603
    return repository


def lines(repository: Repository, name: str) -> list[str]:
    """Give the lines of a file that were and that are."""
    diff = repository.run("diff", "--unified=0", "--", f"data/{name}").splitlines()
    return [line for line in diff if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_one_word_of_a_title_is_one_line_of_the_file(changed):
    assert lines(changed, "benchmarks/p1.yml") == ["-title: Job til alle", "+title: Arbejde til alle"]


def test_an_answer_on_a_point_is_one_line_of_the_letter(changed):
    assert lines(changed, LETTER) == ["-            reason: Opdigtet grund.", "+            reason: En ny grund."]


def test_a_decision_opens_and_is_saved_without_loss(changed):
    """The town of the test below has not decided anything yet."""
    assert [line[1:7] for line in lines(changed, "decisions/jobudvalget-2026-06-10.yml")] == ["title:", "title:"]


def test_no_other_file_is_touched_and_all_can_be_read(changed):
    assert changed.run("diff", "--name-only").splitlines() == [
        "data/benchmarks/p1.yml",
        f"data/{LETTER}",
        "data/decisions/jobudvalget-2026-06-10.yml",
    ]
    assert check(changed.data, frozen.YEAR_LATER)[1] == []


def entry(model: type[Record], data: Path) -> tuple[str, str]:
    """Give where the editor has the first record of a type, and the field with its title."""
    if model.filing is Filing.LIST:
        return f"lister/entries/{model.type}", "poster.0.title"
    first = next(path for path in sorted((data / model.place).rglob("*.yml")) if _holds(model, path))
    return f"{model.type}/entries/{first.relative_to(data / model.place).with_suffix('').as_posix()}", "title"


def _holds(model: type[Record], path: Path) -> bool:
    return model.filing is not Filing.CASE or (path.name == "consultation.yml") is (model is Consultation)


def test_a_record_of_every_type_opens_and_is_saved_without_loss(address, page, tmp_path):
    shutil.copytree(frozen.DATA, tmp_path / "data")
    before = {path: path.read_text("utf-8") for path in (tmp_path / "data").rglob("*.yml")}
    editor = form_editor.Editor(page, address, tmp_path)
    for model in (model for model in RECORD_TYPES if model is not Decision):
        editor.write(*entry(model, frozen.DATA), "En anden titel")
    editor.write("siden/entries/site", "tagline", "Et andet år")
    editor.take()
    assert (editor.asked, editor.said) == ([], [])
    changed = {path: text for path in before if (text := path.read_text("utf-8")) != before[path]}
    assert len(changed) == len(RECORD_TYPES)
    for path, text in changed.items():
        model, name = model_of(path, tmp_path / "data"), path.as_posix()
        form = restored(parse(before[path], name)[0], parse(text, name)[0], model)
        differ = [line for line in difflib.ndiff(before[path].splitlines(), form.splitlines()) if line[0] in "+-"]
        assert len(differ) == 2, differ
        path.write_text(form, "utf-8")
    assert not has_errors(check(tmp_path / "data", frozen.TODAY)[1])


def test_what_is_saved_becomes_a_proposal_at_the_host_and_nobody_else_is_asked(page, address, tmp_path):
    shutil.copytree(frozen.YEAR, tmp_path / "data")
    host = Host({path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.yml")})
    host.listen(page, "https://git.example")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/rediger/")
    page.get_by_role("button", name="Åbn formularen").click()
    page.get_by_role("button", name="Log ind med adgangstoken").click()
    page.get_by_role("textbox").last.fill(KEY)
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.get_by_text("Samlinger").wait_for()
    page.evaluate("where => { location.hash = where }", "#/collections/benchmark/entries/p1")
    page.locator('[data-key-path="title"] input').fill("Arbejde til alle")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("Dokumentet er gemt.").wait_for()
    (proposal,) = host.proposals
    assert (proposal["head"], proposal["base"]) == ("cms/benchmark/p1", "main")
    assert proposal["title"] == "Ret Pejlemærke p1 i formularredaktøren"
    assert list(host.branches) == ["cms/benchmark/p1"]
    ((path, text),) = host.branches["cms/benchmark/p1"].items()
    assert path == "data/benchmarks/p1.yml"
    assert "title: Arbejde til alle\n" in text
    assert (host.keys, host.unknown) == ({KEY}, [])
    ours = (address, "https://git.example/api/", "data:", "blob:")
    assert [url for url in asked if not url.startswith(ours)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_entrance_can_be_used_by_all(chromium, address, scheme):
    with chrome.context(chromium, scheme=scheme, bypass_csp=True) as window:
        page = window.new_page()
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{address}/rediger/")
            page.get_by_role("button", name="Åbn formularen").wait_for()
            assert (width, page.evaluate(chrome.OVERFLOW)) == (width, 0)
            assert (width, chrome.violations(page)) == (width, [])


def test_the_heavy_script_waits_until_somebody_asks_for_it(page, address):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{address}/rediger/")))
    page.goto(f"{address}/rediger/")
    page.get_by_role("button", name="Åbn formularen").wait_for()
    assert [name for name in asked if not name.startswith("data:")] == ["", "rediger.css", "rediger.js"]
    assert page.evaluate(chrome.KEPT) == ""
