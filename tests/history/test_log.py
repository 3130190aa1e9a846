"""The log is read from git, and says what it cannot show."""

import datetime as dt
import shutil

import pytest
from rewriting import Repository, copied

from generator.base import remembering
from generator.history import git
from generator.history.log import Missing, _read, days, log
from generator.history.versions import UnknownVersionError, version

HR = "consultations/pejlemaerker-2026/handicapraadet.yml"
ANSWER = {
    "file": HR,
    "old": "        kind: spørgsmål\n",
    "new": (
        "        kind: spørgsmål\n        history:\n          - date: 2026-08-01\n            status: under vurdering\n"
        "            source:\n              document: status-2026\n              section: Side 1\n"
    ),
}


FIGURE = "  - {period: 2023, area: fjordby, value: 2600, kind: actual}\n"


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "town")
    made.commit("2026-02-01")
    made.commit("2026-09-15", ANSWER)
    made.commit(
        "2026-10-02",
        {"file": "indicators/ledige.yml", "old": "summary: Færre er ledige.", "new": "summary: Færre er uden job."},
        {"file": "indicators/ledige.yml", "old": "observations:\n", "new": f"observations:\n{FIGURE}"},
    )
    return made


def told(found):
    return [
        (entry.day.isoformat(), [change.sentence for change in entry.news], entry.counted) for entry in found.entries
    ]


BOTH = [
    ("2026-10-02", ["Tal »Ledige«: Tallet for 2023 (fjordby) er 2.600 personer."], 1),
    ("2026-09-15", ["Høringspunkt HR26-5 fik svaret »under vurdering« den 1. august 2026."], 0),
]


def test_what_was_put_on_the_site_is_told_with_the_newest_first(repository):
    found = log(repository.data)
    assert told(found) == BOTH
    assert found.missing is Missing.NOTHING


def test_when_it_happened_is_not_when_it_was_put_on_the_site(repository):
    _, entry = log(repository.data).entries
    (change,) = entry.changes
    assert (entry.day, change.happened) == (dt.date(2026, 9, 15), dt.date(2026, 8, 1))
    assert log(repository.data).steps == {("answer", "hr26-5", "0"): dt.date(2026, 9, 15)}


def test_the_log_tells_from_the_day_of_publication(repository):
    assert told(log(repository.data, dt.date(2026, 9, 16))) == BOTH[:1]
    assert told(log(repository.data, dt.date(2026, 9, 15))) == BOTH


def test_a_merge_is_put_on_the_site_when_it_is_merged(repository):
    repository.run("switch", "--quiet", "--create", "forslag")
    source = "{document: status-2026, section: Side 1}"
    withdrawn = f"withdrawn:\n  date: 2026-10-01\n  reason: Nej.\n  source: {source}\nsummary:"
    repository.commit("2026-10-03", {"file": "benchmarks/p3.yml", "old": "summary:", "new": withdrawn})
    repository.run("switch", "--quiet", "main")
    repository.run("merge", "--quiet", "--no-ff", "--message=x", "forslag", day="2026-11-05")
    assert told(log(repository.data))[0] == (
        "2026-11-05",
        ["Pejlemærke 3 er trukket tilbage den 1. oktober 2026."],
        0,
    )


