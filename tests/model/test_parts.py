import pytest
from pydantic import ValidationError

from generator.model import Benchmark, Goal, Initiative, Link, fingerprint
from generator.model.parts import SourceRef


@pytest.mark.parametrize("name", Link.target_types())
def test_a_link_ends_at_the_record_that_it_names(name):
    assert Link(**{name: "x"}, why="Fordi.").end == (name, "x")


def test_a_link_to_nothing_has_no_end():
    assert Link(why="Fordi.").end is None


def test_a_part_knows_no_other_keys_than_its_own():
    with pytest.raises(ValidationError, match="side"):
        SourceRef(document="plan", section="1", side="2")


def test_a_fingerprint_is_of_the_words_in_order_and_of_nothing_else(town):
    first, second = town.of(Benchmark)["p1"], town.of(Goal)["m1"]
    assert fingerprint(first, second) != fingerprint(second, first)
    assert fingerprint(first) == fingerprint(first.model_copy(update={"summary": "Noget andet."}))
    assert fingerprint(first) != fingerprint(first.model_copy(update={"title": "Noget andet"}))


def test_a_fingerprint_is_eight_small_hexadecimal_digits(town):
    assert fingerprint(town.of(Benchmark)["p1"]).strip("0123456789abcdef") == ""
    assert len(fingerprint(town.of(Benchmark)["p1"])) == 8


def test_a_record_stands_in_every_document_that_it_names(town):
    (mention,) = town.of(Initiative)["ungeindsatsen"].mentions()
    assert mention.documents == ("jobplan-2024", "jobplan-2025-udkast")
    assert (mention.year, mention.key) == (0, ("initiative", "ungeindsatsen"))
