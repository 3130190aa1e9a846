"""The one form of a file: what it looks like, and that it says the same as before, comments and all."""

import frozen
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.editing.formatting import FormError, files, formatted, model_of
from generator.editing.formatting.entries import outline
from generator.model import RECORD_TYPES, Benchmark, Consultation, Goal, Gone, Indicator, Response, Site, Term
from generator.reading.source import parse, read


def form(text, model=None):
    file, problems = parse(text, "x.yml")
    assert problems == []
    return formatted(file, model)


LONG = (
    "Der skal være en samlet plan på tværs, siger overskriften. Handicaprådet synes, at tanken er god. Rådet spørger, "
    "hvordan den bliver ført ud i praksis."
)


def test_keys_stand_in_the_order_of_the_type_and_comments_go_with_them():
    text = """\
# Filens egen note.
# Den står øverst.

source:   # hvor det står
  section: '3'
  document: plan
title: "Flere i job"

# Nummeret er planens.
number: 4
links:
  # Den første kobling.
  - why: 'Fordi.'  # kort
    # Hvad der peges på.
    indicator: ledige
  - {why: Også., goal: m1}
    # Her kommer flere.
themes:
- job
- 'unge'
# Slut.
"""
    assert form(text, Benchmark) == (
        """\
# Filens egen note.
# Den står øverst.
# Nummeret er planens.
number: 4
title: Flere i job
themes: [job, unge]
links:
  # Den første kobling.
  # Hvad der peges på.
  - indicator: ledige
    why: Fordi.  # kort
  - goal: m1
    why: Også.
  # Her kommer flere.
source:  # hvor det står
  document: plan
  section: "3"
# Slut.
"""
    )


def test_a_long_text_is_folded_and_a_short_one_stands_on_the_line():
    assert form(f"title: >-\n  Kort\n  og godt.\nsummary: {LONG}\n", Benchmark) == (
        "title: Kort og godt.\n"
        "summary: >-\n"
        "  Der skal være en samlet plan på tværs, siger overskriften. Handicaprådet synes, at tanken er god. Rådet "
        "spørger,\n"
        "  hvordan den bliver ført ud i praksis.\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", "plain"),
        ("'med: kolon'", '"med: kolon"'),
        ("'\"citat\" først'", "'\"citat\" først'"),
        ("'# ikke en note'", '"# ikke en note"'),
        ("'no'", '"no"'),
        ("Yes", '"Yes"'),
        ("'2025'", '"2025"'),
        ("12:30", '"12:30"'),
        ("010", '"010"'),
        ("1_000", '"1_000"'),
        ("'2025-11-21'", "2025-11-21"),
        ("»citat«", "»citat«"),
        ("... og så videre", '"... og så videre"'),
        ("'ende: '", '"ende: "'),
        ("'  foran'", '"  foran"'),
        ("|-\n  linje\n  og linje", "|-\n  linje\n  og linje"),
        (">-\n  et afsnit\n\n  og et til", "|-\n  et afsnit\n  og et til"),
        (">\n  en tekst\n", ">\n  en tekst"),
        ("2.10", "2.10"),
        ("true", "true"),
        ("'true'", '"true"'),
        ("[]", "[]"),
        ("{}", "{}"),
    ],
)
def test_a_value_is_quoted_only_where_another_reader_would_take_it_for_something_else(value, written):
    before = parse(f"a: {value}\n", "x.yml")[0].value
    assert form(f"a: {value}\n") == f"a: {written}\n"
    assert parse(f"a: {written}\n", "x.yml")[0].value == before


def test_a_long_text_with_several_lines_is_folded_with_lines_between():
    text = f"a: |-\n  {LONG}\n  Nyt.\n\n  Afsnit.\n"
    assert form(text) == (
        "a: >-\n"
        "  Der skal være en samlet plan på tværs, siger overskriften. Handicaprådet synes, at tanken er god. Rådet "
        "spørger,\n"
        "  hvordan den bliver ført ud i praksis.\n\n  Nyt.\n\n\n  Afsnit.\n"
    )


def test_a_number_is_a_text_where_the_field_is_one_and_a_period_is_never_quoted():
    assert form("number: 4\ntitle: 2\nkind: sdg\n", Goal) == 'title: "2"\nkind: sdg\nnumber: "4"\n'
    assert form('observations:\n- {value: 2, period: "2020", area: by}\n', Indicator) == (
        "observations:\n  - {period: 2020, area: by, value: 2}\n"
    )


def test_a_fingerprint_is_quoted_where_it_is_made_of_digits():
    text = "links:\n  - why: A.\n    seen: 75711082\n    goal: m1\n  - goal: m2\n    seen: 12e45678\n    why: B.\n"
    assert form(text, Benchmark) == (
        'links:\n  - goal: m1\n    seen: "75711082"\n    why: A.\n  - goal: m2\n    seen: "12e45678"\n    why: B.\n'
    )


def test_words_stand_in_a_row_and_sentences_below_each_other():
    text = "- id: a\n  synonyms:\n    - arbejdsløs\n    - uden job\n- id: b\n  synonyms: [Kilden siger det., ja]\n"
    assert (
        form(text, Term)
        == "- id: a\n  synonyms: [arbejdsløs, uden job]\n- id: b\n  synonyms:\n    - Kilden siger det.\n    - ja\n"
    )


def test_a_figure_stands_on_one_line_where_it_fits():
    figure = "  - {period: 2020, area: by, group: %s, value: 1.50, kind: actual}\n"
    assert form("observations:\n" + figure % "unge", Indicator) == "observations:\n" + figure % "unge"
    assert form("observations:\n" + figure % ("u" * 70), Indicator) == (
        f"observations:\n  - period: 2020\n    area: by\n    group: {'u' * 70}\n    value: 1.50\n    kind: actual\n"
    )


