import pytest

from generator.model import RECORD_TYPES
from generator.publish.navigation import FRONT, rest, top


def test_every_list_that_has_anything_on_it_can_be_reached_once(town_site):
    plan = town_site.plan
    paths = [path for _, path in (FRONT, *top(plan), *rest(plan))]
    assert len(paths) == len(set(paths))
    sections = {record.address.partition("/")[0] for model in RECORD_TYPES for record in plan.of(model).values()}
    lists = {section for model in RECORD_TYPES for section in model.lists()}
    assert {f"{section}/index.md" for section in lists & sections} <= set(paths)
    assert not {f"{section}/index.md" for section in lists - sections} & {*paths, *town_site.outline}
    assert lists - sections  # the plan has no decisions


def test_a_plan_with_nothing_in_it_has_only_what_is_about_the_site(empty_site):
    assert [title for title, _ in (FRONT, *top(empty_site.plan), *rest(empty_site.plan))] == [
        "Forside",
        "Nyt",
        "Ordliste",
        "Søg",
        "Åbne data",
        "Tilgængelighedserklæring",
    ]


def test_what_does_not_stand_at_the_top_ends_with_what_is_about_the_site(town_site):
    *lists, meeting, search, data, statement = rest(town_site.plan)
    assert (meeting, search, data, statement) == (
        ("Print til møde", "moede/index.md"),
        ("Søg", "soeg/index.md"),
        ("Åbne data", "data/index.md"),
        ("Tilgængelighedserklæring", "was/index.md"),
    )
    assert lists[0] == ("Ministermål", "ministermaal/index.md")
    assert lists[-1] == ("Ordliste", "ordliste/index.md")


def test_every_entry_leads_to_a_page_of_the_plan(town_site):
    plan = town_site.plan
    assert [path for _, path in (FRONT, *top(plan), *rest(plan)) if path not in town_site.outline] == []


@pytest.mark.parametrize("name", ["empty_site", "town_site"])
def test_the_way_back_from_a_page_leads_to_pages_that_are_there(request: pytest.FixtureRequest, name: str):
    pages = request.getfixturevalue(name).pages
    there = {f"{page.path.removesuffix('index.md').removesuffix('.md').rstrip('/')}/" for page in pages}
    assert "overblik/mangler/" in there
    assert [(page.path, at) for page in pages for _, at in page.crumbs if at.partition("#")[0] not in there] == []
