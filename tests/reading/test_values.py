import pytest
from parsing import lines, value

from generator.reading.source import parse


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


def test_a_comma_cuts_no_number_of_something_else():
    _, problems = parse("- {value: 69,a: 1}\n- {value: a,2: }\n- {b: [1],2: }\n- {value: '69',2: }\n", "x.yml")
    empty = "Feltet »2« er tomt. Skriv en værdi, eller slet linjen. [tom-værdi]"
    assert lines(problems)[:2] == [f"x.yml:2:13: fejl: {empty}", f"x.yml:3:11: fejl: {empty}"]


@pytest.mark.parametrize("nothing", ["", "~", "null", "''", '""'])
def test_nothing_is_told_in_lists_and_in_fields(nothing):
    file, problems = parse(f"a: {nothing}\nb:\n  - {nothing}\n  - 0\n  - false\n", "x.yml")
    fix = "Skriv en værdi, eller slet linjen. [tom-værdi]"
    assert lines(problems) == [
        f"x.yml:1:1: fejl: Feltet »a« er tomt. {fix}",
        f"x.yml:3:{5 if nothing else 4}: fejl: Listepunktet er tomt. {fix}",
    ]
    assert file.value["b"][1:] == [0, False]


def test_empty_lists_and_groups_are_values():
    assert value("a: []\nb: {}\nc: [[], {}]\n") == {"a": [], "b": {}, "c": [[], {}]}


def test_words_that_begin_like_others_are_texts():
    assert value("- nullet\n- true!\n- falsk\n- ~a\n- -a\n- .a\n- '~'\n") == [
        "nullet",
        "true!",
        "falsk",
        "~a",
        "-a",
        ".a",
        "~",
    ]


def test_the_first_of_two_fields_counts():
    file, _ = parse("a: 1\na: 2\nb: 3\n", "x.yml")
    assert file.value == {"a": 1, "b": 3}


def test_a_long_name_is_cut():
    _, problems = parse(f"{'a' * 60}: 1\n{'a' * 60}: 2\n", "x.yml")
    name = "a" * 39 + "…"
    assert lines(problems) == [
        f"x.yml:2:1: fejl: Feltet »{name}« står her for anden gang. Slet det ene. [dobbelt-felt]"
    ]
