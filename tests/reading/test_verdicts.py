import random
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from sample import FILES, TODAY

from generator import checking
from generator.base import remembering
from generator.commands import main
from generator.reading.kept import memory
from generator.reading.verdicts import Seen, Verdict

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"
LINK = "        links:\n          - goal: m1\n            why: Målet siger, hvad planen vil.\n"
UNLINKED = (
    "data/consultations/jobplan-2025/aeldreraadet.yml:12:13: advarsel: Punktet »ae-1« er ikke koblet til noget. "
    "Kobl det til et mål eller en indikator i »links«. [punkt-uden-kobling]\n"
)
FINE, ONE = "Ingen fejl og ingen advarsler.\n", f"{UNLINKED}Ingen fejl og 1 advarsel.\n"


@pytest.fixture
def place(tmp_path, monkeypatch, project):
    """Stand in a folder with data, pages and a memory of the test's own."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: tmp_path / "cache" / name)
    monkeypatch.setenv("PEJL_CONTENT", "content")
    monkeypatch.setenv("PEJL_TODAY", "2026-07-01")
    monkeypatch.chdir(tmp_path)
    project()
    Path("content").mkdir()
    Path("content/om.md").write_text("# Om\n", "utf-8")
    return tmp_path


@pytest.fixture
def check(place, capsys, monkeypatch):  # noqa: ARG001  the command stands there
    """Run `pejl check`; give what it says, and how many times it looked at the data."""
    looked = []
    look = checking.check
    monkeypatch.setattr(checking, "check", lambda *given: looked.append(given) or look(*given))

    def run(*options):
        looked.clear()
        main(["check", *options])
        return capsys.readouterr().out, len(looked)

    return run


def test_what_a_check_has_found_is_told_again_without_looking(check):
    assert [check(), check()] == [(FINE, 1), (FINE, 0)]
    Path("data", LETTER).write_text(FILES[LETTER].replace(LINK, ""), "utf-8")
    assert [check(), check()] == [(ONE, 1), (ONE, 0)]


CHANGES = {
    "a word": lambda: Path("data/glossary.yml").write_text(FILES["glossary.yml"].replace("søger", "har"), "utf-8"),
    "two files changed places": lambda: (
        Path("data/goals/m1.yml").rename("x"),
        Path("data/benchmarks/p2.yml").rename("data/goals/m1.yml"),
        Path("x").rename("data/benchmarks/p2.yml"),
    ),
    "a file more": lambda: Path("data/note.txt").touch(),
    "a folder more": lambda: Path("data/consultations/ny").mkdir(),
    "a file less": lambda: Path("data/goals/m1.yml").unlink(),
    "another name": lambda: Path("data/sources/brev-2025.yml").rename("data/sources/brev.yml"),
    "a page": lambda: Path("content/om.md").write_text("# Om <b>os</b>\n", "utf-8"),
    "a page more": lambda: Path("content/ny.md").touch(),
    "a link in a file's place": lambda: (
        Path("data/site.yml").rename("site.yml"),
        Path("data/site.yml").symlink_to("../site.yml"),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_has_changed_is_looked_at(check, change):
    assert check() == (FINE, 1)
    CHANGES[change]()
    assert check()[1] == 1


def test_what_is_hidden_is_no_change(check):
    assert check() == (FINE, 1)
    Path("data/.schemas").mkdir()
    Path("data/.schemas/ids.json").touch()
    assert check() == (FINE, 0)


def test_there_need_be_no_pages(check):
    Path("content/om.md").unlink()
    Path("content").rmdir()
    assert [check(), check()] == [(FINE, 1), (FINE, 0)]


@pytest.mark.parametrize("what", ["day", "code"])
def test_another_day_and_other_code_look_for_themselves(check, monkeypatch, what):
    assert check() == (FINE, 1)
    if what == "day":
        monkeypatch.setenv("PEJL_TODAY", "2024-12-31")
        assert check()[1] == 1
    else:
        monkeypatch.setattr(remembering, "maker", lambda: b"other")
        assert check() == (FINE, 1)


def test_what_holds_an_error_is_looked_at_every_time(check):
    Path("data/goals/m1.yml").write_text("title: Mål\n", "utf-8")
    assert [check()[1], check()[1]] == [1, 1]


def test_what_was_changed_during_a_check_is_not_kept_for_what_was_there_before(place):  # noqa: ARG001  it stands there
    seen = Seen(Path("data"), Path("content"), TODAY)
    assert seen.known() is None
    Path("content/om.md").write_text("# Om os\n", "utf-8")
    seen.keep(Verdict([]))
    Path("content/om.md").write_text("# Om\n", "utf-8")
    assert Seen(Path("data"), Path("content"), TODAY).known() is None


def test_a_check_reads_what_was_seen_of_a_file_and_not_what_was_written_there_since(place):  # noqa: ARG001  likewise
    goal, logo = Path("data/goals/m1.yml"), Path("data/logo.svg")
    logo.write_text("<svg/>", "utf-8")
    seen = Seen(Path("data"), Path("content"), TODAY)
    assert seen.known() is None
    before = goal.read_bytes()
    goal.write_text("title: Et andet\n", "utf-8")
    assert seen.written("data/goals/m1.yml") == before
    assert seen.written("content/om.md") == b"# Om\n"
    seen.keep(Verdict([]))
    assert Seen(Path("data"), Path("content"), TODAY).known() is None
    goal.write_bytes(before)
    assert Seen(Path("data"), Path("content"), TODAY).known() == Verdict([])


@pytest.mark.parametrize("change", CHANGES)
def test_what_no_check_was_lent_must_be_as_it_was(place, change):  # noqa: ARG001  likewise
    seen = Seen(Path("data"), Path("content"), TODAY)
    assert seen.known() is None
    CHANGES[change]()
    seen.keep(Verdict([]))
    assert not list(Path("cache/pejl").glob("*.check"))


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b'{"mark": 1}', b"null", b'{"mark": "MARK", "problems": [[1]], "root": ""}']
)
def test_a_broken_file_is_as_good_as_none(check, place, broken):
    check()
    (kept,) = (place / "cache" / "pejl").glob("*.check")
    mark = Seen(Path("data"), Path("content"), TODAY).mark or ""
    kept.write_bytes(broken.replace(b"MARK", mark.encode()))
    assert check() == (FINE, 1)


def test_the_line_that_a_problem_stands_in_is_known_as_well(check, monkeypatch):
    Path("data", LETTER).write_text(FILES[LETTER].replace(LINK, ""), "utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = ONE.replace("kobling]\n", f"kobling]\n{' ' * 10}- id: ae-1\n{' ' * 16}^\n")
    assert [check(), check()] == [(shown, 1), (shown, 0)]


def test_a_report_leads_to_the_same_guide(check):
    Path("data", LETTER).write_text(FILES[LETTER].replace(LINK, ""), "utf-8")
    site = FILES["site.yml"].replace("licence:", "address: https://by.dk/plan/\nlicence:")
    Path("data/site.yml").write_text(site, "utf-8")
    for looked in (1, 0):
        assert check("--report", f"{looked}.md")[1] == looked
    assert Path("1.md").read_text("utf-8") == Path("0.md").read_text("utf-8")
    assert "https://by.dk/plan/redaktoer/#" in Path("0.md").read_text("utf-8")


DAMAGES = {
    "line lost": lambda lines, at: [*lines[:at], *lines[at + 1 :]],
    "line twice": lambda lines, at: [*lines[: at + 1], *lines[at:]],
    "lines swapped": lambda lines, at: [*lines[:at], *reversed(lines[at : at + 2]), *lines[at + 2 :]],
    "line cut": lambda lines, at: [*lines[:at], lines[at][: len(lines[at]) // 2], *lines[at + 1 :]],
    "id changed": lambda lines, at: [
        *lines[:at],
        lines[at].replace("p1", "p2").replace("ledig", "ledi"),
        *lines[at + 1 :],
    ],
    "number": lambda lines, at: [*lines[:at], lines[at].replace("2025", "2031"), *lines[at + 1 :]],
    "private": lambda lines, at: [*lines[:at], f"{lines[at]} Ring 20 12 34 56.", *lines[at + 1 :]],
    "undone": None,
}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_damaged_what_is_remembered_finds_the_same(place, seed):  # noqa: ARG001  it stands there
    """Every step begins with what the one before has left in the memory, which knows most of it."""
    chosen, rules = random.Random(seed), set()  # noqa: S311  no secret
    for _ in range(12):
        name, damage = chosen.choice(list(FILES)), chosen.choice(list(DAMAGES.values()))
        lines = Path("data", name).read_text("utf-8").splitlines()
        damaged = damage(lines, chosen.randrange(len(lines) - 1)) if damage else FILES[name].splitlines()
        Path("data", name).write_text("".join(f"{line}\n" for line in damaged), "utf-8")
        expected = [*checking.check(Path("data"), TODAY)[1], *checking.check_pages(Path("content"))]
        for _ in range(2):
            seen = Seen(Path("data"), Path("content"), TODAY)
            verdict = seen.known()
            if verdict is None:
                with memory(seen.data, seen.written) as known:
                    verdict = Verdict(
                        [*checking.check(seen.data, TODAY, known)[1], *checking.check_pages(seen.pages, known)]
                    )
                seen.keep(verdict)
            assert verdict.problems == expected
        rules |= {problem.rule for problem in expected}
    assert len(rules) > 2


def test_a_check_of_what_is_known_makes_no_model(place):  # noqa: ARG001  it stands there
    root = Path(__file__).parents[2]
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); from generator.commands import main; main(['check']); "
        "print(sorted({'pydantic', 'yaml', 'generator.model'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)]  # noqa: S603
    assert said == [f"{FINE}['generator.model', 'pydantic', 'yaml']\n", f"{FINE}[]\n"]
