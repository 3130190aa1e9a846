from generator.model import RECORD_TYPES
from generator.publish.navigation import FRONT, rest, top


def test_every_list_of_a_type_can_be_reached_once(town_site):
    plan = town_site.plan
    entries = [FRONT, *top(plan), *rest(plan)]
    paths = [path for _, path in entries]
    assert len(paths) == len(set(paths))
    assert {f"{section}/index.md" for model in RECORD_TYPES for section in model.lists()} <= set(paths)


def test_what_does_not_stand_at_the_top_ends_with_what_is_about_the_site(town_site):
    *lists, meeting, search, data, statement = rest(town_site.plan)
    assert (meeting, search, data, statement) == (
        ("Print til møde", "moede/index.md"),
        ("Søg", "soeg/index.md"),
        ("Åbne data", "data/index.md"),
        ("Tilgængelighedserklæring", "was/index.md"),
    )
    assert lists[:2] == [("Beslutninger", "beslutninger/index.md"), ("Ministermål", "ministermaal/index.md")]
    assert lists[-1] == ("Ordliste", "ordliste/index.md")


def test_every_entry_leads_to_a_page_of_the_plan(town_site):
    plan = town_site.plan
    assert [path for _, path in (FRONT, *top(plan), *rest(plan)) if path not in town_site.outline] == []
