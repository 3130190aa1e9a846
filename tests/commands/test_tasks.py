"""The editors' guide by task: every command that it shows does what it says, on a copy of the frozen year."""

import re
import shlex
import textwrap

import frozen
import pytest
from pages import page
from rewriting import copied

from generator.base.local import BENCHMARK
from generator.checking import check
from generator.history.against import rewritten
from generator.model import AnswerEntry, Benchmark, Response

GUIDE = BENCHMARK.said(page("redaktoer/opgaver.md", "{#kommandoer}")).replace("jobplan-2026", "pejlemaerker-2026")
TASKS = dict(re.findall(r"^## [^\n]*\{#([a-z]+)\}\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL))
LETTER = "consultations/pejlemaerker-2026/erhvervsraadet.yml"
UNLINKED = "punkt-uden-kobling"


def blocks(task):
    """Give the examples of a task, as they would stand in a file or at a terminal."""
    found = re.findall(r"^```[a-z]+\n(.*?)^```$|^((?: {8}[^\n]*\n|\n)+)", TASKS[task], re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(one or two).strip() + "\n" for one, two in found if one.strip() or two.strip()]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Stand in a folder with a copy of the year."""
    monkeypatch.setenv("PEJL_TODAY", frozen.YEAR_LATER.isoformat())
    monkeypatch.chdir(tmp_path)
    return copied(tmp_path)


@pytest.fixture
def follow(data, pejl):
    """Run the commands of a task, each without an error, and give the records and what has become worse."""
    before = {str(problem) for problem in check(data, frozen.YEAR_LATER)[1]}

    def run(task):
        for block in blocks(task):
            if block.startswith("pejl "):
                command = shlex.split(block.replace("\\\n", " "))
                status, said, errors = pejl(*command[1:])
                assert (status, errors, "Skrevet. " in said) == (0, "", True), block
        loaded, problems = check(data, frozen.YEAR_LATER)
        assert rewritten(data, str(frozen.YEAR)) == []
        return loaded, [problem for problem in problems if str(problem) not in before]

    return run


def test_the_guide_has_every_task_and_a_block_for_each_step():
    assert list(TASKS) == ["kommandoer", "svar", "brev", "fejl", "ny", "omdoeb", "slet"]
    shown = [block.split()[:2] for task in TASKS for block in blocks(task) if block.startswith("pejl ")]
    assert [name for _, name in shown] == ["new", "answer", "new", "letter", "form", "new", "rename"]


def test_an_answer(follow):
    loaded, worse = follow("svar")
    assert worse == []
    (letter,) = (letter for letter in loaded.of(Response).values() if letter.organisation == "ungeraadet")
    (point,) = (point for point in letter.within() if point.id == "ur26-1")
    entry = point.history[-1]
    assert isinstance(entry, AnswerEntry)
    assert (entry.answer, entry.source.document, len(entry.seen or "")) == (
        "Det begynder til marts.",
        "referat-januar-2027",
        8,
    )


def test_a_letter(follow, data):
    (data.parent / "brev.txt").write_text(blocks("brev")[1], "utf-8")
    _, worse = follow("brev")
    assert {problem.rule for problem in worse} == {"tom-værdi"}
    path = data / LETTER
    fields = {"summary": "En sætning.", "kind": "spørgsmål", "themes": "[job]"}
    text = re.sub(
        r"(?m)^( {8}(summary|kind|themes)):$", lambda found: f"{found[1]}: {fields[found[2]]}", path.read_text("utf-8")
    )
    path.write_text(text, "utf-8")
    loaded, problems = check(data, frozen.YEAR_LATER)
    assert {problem.rule for problem in problems if LETTER in problem.location.path} == {UNLINKED}
    letter = loaded.of(Response)["pejlemaerker-2026/erhvervsraadet"]
    parts = [part for section in letter.sections for part in (section.heading, *(p.text for p in section.points))]
    assert " ".join([*letter.opening, *parts, *letter.closing]).split() == blocks("brev")[1].split()


def test_a_mistake_that_a_reader_has_seen(follow, data):
    (data.parent / "fejl.md").write_text(blocks("fejl")[0], "utf-8")
    _, worse = follow("fejl")
    assert worse == []
    assert (data / "initiatives/mentorer.yml").read_text("utf-8").startswith("title: Mentorer til unge\n")


def test_a_benchmark(follow):
    loaded, worse = follow("ny")
    assert worse == []
    assert loaded.of(Benchmark)["p4"].title == "Hurtig hjælp"


def test_another_id(follow):
    loaded, worse = follow("omdoeb")
    assert worse == []
    assert loaded.gone.destinations["indsatser/mentorer/"] == "indsatser/mentorordning/"
    assert loaded.gone.destinations["indsatser/mentor/"] == "indsatser/mentorordning/"


def test_a_record_deleted(follow, data):
    name = re.search(r"Slet filen, her `data/([^`]+)`", TASKS["slet"])
    assert name
    (data / name[1]).unlink()
    gone = (data / "gone.yml").read_text("utf-8")
    lines = blocks("slet")[0].partition("\n")[2]
    (data / "gone.yml").write_text(gone.replace("withheld:\n", f"{lines}withheld:\n"), "utf-8")
    loaded, worse = follow("slet")
    assert worse == []
    assert loaded.gone.deleted[-1].address == "maal/t1/"


@pytest.mark.usefixtures("data")
def test_what_the_guide_says_of_fields_is_so(pejl):
    """The forms of `--set` in the guide are those that the commands take."""
    forms = re.findall(r"`--set (\"[^\"`]+\"|\S+)`", TASKS["kommandoer"])
    given = [word for form in forms for word in ("--set", *shlex.split(form))]
    assert len(forms) == 4
    status, _, errors = pejl("answer", "ur26-1", *given)
    assert (status, "Feltet »section« mangler." in errors, "kendes ikke" in errors) == (1, True, False)
