import pickle
from pathlib import Path

import platformdirs
import pytest
import sample

from generator import checking
from generator.base import remembering
from generator.reading import source
from generator.reading.kept import memory
from generator.reading.loading import load
from generator.reading.source import parse

TEXT = "tal: [2.550, -0.5, 7, 010, true, 1.0e3]\ntekst: »å«\n"


class Danger:
    """What no file may make."""

    def __reduce__(self):
        return Path.touch, (Path("opened"),)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give an empty folder to keep in, and stand in a folder of the test's own."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: tmp_path / "cache" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "cache" / "pejl"


def again(text, data="data", name="x.yml"):
    """Parse a text with the memory of a data folder."""
    with memory(Path(data)) as known:
        return known.made(text.encode(), name)


def parsed(monkeypatch):
    """Note every text that is parsed."""
    texts = []
    monkeypatch.setattr(source, "parse", lambda text, name: texts.append(text) or parse(text, name))
    return texts


@pytest.mark.usefixtures("folder")
def test_what_is_kept_is_what_was_read(monkeypatch):
    texts = parsed(monkeypatch)
    before, _ = again(TEXT)
    file, problems = again(TEXT, name="y.yml")
    assert texts == [TEXT]
    assert problems == []
    assert (file.value, file.text, file.path) == (before.value, TEXT, "y.yml")
    assert [file.written(("tal", index)) for index in range(6)] == ["2.550", "-0.5", "7", "010", "True", "1.0e3"]
    assert str(file.locate(("tal", 1))) == "y.yml:1:14"
    assert str(file.locate_key(("tekst",))) == "y.yml:2:1"
    assert file.span(("tekst",)) == before.span(("tekst",))


@pytest.mark.usefixtures("folder")
def test_a_changed_text_is_parsed_anew_and_the_old_one_forgotten(monkeypatch):
    texts = parsed(monkeypatch)
    for text in (TEXT, "a: 1\n", TEXT):
        again(text)
    assert texts == [TEXT, "a: 1\n", TEXT]


def test_for_one_changed_file_of_many_nothing_is_written_down_again(folder, monkeypatch):
    texts = parsed(monkeypatch)

    def run(*changed):
        texts.clear()
        with memory(Path("data")) as known:
            for number in range(200):
                known.made(f"a: {changed[number] if number < len(changed) else number}\n".encode(), "x.yml")
        return len(texts), [path.stat().st_ino for path in folder.iterdir()]

    (first, written), (again, kept) = run(), run("x")
    assert (first, again, kept) == (200, 1, written)
    assert run("x") == (1, written)
    assert run(*"abcdefgh")[1] != written
    assert run(*"abcdefgh")[0] == 0


@pytest.mark.usefixtures("folder")
def test_a_text_whose_letters_are_put_together_is_read_the_same_again():
    for _ in range(2):
        file, problems = again("by: A\u030arup\nrest: 1\n")
        assert (file.value, file.text, problems) == ({"by": "Årup", "rest": 1}, "by: Årup\nrest: 1\n", [])
        assert str(file.locate(("rest",))) == "x.yml:2:7"


@pytest.mark.usefixtures("folder")
def test_what_something_is_wrong_with_is_not_kept(monkeypatch):
    texts = parsed(monkeypatch)
    for _ in range(2):
        assert len(again("a:\n")[1]) == 1
    assert texts == ["a:\n"] * 2


@pytest.mark.usefixtures("folder")
def test_a_text_that_passed_a_test_is_not_tested_again_and_another_text_is():
    tested = []

    def is_short(text):
        tested.append(text)
        return len(text) < 5

    for text in ("a: 1", "a: 1", "a: 12345", "a: 12345", "a: 2"):
        with memory(Path("data")) as known:
            known.made(b"a: 1", "x.yml")
            assert known.passes(is_short, "a: 1") is True
            assert known.passes(is_short, text) is (len(text) < 5)
    assert tested == ["a: 1", "a: 12345", "a: 12345", "a: 2"]


