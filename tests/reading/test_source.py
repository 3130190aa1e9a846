import os
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.source import Memory, parse, read


def lines(problems):
    return [str(problem) for problem in problems]


def value(text):
    file, problems = parse(text, "x.yml")
    assert problems == []
    return file.value


def said(text):
    file, problems = parse(text, "x.yml")
    assert file.value is None
    (problem,) = lines(problems)
    return problem


@pytest.fixture
def reading(tmp_path):
    def read_bytes(raw):
        path = tmp_path / "x.yml"
        path.write_bytes(raw)
        file, problems = read(path, "data/x.yml")
        return file.value, lines(problems)

    return read_bytes


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("no", "no"),
        ("on", "on"),
        ("ja", "ja"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+4511223344", "+4511223344"),
        ("1e5", "1e5"),
        (".inf", ".inf"),
        ("2025-11-21", "2025-11-21"),
        ("1234567890123456789", "1234567890123456789"),
        ("'7'", "7"),
        ('"true"', "true"),
        ("true", True),
        ("false", False),
        ("7", 7),
        ("-7", -7),
        ("72.3", 72.3),
        ("-.5", -0.5),
        ("5.0e3", 5000.0),
    ],
)
def test_only_the_core_scalars_mean_anything_but_text(written, expected):
    found = value(f"a: {written}\n")["a"]
    assert found == expected
    assert isinstance(found, type(expected))


def test_a_decimal_number_remembers_how_it_was_written():
    file, _ = parse("a:\n  - 2.10\n  - 5\n", "x.yml")
    assert str(file.value["a"][0]) == "2.10"
    assert file.written(("a", 0)) == "2.10"
    assert file.written(("a", 1)) == "5"


def test_places_are_found_by_line_and_column():
    file, _ = parse("æ: ø\nlist:\n  - navn: å\n    tal: 5\n  - {navn: b, tal: 6}\n", "x.yml")
    assert str(file.locate()) == "x.yml:1:1"
    assert str(file.locate(("æ",))) == "x.yml:1:4"
    assert str(file.locate(("list", 0, "tal"))) == "x.yml:4:10"
    assert str(file.locate_key(("list", 0, "tal"))) == "x.yml:4:5"
    assert str(file.locate(("list", 1, "tal"))) == "x.yml:5:20"
    assert str(file.locate_key(("list", 1))) == "x.yml:5:5"


def test_of_a_place_that_is_not_there_the_nearest_is_found():
    file, _ = parse("a:\n  b: 1\n", "x.yml")
    assert str(file.locate(("a", "c", 4))) == "x.yml:2:3"
    assert str(file.locate(("z",))) == "x.yml:1:1"
    assert list(file.span(("a", "c"))) == []


