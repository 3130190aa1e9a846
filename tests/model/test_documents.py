import pytest
from pydantic import ValidationError

from generator.model import Document, Organisation


def test_a_source_is_dated_as_exactly_as_it_says_itself(town):
    dates = {name: document.date.label for name, document in town.of(Document).items()}
    assert (dates["jobplan-2024"], dates["rapport-2024"]) == ("6. december 2023", "september 2024")


def test_a_discrepancy_keeps_the_sources_own_words(town):
    first, second = town.of(Document)["jobplan-2024"].discrepancies
    assert first.quotes == ["Der var 1.140 ledige i byen.", "Ledige, i alt: 1.150"]
    assert second.quotes == []


@pytest.mark.parametrize("final", ["ja", "true", 1])
def test_a_source_is_final_or_it_is_not(town, final):
    written = town.of(Document)["debat-2025"].model_dump(mode="json") | {"final": final}
    with pytest.raises(ValidationError, match="final"):
        Document.model_validate(written)


def test_an_organisation_is_known_by_its_title(town):
    assert town.of(Organisation)["jobforeningen"].words == ("Jobforeningen",)
