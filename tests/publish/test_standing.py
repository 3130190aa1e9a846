"""The site says no more than the sources do: what is counted, what is next, and what must be read again."""

import frozen
import pytest
from lxml import html
from sample import FILES, LETTER, TODAY, changed

from generator.model import fingerprint
from generator.site import build


@pytest.fixture(scope="module")
def year_site():
    return build(frozen.YEAR, frozen.YEAR_LATER)


def words(node):
    return " ".join(node.text_content().split())


def shown(site, path, part="//body | //div"):
    return words(html.fromstring(site.outline[path].body).xpath(part)[0])


def test_nobodys_silence_is_counted_as_something_owed(year_site, town_site):
    for site in (year_site, town_site):
        bodies = {page.path: page.body.lower() for page in site.pages}
        assert [path for path, body in bodies.items() if "venter på svar" in body or "ubesvaret" in body] == []
    told = html.fromstring(year_site.outline["index.md"].body).xpath("//figure//figcaption")[0]
    assert words(told).startswith("10 af 13 høringspunkter har et svar i kilderne.")


def test_the_front_page_says_from_the_data_what_has_no_answer(project, year_site):
    assert "Kilderne har ikke noget svar på 2 af 13 punkter. De står som »uden svar i kilderne«." in shown(
        year_site, "index.md"
    )
    letter = FILES[LETTER]
    start, stop = letter.index("        history:"), letter.index("source:\n  document: brev-2025")
    silent = build(project({LETTER: letter[:start] + letter[stop:]}), TODAY)
    assert "Kilderne har ikke noget svar på punkterne. De står som »uden svar i kilderne«." in shown(silent, "index.md")
    answer = "".join(["        history:\n", *letter[start:stop].splitlines(keepends=True)[6:]])
    asked = "            why: Målet siger, hvad planen vil.\n"
    answered = build(project(changed(LETTER, (asked, asked + answer))), TODAY)
    assert answered.problems == []
    assert "Kilderne har ikke noget svar" not in shown(answered, "index.md")


def test_an_answer_is_counted_by_what_it_was(year_site):
    card = html.fromstring(year_site.outline["pejlemaerker/index.md"].body).xpath("//ul[@class='counts']")[1]
    assert [words(item) for item in card.xpath("li")] == [
        "3 høringspunkter",
        "1 imødekommet",
        "1 ikke imødekommet",
        "1 taget til efterretning",
        "ingen tal",
    ]


def test_an_answered_point_is_not_said_to_be_about_nothing(project):
    bare = changed(
        LETTER,
        ("        links:\n          - indicator: ledighed\n            why: Tallet viser, om der er job nok.\n", ""),
    )
    bare = {
        LETTER: bare[LETTER].replace(
            "        links:\n          - goal: m1\n            why: Målet siger, hvad planen vil.\n", ""
        )
    }
    page = html.fromstring(build(project(bare), TODAY).outline["hoeringer/jobplan-2025/aeldreraadet.md"].body)
    nothing = "Vi har ikke fundet noget i kilderne, der handler om punktet."
    assert nothing in words(page.get_element_by_id("ae-1"))
    assert nothing not in words(page.get_element_by_id("ae-2"))


@pytest.mark.parametrize(("seen", "is_said"), [("", False), ("00000000", True), ("right", False)])
def test_an_answer_whose_points_words_have_changed_is_marked(project, seen, is_said):
    plan = build(project(), TODAY).plan
    (point,) = [item for item in plan.identified() if item.id == "ae-2"]
    line = f"            seen: {fingerprint(point) if seen == 'right' else seen}\n" if seen else ""
    letter = changed(
        LETTER, ("            reason: Forslaget er godt.\n", f"            reason: Forslaget er godt.\n{line}")
    )
    page = html.fromstring(build(project(letter), TODAY).outline["hoeringer/jobplan-2025/aeldreraadet.md"].body)
    said = "Skal ses efter igen Punktets ord er ændret her på siden, siden svaret blev skrevet ind."
    assert (said in words(page.get_element_by_id("ae-2"))) is is_said


def test_without_points_there_is_nothing_to_answer(project):
    site = build(project({LETTER: None, "consultations/jobplan-2025/consultation.yml": None}), TODAY)
    assert "Alle punkter" not in site.outline["overblik/mangler.md"].body
    assert "Der er ingen høringspunkter." in site.outline["overblik/mangler.md"].body


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("hr26-1", "Punktet er afsluttet."),
        ("hr26-2", "Jobcenter Fjordby har lovet: »Alle får en plan inden sommer«, senest 1. juni 2027."),
        ("hr26-3", "Fjordby Kommune ser på svaret igen. Den, der rejste punktet, er ikke tilfreds."),
        (
            "hr26-4",
            (
                "Punktet ligger hos Jobudvalget. Fristen for svar var 1. september 2026. "
                "Sagen er på et møde den 10. februar 2027."
            ),
        ),
        (
            "hr26-5",
            (
                "Fjordby Kommune svarer, eller nogen sender os svaret. Fristen var 1. september 2026. "
                "Sagen er på et møde den 10. februar 2027."
            ),
        ),
        ("ar26-1", "Jobcenter Fjordby mangler at gøre det, der blev sagt ja til: »Mentorer«."),
        ("ur26-1", "Fjordby Kommune svarer senest 1. marts 2027, eller nogen sender os svaret."),
        ("ur26-2", "Jobcenter Fjordby har lovet: »Vi holder en jobdag«, senest 1. april 2027."),
    ],
)
def test_the_next_step_is_told_in_a_line(year_site, point, said):
    letter = {"hr": "pejlemaerker-2026/handicapraadet", "ar": "pejlemaerker-2026/aeldreraadet"}.get(
        point[:2], "ungeplan-2026/ungeraadet"
    )
    page = html.fromstring(year_site.outline[f"hoeringer/{letter}.md"].body)
    (line,) = page.get_element_by_id(point).xpath(".//p[@class='next']")
    assert words(line) == f"Nu: {said}"


def test_a_split_point_leads_to_its_parts_and_has_no_next_step(year_site):
    page = html.fromstring(year_site.outline["hoeringer/pejlemaerker-2026/handicapraadet.md"].body)
    split = page.get_element_by_id("hr26-6")
    assert "Punktet er delt i HR26-6A og HR26-6B. De tæller i stedet for det." in words(split)
    assert split.xpath(".//p[@class='next']") == []


def test_a_withdrawn_benchmark_says_so_first(year_site):
    note = html.fromstring(year_site.outline["pejlemaerker/p2.md"].body).xpath("//div[@class='note']/p")[0]
    assert words(note) == (
        "Pejlemærket gælder ikke mere. Det blev trukket tilbage den 4. november 2026. "
        "Det står nu i pejlemærke 1. I stedet gælder 1. Job til alle. Besluttet af Jobudvalget, punkt 2."
    )