def test_a_span_is_the_text_of_a_value():
    file, _ = parse("å: 1\nb: to ord\n", "x.yml")
    span = file.span(("b",))
    assert file.text[span.start : span.stop] == "to ord"
    assert str(file.locate_offset(span.start)) == "x.yml:2:4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        ("# kun en kommentar\n\n", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        (
            "a: b\n---\nc: d\n",
            "x.yml:2:1: fejl: Filen må kun holde én post. Slet linjen med ---. [yaml]",
        ),
        (
            "a: 1\nb: 'x\nc: 2\n",
            "x.yml:2:4: fejl: Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med. [yaml]",
        ),
        (
            "a: 1\nb\nc: 2\n",
            (
                "x.yml:2:1: fejl: Der mangler et kolon efter feltets navn. Skriv »navn: værdi«, "
                "eller ryk linjen ind, hvis den hører til teksten over. [yaml]"
            ),
        ),
        ("---\n", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        ("null\n", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        (
            'title: "a\nnumber: 1\nplan: "2023"\n',
            "x.yml:1:8: fejl: Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med. [yaml]",
        ),
        (
            "a: 1\nlist:\n    b: 1\n    c: 2\n  - b: 3\n",
            (
                "x.yml:3:5: fejl: Listens første punkt mangler en bindestreg. "
                "Begynd det med »- « som punkterne under det. [yaml]"
            ),
        ),
        (
            "list:\n  -b: 1\n    c: 2\n",
            "x.yml:2:3: fejl: Der mangler et mellemrum efter bindestregen. Begynd punktet med »- «. [yaml]",
        ),
        ("a: 1\nb:2\nc: 3\n", "x.yml:2:1: fejl: Der mangler et mellemrum efter kolon. Skriv »navn: værdi«. [yaml]"),
        ("b:2\nc: 3\n", "x.yml:1:1: fejl: Der mangler et mellemrum efter kolon. Skriv »navn: værdi«. [yaml]"),
        (
            "# note\n a: 1\nb: 2\n",
            "x.yml:2:1: fejl: Filens første linje er rykket ind. Slet mellemrummene foran den. [yaml]",
        ),
        (
            "a: 1\n...\nb: 2\n",
            (
                "x.yml:3:1: fejl: Linjen er ikke gyldig YAML. "
                "Se efter kolon, anførselstegn og indrykning på linjen og linjen før. [yaml]"
            ),
        ),
        (
            "a: 1\n- b\n",
            (
                "x.yml:2:1: fejl: Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
                "og om der står mere tekst efter et afsluttende anførselstegn. [yaml]"
            ),
        ),
        (
            "a: [1, 2\nb: 3\n",
            "x.yml:1:4: fejl: En liste i skarpe parenteser er ikke lukket. Skriv et komma eller ]. [yaml]",
        ),
        (
            "a: {b: 1\nc: 3\n",
            "x.yml:1:4: fejl: En krøllet parentes er ikke lukket. Skriv et komma eller }. [yaml]",
        ),
        (
            "a: @b\n",
            "x.yml:1:4: fejl: En tekst kan ikke begynde med dette tegn. Sæt teksten i anførselstegn. [yaml]",
        ),
        (
            "a: - b\n",
            "x.yml:1:4: fejl: Et listepunkt skal stå på sin egen linje. Flyt »- « ned på næste linje. [yaml]",
        ),
        (
            "- a\nb: 1\n",
            (
                "x.yml:2:1: fejl: Linjen hører ikke til listen over den. "
                "Begynd den med »- «, eller ryk den på plads. [yaml]"
            ),
        ),
        (
            'a: "b" c\n',
            (
                "x.yml:1:8: fejl: Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
                "og om der står mere tekst efter et afsluttende anførselstegn. [yaml]"
            ),
        ),
        (
            'a: "C:\\mappe"\n',
            (
                "x.yml:1:7: fejl: En omvendt skråstreg betyder noget særligt i dobbelte anførselstegn. "
                "Brug enkelte anførselstegn. [yaml]"
            ),
        ),
        (
            "a: >b\n",
            (
                "x.yml:1:5: fejl: En tekst kan ikke begynde med > eller |. "
                "Sæt den i anførselstegn, eller flyt den ned på næste linje. [yaml]"
            ),
        ),
        (
            "a: ]\n",
            (
                "x.yml:1:4: fejl: En tekst kan ikke begynde med en parentes, der ikke er lukket. "
                "Sæt teksten i anførselstegn. [yaml]"
            ),
        ),
        (
            "a: * b\n",
            "x.yml:1:5: fejl: En tekst kan ikke begynde med & eller *. Sæt teksten i anførselstegn. [yaml]",
        ),
        (
            "%FOO\na: b\n",
            (
                "x.yml:1:5: fejl: Linjen er ikke gyldig YAML. "
                "Se efter kolon, anførselstegn og indrykning på linjen og linjen før. [yaml]"
            ),
        ),
        (
            "a: !!python/object:os.system x\n",
            (
                "x.yml:1:4: fejl: Typemærket !!python/object:os.system kan ikke bruges her. "
                "Slet det, eller sæt teksten i anførselstegn. [typemærke]"
            ),
        ),
    ],
)
def test_what_cannot_be_read_is_said_where_the_editor_must_look(text, expected):
    assert said(text) == expected