def test_a_shallow_history_tells_what_it_has_and_says_so(repository, tmp_path):
    repository.run("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(tmp_path / "shallow"))
    found = log(tmp_path / "shallow/data")
    assert found.missing is Missing.SHALLOW
    assert told(found) == BOTH[:1]


def test_a_file_has_the_day_of_the_last_revision_that_changed_it(repository, tmp_path):
    repository.commit("2026-11-20", {"file": "goals/m1.yml", "old": "title: ", "new": "title: Nye "})
    found = days(repository.data)
    assert found["goals/m1.yml"] == dt.date(2026, 11, 20)
    assert found["areas.yml"] < found["goals/m1.yml"]
    repository.run("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(tmp_path / "shallow"))
    # Where the history is cut off, every file looks new.
    assert days(tmp_path / "shallow/data") == {"goals/m1.yml": dt.date(2026, 11, 20)}
    shutil.copytree(repository.data, tmp_path / "archive")
    assert days(tmp_path / "archive") == {}


def test_a_repository_without_a_revision_has_no_days(tmp_path):
    assert days(Repository(tmp_path / "new").data) == {}


def test_without_git_there_is_no_log_and_it_says_so(repository, tmp_path):
    shutil.copytree(repository.data, tmp_path / "archive")
    found = log(tmp_path / "archive")
    assert (found.missing, list(found.entries)) == (Missing.NO_GIT, [])


def test_a_folder_that_git_does_not_know_has_no_log(repository):
    shutil.copytree(repository.data, repository.folder / "other")
    found = log(repository.folder / "other")
    assert (found.missing, list(found.entries)) == (Missing.NO_GIT, [])


def test_a_repository_without_a_commit_has_no_log_either(tmp_path):
    found = log(Repository(tmp_path / "town").data)
    assert (found.missing, list(found.entries)) == (Missing.NO_GIT, [])


def test_without_the_command_git_there_is_no_log(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.folder))
    assert log(repository.data).missing is Missing.NO_GIT


def test_a_version_is_a_folder_or_a_revision(repository):
    first = version("HEAD~2", repository.data)
    assert HR in first
    assert "2026-08-01" not in first[HR]
    assert version(str(repository.data), repository.data) == version("HEAD", repository.data)


def test_an_unknown_version_is_told_with_the_command_that_fetches_it(repository, tmp_path):
    with pytest.raises(UnknownVersionError) as error:
        version("origin/hovedgren", repository.data)
    assert str(error.value) == (
        "Der er ingen mappe og ingen revision, der hedder »origin/hovedgren«. Hent den med: git fetch origin hovedgren"
    )
    with pytest.raises(UnknownVersionError) as error:
        version("--output=x", repository.data)
    assert "»--output=x«" in str(error.value)
    repository.run("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    with pytest.raises(UnknownVersionError) as error:
        version("HEAD~1", tmp_path / "shallow/data")
    assert str(error.value).endswith("Hent den med: git fetch --unshallow origin HEAD~1")


def test_outside_a_repository_there_are_no_revisions(tmp_path):
    data = copied(tmp_path)
    with pytest.raises(UnknownVersionError) as error:
        version("main", data)
    assert str(error.value) == f"»main« er ingen mappe, og {data} står ikke i et kodelager, som git kan læse."


def test_a_revision_without_the_folder_is_no_version(repository):
    shutil.copytree(repository.data, repository.folder / "other")
    with pytest.raises(UnknownVersionError, match="har ikke mappen"):
        version("HEAD", repository.folder / "other")


def test_files_with_odd_names_are_read_as_well(repository):
    (repository.data / "benchmarks/æ ø\tå.yml").write_text("number: 9\n", "utf-8")
    repository.commit("2026-12-01")
    assert git.snapshot(repository.data, "HEAD").keys() >= {"benchmarks/æ ø\tå.yml"}
    assert told(log(repository.data))[0][0] == "2026-12-01"


@pytest.fixture
def asked(monkeypatch):
    """Give how many files git is asked for."""
    found = []
    texts = git.texts
    monkeypatch.setattr(
        git, "texts", lambda folder, names: found.append(len(wanted := list(names))) or texts(folder, wanted)
    )
    return found


def afresh(repository):
    """Read the log as another run would."""
    _read.cache_clear()
    return log(repository.data)


def test_a_revision_is_read_once_and_told_the_same_every_time(repository, asked):
    first = afresh(repository)
    assert asked.pop() > 0
    assert (afresh(repository), asked) == (first, [0])
    repository.commit("2026-11-20", {"file": "goals/m1.yml", "old": "title: ", "new": "title: Nye "})
    asked.clear()
    found = afresh(repository)
    assert (asked, found.entries[1:]) == ([2], first.entries)


def test_other_code_reads_every_revision_for_itself(repository, asked, monkeypatch):
    first = afresh(repository)
    (read,) = asked
    monkeypatch.setattr(remembering, "maker", lambda: b"other")
    assert (afresh(repository), asked) == (first, [read, read])


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b'{"maker": "MAKER", "revisions": {"a": [[[1]], []]}}'])
def test_a_broken_memory_is_as_good_as_none(repository, asked, broken):
    first = afresh(repository)
    remembering.place(repository.data, ".log").write_bytes(broken.replace(b"MAKER", remembering.maker().hex().encode()))
    assert (afresh(repository), asked[0]) == (first, asked[1])
