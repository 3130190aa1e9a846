import pytest

from generator.reading.positions import at, follow, spots
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


def test_a_spot_knows_where_value_and_key_stand():
    spot, is_there = follow(spots("a:\n  - å: bc\n"), ("a", 0, "å"))
    assert is_there
    assert (spot.start, spot.end, spot.place, spot.key) == (10, 12, (2, 8), (2, 5))


def test_a_place_goes_as_far_as_it_can():
    spot, is_there = follow(spots("a: [1]\n"), ("a", 1))
    assert not is_there
    assert (spot.place, spot.key) == ((1, 4), (1, 1))


def test_a_field_that_stands_twice_stands_where_it_stands_first():
    spot, _ = follow(spots("a: 1\nb: 2\na: 3\n"), ("a",))
    assert spot.place == (1, 4)


def test_what_is_missed_after_the_last_line_is_on_the_last():
    file, _ = parse("a: 1\nb:\n", "x.yml")
    assert str(file.locate(("b",))) == "x.yml:2:3"
    assert spots("") is None


@pytest.mark.parametrize(("offset", "place"), [(0, "1:1"), (2, "1:3"), (3, "2:1"), (4, "2:2"), (5, "3:1")])
def test_a_character_has_a_line_and_a_column(offset, place):
    assert str(at("ab\nå\n", offset, "x")) == f"x:{place}"


def test_a_file_without_a_value_is_pointed_at_as_a_whole():
    file, _ = parse("", "x.yml")
    assert str(file.locate(("a",))) == str(file.locate_key(("a",))) == "x.yml:1:1"
    assert list(file.span(())) == []
