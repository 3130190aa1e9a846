import pytest

from generator.model import Indicator, Observation, condensed


def seen(period, group=None):
    return Observation(period=period, area="byen", group=group, value=1, kind="actual")


def test_a_figure_is_the_same_however_its_period_and_group_are_written():
    assert seen("2024").identity == seen("2024-01/2024-12").identity
    assert seen("2024", "Unge  mænd").identity == seen("2024", "unge mænd").identity


def test_a_figure_is_another_for_another_period_or_group():
    assert len({seen("2024").identity, seen("2024-K1").identity, seen("2024", "Unge").identity}) == 3


def test_a_figure_has_its_own_source_or_its_indicators(town):
    budget = town.of(Indicator)["budget"]
    first, *_, last = budget.observations
    assert (budget.source_of(first).document, budget.source_of(last).document) == (
        "jobplan-2024",
        "jobplan-2025-udkast",
    )


def test_figures_speak_of_the_year_in_which_the_newest_period_ends(town):
    years = {name: [mention.year for mention in it.mentions()] for name, it in town.of(Indicator).items()}
    assert (years["ledige"], years["unge-fordeling"], years["beskaeftigelsesfrekvens"]) == ([2025], [2024], [2024])
    assert years["egen-plan"] == []  # it has no theme


def test_a_span_ends_in_its_last_year(town):
    fravaer = town.of(Indicator)["fravaer"]
    spanning = [
        one.model_copy(update={"period": one.period.parse(code)})
        for one, code in zip(fravaer.observations, ("2023-K3/2024-K2", "2021"), strict=True)
    ]
    (mention,) = fravaer.model_copy(update={"observations": spanning, "themes": ["sygdom"]}).mentions()
    assert mention.year == 2024


def test_an_indicator_is_known_by_what_it_measures(town):
    assert town.of(Indicator)["ledige"].words == ("Ledige", "Personer uden et arbejde, der søger et.")


CHANGES = [
    ({"unit": "antal"}, False),
    ({"title": "Andet", "summary": "Andet.", "definition": "Andet.", "themes": []}, True),
    ({"observations": [seen("2024"), seen("2023")]}, True),
    ({"observations": [seen("2023"), seen("2024").model_copy(update={"note": "Fra planen."})]}, True),
    ({"observations": [seen("2023"), seen("2024"), seen("2025")]}, False),
    ({"observations": [seen("2023")]}, False),
    ({"observations": [seen("2023"), seen("2024").model_copy(update={"value": 1.5})]}, False),
    ({"observations": [seen("2023"), seen("2024").model_copy(update={"kind": "estimate"})]}, False),
    ({"observations": [seen("2023"), seen("2024", "unge")]}, False),
]


@pytest.mark.parametrize(("change", "same"), CHANGES)
def test_words_are_older_than_figures_when_a_figure_or_the_unit_is_another(town, change, same):
    read = town.of(Indicator)["ledige"].model_copy(update={"observations": [seen("2023"), seen("2024")]})
    confirmed = read.model_copy(update={"seen": condensed(read.figures)})
    assert not confirmed.is_outdated
    assert confirmed.model_copy(update=change).is_outdated is not same


def test_words_that_nobody_has_confirmed_are_not_called_older(town):
    assert town.of(Indicator)["ledige"].seen is None
    assert not town.of(Indicator)["ledige"].is_outdated


def test_what_an_editor_says_of_figures_is_named_by_its_fields(town):
    assert list(town.of(Indicator)["budget"].told()) == ["summary", "headline"]
    assert list(town.of(Indicator)["ledige"].told()) == ["summary"]
