from generator.model import Benchmark, Goal


def test_a_benchmark_is_known_by_its_title_its_text_and_what_others_quote(town):
    assert town.of(Benchmark)["p4"].words == (
        "Plads til alle på arbejdspladsen",
        "Arbejdspladserne i byen har plads til borgere, der har brug for særlige hensyn.",
        "har brug for særlige hensyn",
    )
    assert town.of(Benchmark)["p5"].words == ("Medarbejdere, der ved noget",)


def test_a_goal_is_known_by_every_wording_it_has_had(town):
    assert town.of(Goal)["m1"].words == (
        "Flere skal i arbejde",
        "Flere skal i arbejde.",
        "Flere skal i arbejde, også dem, der har fået hjælp længe.",
    )


def test_every_kind_of_goal_has_its_section_and_its_name(town):
    assert {name: (goal.address, goal.called) for name, goal in town.of(Goal).items()} == {
        "f1": ("fokuspunkter/f1/", "Fokuspunkt"),
        "f10": ("fokuspunkter/f10/", "Fokuspunkt"),
        "m1": ("ministermaal/m1/", "Ministermål"),
        "m2": ("ministermaal/m2/", "Ministermål"),
        "sdg-8": ("verdensmaal/sdg-8/", "Verdensmål"),
        "sdg-8-5": ("verdensmaal/sdg-8-5/", "Verdensmål"),
        "vision": ("fokuspunkter/vision/", "Vision"),
    }


def test_a_goal_speaks_once_for_every_year(town):
    found = [(mention.year, mention.address, mention.text) for mention in town.of(Goal)["m1"].mentions()]
    assert found == [
        (2024, "ministermaal/m1/#aar-2024", "Byen vil tale med alle ledige hver måned."),
        (2025, "ministermaal/m1/#aar-2025", "Byen vil give dem, der har fået hjælp længe, en fast kontaktperson."),
    ]