@pytest.mark.usefixtures("folder")
def test_a_text_that_passed_one_test_has_not_passed_another():
    def is_word(text):
        return text.isalpha()

    def is_number(text):
        return text.isdigit()

    with memory(Path("data")) as known:
        assert known.passes(is_word, "a") is True
    with memory(Path("data")) as known:
        assert known.passes(is_number, "a") is False


@pytest.mark.usefixtures("folder")
def test_other_code_tests_for_itself(monkeypatch):
    tested = []

    def is_fine(text):
        tested.append(text)
        return True

    for maker in (b"one", b"one", b"other"):
        monkeypatch.setattr(remembering, "maker", lambda maker=maker: maker)
        with memory(Path("data")) as known:
            known.passes(is_fine, "a")
    assert tested == ["a", "a"]


@pytest.mark.usefixtures("folder")
def test_what_is_written_into_a_text_that_passed_is_found(project):
    """The memory of the first run knows the text without the mistakes, and the others beside it."""
    pages = (("summary: ", "summary: Ring 20 12 34 56. "), ("summary: ", "summary: Nu <br> "))
    plain = sample.FILES["goals/m1.yml"]
    for number, (before, after) in enumerate(pages):
        with memory(Path("data")) as known:
            assert checking.check(project({}), sample.TODAY, known)[1] == []
        data = project({"goals/m1.yml": plain.replace(before, after, 1)})
        with memory(Path("data")) as known:
            found = checking.check(data, sample.TODAY, known)[1]
        assert [problem.rule for problem in found] == [("telefon", "html")[number]]


def test_each_data_folder_has_a_memory_of_its_own(folder, monkeypatch):
    texts = parsed(monkeypatch)
    again(TEXT)
    again(TEXT, data="other")
    assert texts == [TEXT] * 2
    assert len(list(folder.iterdir())) == 2


@pytest.mark.usefixtures("folder")
def test_other_code_reads_for_itself(monkeypatch):
    texts = parsed(monkeypatch)
    again(TEXT)
    monkeypatch.setattr(remembering, "maker", lambda: b"other")
    again(TEXT)
    assert texts == [TEXT] * 2


@pytest.mark.parametrize("broken", [b"", b"not ours", pickle.dumps(("too", "many", "parts")), pickle.dumps(Danger())])
def test_a_broken_file_is_as_good_as_none(folder, broken):
    again(TEXT)
    (kept_file,) = folder.iterdir()
    kept_file.write_bytes(broken)
    assert again(TEXT)[0].value["tekst"] == "»å«"
    assert not Path("opened").exists()


def test_what_is_broken_of_one_file_is_read_anew_and_the_rest_is_known(folder, monkeypatch):
    with memory(Path("data")) as known:
        known.made(TEXT.encode(), "x.yml")
        known.made(b"a: 1\n", "y.yml")
    (kept_file,) = folder.iterdir()
    maker, read, passed = pickle.loads(kept_file.read_bytes())  # noqa: S301  our own
    broken = {digest: packed[:-9] if b"tekst" in packed else packed for digest, packed in read.items()}
    kept_file.write_bytes(pickle.dumps((maker, broken, passed)))
    texts = parsed(monkeypatch)
    with memory(Path("data")) as known:
        assert known.made(TEXT.encode(), "x.yml")[0].value["tekst"] == "»å«"
        assert known.made(b"a: 1\n", "y.yml")[0].value == {"a": 1}
    assert texts == [TEXT]


def test_a_folder_that_cannot_be_written_costs_only_time(folder):
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be", "utf-8")
    assert again(TEXT)[0].value["tekst"] == "»å«"


def test_nothing_is_left_beside_what_is_kept(folder):
    again(TEXT)
    again("a: 1\n")
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_a_check_from_memory_finds_the_same(project):
    data = project({"indicators/ledighed.yml": sample.FILES["indicators/ledighed.yml"].replace("unit:", "unitt:")})
    with memory(data) as known:
        first = checking.check(data, sample.TODAY, known)
    with memory(data) as known:
        second = checking.check(data, sample.TODAY, known)
    assert first[1]
    assert second[1] == first[1] == checking.check(data, sample.TODAY)[1]
    assert second[0].records == load(data).records
