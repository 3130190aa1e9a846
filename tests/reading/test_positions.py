import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.parser import compose
from generator.reading.positions import at
from generator.reading.source import parse


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


def test_a_place_goes_as_far_as_it_can():
    file, _ = parse("a: [1]\n", "x.yml")
    assert str(file.locate(("a", 1))) == "x.yml:1:4"
    assert str(file.locate_key(("a", 1))) == "x.yml:1:1"


@pytest.mark.parametrize(
    "odd",
    [
        "a: 1\na: [2, {b: 3}]\n",
        "a: 1\n'': [2, 3]\n",
        "a: 1\n{b: c}: {d: 4}\n",
        "a: 1\nc: {d: 69,2}\n",
        "a: 1\nb: []\nc:\nd: ''\n",
        "a: 1\nb: [x, '', {c: }]\n",
    ],
)
def test_what_is_left_out_of_a_value_moves_nothing_after_it(odd):
    file, problems = parse(f"{odd}last: here\n", "x.yml")
    assert problems or "[]" in odd
    assert str(file.locate(("a",))) == "x.yml:1:4"
    assert str(file.locate(("last",))) == f"x.yml:{odd.count(chr(10)) + 1}:7"
    assert str(file.locate_key(("last",))) == f"x.yml:{odd.count(chr(10)) + 1}:1"


_SCALARS = st.one_of(st.integers(), st.booleans(), st.text("aæ:#- \n\"'0.", min_size=1).filter(str.strip))
_NAMES = st.text("abå", min_size=1)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(_NAMES, inner, min_size=1),
    max_leaves=20,
)


@given(st.dictionaries(_NAMES, _VALUES, min_size=1), st.booleans())
def test_every_part_of_a_file_stands_where_the_parser_found_it(value, flow):
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    file, _ = parse(text, "x.yml")

    def compare(node, place):
        assert (file.span(place).start, file.span(place).stop) == (node.start_mark.index, node.end_mark.index)
        if isinstance(node, yaml.MappingNode):
            for key, item in node.value:
                where = (*place, key.value)
                assert file.locate_key(where) == file.locate_offset(key.start_mark.index)
                compare(item, where)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                compare(item, (*place, index))

    compare(compose(text), ())


def test_what_is_missed_after_the_last_line_is_on_the_last():
    file, _ = parse("a: 1\nb:\n", "x.yml")
    assert str(file.locate(("b",))) == "x.yml:2:3"


@pytest.mark.parametrize(("offset", "place"), [(0, "1:1"), (2, "1:3"), (3, "2:1"), (4, "2:2"), (5, "3:1")])
def test_a_character_has_a_line_and_a_column(offset, place):
    assert str(at("ab\nå\n", offset, "x")) == f"x:{place}"


def test_a_file_without_a_value_is_pointed_at_as_a_whole():
    file, _ = parse("", "x.yml")
    assert str(file.locate(("a",))) == str(file.locate_key(("a",))) == "x.yml:1:1"
    assert list(file.span(())) == []