def test_emphasis_and_signs_inside_texts_are_no_marks():
    text = "a: |\n  *kursiv* &c. !vigtigt\nb: x *y* z\nc: '&d'\n"
    assert value(text) == {"a": "*kursiv* &c. !vigtigt\n", "b": "x *y* z", "c": "&d"}


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> ny-tekst"])
@pytest.mark.parametrize("text", ["a: 1\n{}\nb: 2\n", "a: >-\n{}\n  b\n"], ids=["field", "text"])
def test_what_git_leaves_where_two_changes_met_is_refused(text, mark):
    assert said(text.format(mark)) == (
        "x.yml:2:1: fejl: Her har git sat to udgaver efter hinanden. Behold den rigtige, "
        "og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>. [to-udgaver]"
    )


@pytest.mark.parametrize("text", ["a: barriere #3 i rapporten\n", "a: barriere\t#3\n", "a: barriere #3\n  og 4\n"])
def test_text_that_yaml_would_leave_out_is_refused(text):
    assert said(text) == (
        "x.yml:1:13: fejl: »#3« bliver til en note og kommer ikke på siden. Sæt hele teksten i anførselstegn. [note]"
    )


def test_notes_and_signs_inside_texts_are_left_alone():
    text = "#note\na: b # note #3\n  #note\nc: 'nr. #3'\nd: nr.#3\ne: >-\n  nr. #3\nf: g #\n"
    assert value(text) == {"a": "b", "c": "nr. #3", "d": "nr.#3", "e": "nr. #3", "f": "g"}


def test_faults_in_keys_are_found_together():
    text = "a:\n  b: 1\n  b: 2\n? [c]\n: 3\n'': 4\nd:\n"
    file, problems = parse(text, "x.yml")
    assert file.value == {"a": {"b": 1}, "d": None}
    assert lines(problems) == [
        "x.yml:3:3: fejl: Feltet »b« står her for anden gang. Slet det ene. [dobbelt-felt]",
        "x.yml:4:3: fejl: Et feltnavn skal være et enkelt ord. Skriv »navn: værdi«. [yaml]",
        "x.yml:6:1: fejl: Der mangler et feltnavn før kolonet. Skriv »navn: værdi«. [yaml]",
        "x.yml:7:1: fejl: Feltet »d« er tomt. Skriv en værdi, eller slet linjen. [tom-værdi]",
    ]


def test_a_decimal_comma_between_braces_is_told_as_such():
    text = (
        "- {period: 2010, value: 69,2, kind: actual}\n- {value: -1.234,50}\n- {value: 69, 2: a}\n- {value: 69, 2: }\n"
    )

    def told(place: str, written: str, fix: str):
        hint = f'Skriv {fix}, hvis det er et tal, og "{written}", hvis det er tekst.'
        return f"x.yml:{place}: fejl: Kommaet deler »{written}« i to. {hint} [tal]"

    _, problems = parse(text, "x.yml")
    assert lines(problems) == [
        told("1:25", "69,2", "69.2"),
        told("2:11", "-1.234,50", "-1234.50"),
        "x.yml:4:15: fejl: Feltet »2« er tomt. Skriv en værdi, eller slet linjen. [tom-værdi]",
    ]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 20_000, "[{a: " * 6000],
    ids=["lists", "mappings", "items", "keys", "mixed"],
)
def test_what_is_nested_without_end_is_refused_without_using_up_the_stack(text):
    assert said(text) == (
        "x.yml:1:1: fejl: Filen har alt for mange lister og felter inden i hinanden. "
        "Se en anden fil i mappen, og skriv den om. [yaml]"
    )


def test_a_long_flat_file_is_not_taken_for_a_deep_one():
    assert len(value("- [1]\n" * 20_000)) == 20_000


def test_a_byte_order_mark_is_refused(reading):
    assert reading("\ufeffa: b\n".encode()) == (
        None,
        ["data/x.yml:1:1: fejl: Filen begynder med et usynligt tegn (BOM). Gem den som UTF-8 uden BOM. [tegnsæt]"],
    )


def test_windows_line_ends_are_refused(reading):
    assert reading(b"a: b\r\nc: d\r\n") == (
        None,
        ["data/x.yml:1:5: fejl: Filen har Windows-linjeskift. Gem den med linjeskiftet LF. [linjeskift]"],
    )


