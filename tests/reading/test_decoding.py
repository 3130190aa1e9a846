import pytest
from parsing import lines

from generator.reading.decoding import decode


@pytest.fixture
def reading():
    def decoded(raw):
        text, problems = decode(raw, "data/x.yml")
        return (None if problems else text), lines(problems)

    return decoded


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


@pytest.mark.parametrize(
    "code",
    [
        *("0000", "0085", "007F", "200B", "2028", "202E", "FEFF"),
        *("00AD", "034F", "061C", "115F", "1160", "180E", "200C", "200D", "2060", "2069", "3164", "FE0F", "FFA0"),
        *("E0041", "E0101", "1D173"),
    ],
)
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


def test_tabs_inside_a_text_are_left_alone(reading):
    assert reading(b"a: b\tc\n") == ("a: b\tc\n", [])


def test_a_sign_that_nobody_sees_is_found_inside_a_word(reading):
    assert reading("a: b\nc: kom\u00admune\n".encode()) == (
        None,
        ["data/x.yml:2:7: fejl: Her står et usynligt tegn (U+00AD). Slet det. [tegnsæt]"],
    )


@pytest.mark.parametrize("text", ["– ’ “ ” € × −\u00a0%", "Ærø, Åse, é, ß", "→ ≥", "Здравствуй", "日本", "😀"])
def test_what_can_be_seen_is_left_as_it_is(reading, text):
    assert reading(text.encode()) == (text, [])


def test_letters_that_a_mac_writes_as_two_signs_become_one(reading):
    assert reading("ra\u030ad: bla\u030at o\u0308l\n".encode()) == ("råd: blåt öl\n", [])
    assert reading("\u1112\u1161\u11ab\n".encode()) == ("한\n", [])


def test_places_are_counted_in_the_composed_text(reading):
    assert reading("a: ra\u030ad\u200b\n".encode()) == (
        None,
        ["data/x.yml:1:7: fejl: Her står et usynligt tegn (U+200B). Slet det. [tegnsæt]"],
    )


HARD = "Her står et hårdt mellemrum"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a:\n  -{}b\n", "2:4", f"{HARD} efter bindestregen. Skriv et almindeligt mellemrum i stedet. [tabulator]"),
        ("a: 1\nb{}: c\n", "2:2", f"{HARD} før kolon. Slet det. [tegnsæt]"),
        ("- a: p2{}\n", "1:8", f"{HARD} sidst på linjen. Slet det. [tegnsæt]"),
    ],
)
def test_a_hard_space_that_nobody_sees_is_refused_where_it_would_be_read(reading, space, text, place, message):
    assert reading(text.format(space).encode()) == (None, [f"data/x.yml:{place}: fejl: {message}"])


def test_a_tab_behind_a_dash_is_refused(reading):
    message = "Her står en tabulator efter bindestregen. Skriv et almindeligt mellemrum i stedet. [tabulator]"
    assert reading(b"a:\n-\tb\n") == (None, [f"data/x.yml:2:2: fejl: {message}"])


def test_a_hard_space_inside_a_text_is_left_alone(reading):
    assert reading("a: 72,3\u00a0% af 2\u202f550\n".encode()) == ("a: 72,3\u00a0% af 2\u202f550\n", [])