def test_comments_inside_brackets_are_kept_and_so_are_unknown_fields():
    text = "themes: [a, # først\n  b] # til sidst\nukendt: 1\ntitle: T\n"
    assert form(text, Benchmark) == "title: T\nthemes:  # til sidst\n  - a  # først\n  - b\nukendt: 1\n"


def test_every_file_of_the_frozen_plan_is_in_its_form():
    files = [(data, path) for data in (frozen.DATA, frozen.YEAR) for path in sorted(data.rglob("*.yml"))]
    assert len(files) > 80
    wrong = [
        path.name
        for data, path in files
        if formatted(read(path, path.name)[0], model_of(path, data)) != path.read_text("utf-8")
    ]
    assert wrong == []


def test_the_type_of_a_file_follows_from_where_it_stands():
    plans = (frozen.DATA, frozen.YEAR)
    found = {model_of(path, data) for data in plans for path in data.rglob("*.yml")}
    assert found == {Site, Gone, *RECORD_TYPES}
    case = frozen.DATA / "consultations/ungeplan-2024"
    assert model_of(case / "consultation.yml", frozen.DATA) is Consultation
    assert model_of(case / "ungeraadet.yml", frozen.DATA) is Response
    assert model_of(frozen.DATA / "ukendt/x.yml", frozen.DATA) is None
    assert model_of(frozen.DATA / "goals/gamle/x.yml", frozen.DATA) is None


def test_a_form_that_would_say_something_else_is_never_given(monkeypatch):
    monkeypatch.setattr(files.layout, "text", lambda *_: "a: 2\n")
    with pytest.raises(FormError):
        form("a: 1\n")


# Whatever a file says and however it is written

words = st.text(st.sampled_from("abcæ 01.:-#'\"»,[]{}&*!|>%@?\n\\"), max_size=30) | st.sampled_from(
    ["no", "2025", "2.10", "true", "2025-11-21", LONG, f"{LONG}\n\n{LONG}", "a  b " * 40, " x", "x\n"]
)
scalars = words.filter(lambda text: text.strip() != "") | st.integers(0, 3000) | st.booleans()
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "number", "links", "why", "goal", "themes", "source", "section", "x"]),
            inner,
            min_size=1,
            max_size=4,
        )
    ),
    max_leaves=12,
)
records = st.dictionaries(
    st.sampled_from(["title", "number", "summary", "links", "themes", "source", "x"]), values, min_size=1
)


def places(text):
    """Give the lines on which a key or an item begins, and how far it is indented."""
    entries = [entry for entry, _ in every(outline(text).root)]
    found = {text.count("\n", 0, entry.start): entry.column for entry in reversed(entries)}
    return {line: column for line, column in found.items() if not text.split("\n")[line][:column].strip()}


@st.composite
def texts(draw, shifts=(0,)):
    """Give the text of a record in some style, with comments strewn above its keys and items."""
    text = yaml.safe_dump(
        draw(records),
        allow_unicode=True,
        sort_keys=draw(st.booleans()),
        width=draw(st.sampled_from([20, 80, 1000])),
        default_flow_style=draw(st.sampled_from([None, False])),
        default_style=draw(st.sampled_from([None, '"', "'"])),
        indent=draw(st.sampled_from([2, 4])),
    )
    assume(not parse(text, "x.yml")[1])
    begins, lines = places(text), text.split("\n")
    assume(begins)  # all on one line in braces
    for number, line in enumerate(sorted(draw(st.sets(st.sampled_from(sorted(begins)), max_size=4)), reverse=True)):
        column = max(0, begins[line] + draw(st.sampled_from(shifts)))
        lines.insert(line, f"{' ' * column}# note {number}")
    file, problems = parse("\n".join(lines), "x.yml")
    assume(not problems)
    return file


@settings(max_examples=60)
@given(texts(shifts=(0, -2, 2)), st.sampled_from([None, Benchmark, Goal]))
def test_the_form_says_the_same_and_is_its_own_form(file, model):
    once = formatted(file, model)
    again, problems = parse(once, "x.yml")
    assert problems == []
    assert formatted(again, model) == once
    assert comments(once) == comments(file.text)


@settings(max_examples=60)
@given(texts())
def test_a_comment_stays_with_its_key(file):
    text = formatted(file, Benchmark)
    before, after = owners(file.text), owners(text)
    assert after.keys() == before.keys()
    top = (next(iter(parse(text, "x.yml")[0].value)),)  # what stands first shares its comments with the file
    moved = {comment: (before[comment], owner) for comment, owner in after.items() if before[comment] != owner}
    assert [each for each in moved.values() if each != (top, ())] == []


def every(entry, way=()):
    """Yield everything inside an entry with the keys on the way to it, items by their number."""
    for index, inner in enumerate(entry.inside):
        there = (*way, inner.key.value if inner.key else index)
        yield inner, there
        yield from every(inner, there)


def comments(text):
    found = outline(text)
    own = [comment for inner, _ in every(found.root) for comment in [*inner.above, *inner.behind, *inner.below]]
    return sorted([*found.head, *found.foot, *own])


def owners(text):
    """Give what each comment stands above; the file itself for those at the top, and an item for its first key."""
    found = outline(text)
    owned = dict.fromkeys(found.head, ())
    for inner, way in every(found.root):
        is_first = inner.key is not None and len(way) > 1 and isinstance(way[-2], int)
        owned |= dict.fromkeys(inner.above, way[:-1] if is_first else way)
    return owned
