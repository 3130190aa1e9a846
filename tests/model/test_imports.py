import pytest
from pydantic import ValidationError

from generator.model import ImportMapping, Indicator
from generator.model.vocabulary import NumberStyle, ObservationKind

SOURCE = {"document": "tabel-2025", "section": "OPD2"}


def test_what_a_mapping_does_not_say_is_the_plainest(town):
    mapping = town.of(Indicator)["ledige"].import_
    assert (mapping.header_rows, mapping.factor, mapping.kind) == (None, 1.0, ObservationKind.ACTUAL)
    assert mapping.missing == ["..", "...", "…", ".", "-"]
    assert (mapping.zero, mapping.total, mapping.numbers, mapping.across) == ([], [], None, None)


def test_how_figures_are_fetched_is_not_published(town):
    assert "import" not in town.of(Indicator)["ledige"].model_dump(mode="json", by_alias=True)


def test_an_example_that_is_itself_a_number_names_a_style():
    assert ImportMapping(source=SOURCE, columns={}, numbers=1234.5).numbers is NumberStyle.POINT


@pytest.mark.parametrize(
    "wrong", [{"header_rows": -1}, {"header_rows": 5}, {"factor": 0}, {"decimals": 7}, {"decimals": -1}]
)
def test_numbers_out_of_reach_are_refused(wrong):
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        ImportMapping(source=SOURCE, columns={}, **wrong)


@pytest.mark.parametrize("right", [{"header_rows": 0}, {"header_rows": 4}, {"decimals": 0}, {"decimals": 6}])
def test_the_numbers_at_the_edge_pass(right):
    ImportMapping(source=SOURCE, columns={}, **right)
