from generator.model import Recommendation


def test_readers_are_told_what_stands_in_the_way_and_what_to_do(town):
    assert {name: it.called for name, it in town.of(Recommendation).items()} == {
        "anbefaling-1": "Anbefaling",
        "barriere-1": "Barriere",
        "debat-1": "Anbefaling",
    }


def test_a_recommendation_is_known_by_our_summary(town):
    assert town.of(Recommendation)["debat-1"].words == (
        "Lad firmaerne prøve",
        "Foreningen mener, at firmaer skal kunne prøve en medarbejder i en måned.",
    )