def test_a_latin_1_file_is_refused_at_its_first_letter(reading):
    assert reading("a: b\nc: blå\n".encode("latin-1")) == (
        None,
        [
            (
                "data/x.yml:2:6: fejl: Tegnet er gemt i et andet tegnsæt end UTF-8 (byte 0xe5). "
                "Gem filen som UTF-8, så æ, ø og å bliver rigtige. [tegnsæt]"
            )
        ],
    )


@pytest.mark.parametrize("code", ["0000", "0085", "200B", "2028", "202E", "FEFF"])
def test_invisible_characters_are_refused(reading, code):
    assert reading(f"a: b\nc: d{chr(int(code, 16))}\n".encode()) == (
        None,
        [f"data/x.yml:2:5: fejl: Her står et usynligt tegn (U+{code}). Slet det. [tegnsæt]"],
    )


@pytest.mark.parametrize(("sign", "name"), [("\t", "tabulator"), ("\u00a0", "hårde mellemrum")])
def test_only_spaces_indent(reading, sign, name):
    assert reading(f"a:\n {sign}b: c\n".encode()) == (
        None,
        [
            (
                f"data/x.yml:2:2: fejl: Linjen er rykket ind med {name}. "
                "Brug almindelige mellemrum, to for hvert trin. [tabulator]"
            )
        ],
    )


@pytest.mark.parametrize("before", ["", " "])
def test_a_hard_space_behind_a_colon_is_refused(reading, before):
    assert reading(f"a: 1\nb:{before}\u00a0c\n".encode()) == (
        None,
        [
            (
                f"data/x.yml:2:{3 + len(before)}: fejl: Her står et hårdt mellemrum efter kolon. "
                "Skriv et almindeligt mellemrum i stedet. [tegnsæt]"
            )
        ],
    )


def test_a_file_that_is_far_too_long_is_refused(reading):
    assert reading(b"a: " + b"x" * 2_000_000) == (
        None,
        [
            (
                "data/x.yml:1:1: fejl: Filen fylder over 2 MB, og ingen post er så lang. "
                "Slet det, der ikke hører til i den. [fil]"
            )
        ],
    )


def test_tabs_inside_a_text_are_left_alone(reading):
    assert reading(b"a: b\tc\n") == ({"a": "b\tc"}, [])


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.mkdir(), "Det er en mappe"),
        (lambda path: path.symlink_to(path), "Den er en genvej til sig selv"),
        (lambda path: path.symlink_to("borte.yml"), "Den er en genvej til en fil, der ikke findes"),
        (os.mkfifo, "Den er ikke en almindelig fil"),
    ],
    ids=["folder", "loop", "dangling", "pipe"],
)
def test_what_is_no_file_is_said_to_be_so(tmp_path, make, why):
    path = tmp_path / "x.yml"
    make(path)
    file, problems = read(path, "data/x.yml")
    assert file.value is None
    assert lines(problems) == [
        f"data/x.yml:1:1: fejl: Filen kan ikke læses. {why}. Læg en almindelig fil her, eller slet den. [fil]"
    ]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab: -\n'\"[]{},#&*!|>?%@\\æ1."), max_size=40))
def test_no_text_makes_the_reader_fail_or_point_outside_it(text):
    _, problems = parse(text, "x.yml")
    rows = text.split("\n")
    for problem in problems:
        where = problem.location
        assert 1 <= where.line <= len(rows), textwrap.shorten(text, 80)
        assert 1 <= where.column <= len(rows[where.line - 1]) + 1


def test_the_same_text_is_parsed_once_and_another_anew(tmp_path):
    memory, path = Memory(), tmp_path / "a.yml"
    path.write_text("a: 1\n", "utf-8")
    first = read(path, "a.yml", memory)
    assert read(path, "a.yml", memory) is first
    path.write_text("a: 2\n", "utf-8")
    assert read(path, "a.yml", memory)[0].value == {"a": 2}
    path.write_text("a: 1\n", "utf-8")
    assert read(path, "a.yml", memory)[0] == first[0]
    assert read(path, "b.yml", memory)[0].path == "b.yml"
