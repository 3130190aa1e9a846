from generator.model import Initiative, Target, YearPlan


def test_a_target_is_measured_if_any_part_of_it_is(town):
    assert {name: target.is_measured for name, target in town.of(Target).items()} == {
        "fokus-1": True,
        "t2024-1": True,
        "t2024-10": True,
        "t2024-2": True,
        "t2024-3": False,
        "t2025-4": True,
    }


def test_a_target_is_known_by_every_wording_it_has_had(town):
    assert town.of(Target)["fokus-1"].words == (
        "Tilbud eller arbejde inden for et år",
        "Færre end 20 % er uden et tilbud.",
        "Mere end 80 % har haft et tilbud eller et arbejde.",
    )


def test_a_target_speaks_of_the_year_in_which_it_should_be_reached(town):
    assert [mention.year for mention in town.of(Target)["t2024-10"].mentions()] == [2030]


def test_a_plan_speaks_once_for_every_section_that_has_a_theme(town):
    found = [(one.themes, one.address, one.section_of, one.year) for one in town.of(YearPlan)["2024"].mentions()]
    assert [one for one in found if one[0]] == [
        (["job"], "planer/2024/#2-3", "Jobplan 2024", 2024),
        (["unge"], "planer/2024/#4-1", "Jobplan 2024", 2024),
    ]


def test_an_initiative_is_known_by_our_summary(town):
    assert town.of(Initiative)["mentorforloeb"].words == ("Mentorforløb", "En mentor følger den unge i et halvt år.")
