"""A case as a whitebook, on the plan where a year has passed: as page, as table, and on the case's own page."""

import csv
import io
import re

import frozen
import pytest
from lxml import html
from sample import FILES, LETTER, TODAY

from generator.site import build

CASE = "hoeringer/pejlemaerker-2026"


@pytest.fixture(scope="module")
def year():
    return build(frozen.YEAR, frozen.YEAR_LATER)


@pytest.fixture(scope="module")
def shown(year):
    """Give a page of the year's site as elements."""
    return lambda path: html.fromstring(year.outline[path].body)


def words(node):
    """Give the words of an element as they are read, a space between two elements and none before a sign."""
    return re.sub(r" ([,:.])", r"\1", " ".join(" ".join(node.itertext()).split()))


def rows(page):
    """Give the cells of every point by its id."""
    found = page.xpath("//table[contains(@class, 'whitebook')]/tbody/tr")
    return {words(row[0]): [words(cell) for cell in row[1:]] for row in found}


def test_every_point_stands_once_under_a_benchmark(shown):
    page = shown(f"{CASE}/hvidbog.md")
    assert [words(heading) for heading in page.iter("h2")] == ["1. Job til alle", "3. Plads til alle"]
    assert list(rows(page)) == [
        "HR26-1", "HR26-2", "HR26-3", "HR26-4", "HR26-5", "HR26-6A", "HR26-6B", "AR26-1", "AR26-2", "AR26-3",
    ]  # fmt: skip


def test_a_row_says_who_what_answer_change_meeting_and_what_became_of_it(shown):
    found = rows(shown(f"{CASE}/hvidbog.md"))
    who, said, answer, change, meeting, done = found["HR26-1"]
    assert (who, said) == ("Handicaprådet", "Skriv, at hjælpen er individuel.")
    assert answer == (
        "▲ Imødekommet Svar: Hjælpen er nu individuel. Begrundelse: Rådet har ret. "
        "Handicaprådet om svaret, 1. juli 2026: Tilfreds Det er vi glade for."
    )
    assert change.startswith("Det ændrede sig: Pejlemærke 1 fik en ny tekst")
    assert (meeting, done) == ("Jobudvalget, 10. juni 2026 Punkt 4", "Teksten er ændret.")
    assert found["HR26-2"][2] == (
        "◆ Delvist imødekommet Svar: Opdigtet svar. Det er imødekommet: Alle får en plan. "
        "Det er ikke imødekommet: Ikke alle får en mentor. Begrundelse: Opdigtet grund."
    )
    assert found["HR26-2"][-1] == "Løftet »Alle får en plan inden sommer«: ikke oplyst"
    assert found["HR26-6B"][-1] == "Mentorer: ▶ I gang"
    assert found["AR26-2"][-1] == "Løftet »Vi skriver til rådet«: ▲ Indfriet"


def test_what_nobody_has_answered_is_an_empty_row(shown):
    assert {table.get("class") for table in shown(f"{CASE}/hvidbog.md").iter("table")} == {"rows whitebook"}
    nothing = ["Intet i kilderne"] * 3
    assert rows(shown(f"{CASE}/hvidbog.md"))["HR26-5"] == [
        "Handicaprådet", "Hvem har ansvaret?", "○ Uden svar i kilderne", *nothing,
    ]  # fmt: skip


def test_a_case_that_nobody_has_answered_is_a_form_to_fill_in(project):
    letter, rest = FILES[LETTER].split("        history:")
    data = project({LETTER: letter + rest[rest.index("\nsource:") + 1 :]})
    page = html.fromstring(build(data, TODAY).outline["hoeringer/jobplan-2025/hvidbog.md"].body)
    assert [cells[2:] for cells in rows(page).values()] == [["○ Uden svar i kilderne", *["Intet i kilderne"] * 3]] * 2
    assert "så tabellen kan bruges til at skrive svarene i" in words(page.find_class("lead")[0])
    assert {table.get("class") for table in page.iter("table")} == {"rows whitebook unanswered"}


def test_a_point_about_two_benchmarks_is_named_where_it_does_not_stand(project):
    page = html.fromstring(build(project(), TODAY).outline["hoeringer/jobplan-2025/hvidbog.md"].body)
    assert [words(heading) for heading in page.iter("h2")] == ["1. Job først", "2. En samlet plan"]
    assert list(rows(page)) == ["AE-2", "AE-1"]
    (note,) = page.xpath("//h2[@id='p2']/following-sibling::p[1]")
    assert words(note) == "Også AE-2 handler om pejlemærket. Det står under et tidligere pejlemærke."


def test_the_table_says_the_same(year):
    (made,) = [asset for asset in year.assets if asset.path == "data/hvidbog/pejlemaerker-2026.csv"]
    found = {row["point"]: row for row in csv.DictReader(io.StringIO(made.content))}
    assert len(found) == 10
    first = found["hr26-1"]
    assert (first["benchmark"], first["organisation"], first["state"]) == ("p1", "Handicaprådet", "imødekommet")
    assert (first["meeting"], first["item"]) == ("jobudvalget-2026-06-10", "4")
    assert found["ar26-2"]["carried_out"] == "Vi skriver til rådet.: indfriet"
    assert found["hr26-5"]["answer"] == ""


def test_promises_and_replies_are_tables(year):
    files = {asset.path: asset for asset in year.assets}
    promises = {row["promise"]: row for row in csv.DictReader(io.StringIO(files["data/loefter.csv"].content))}
    kept = promises["Vi skriver til rådet."]
    assert (kept["point"], kept["state"], kept["state_since"]) == ("ar26-2", "indfriet", "2026-07-15")
    replies = list(csv.DictReader(io.StringIO(files["data/reaktioner.csv"].content)))
    assert {(row["point"], row["reply"]) for row in replies} == {
        ("hr26-1", "tilfreds"), ("hr26-3", "ikke tilfreds"), ("ar26-3", "delvist tilfreds"),
    }  # fmt: skip


def test_what_every_meeting_decided_is_a_table(year):
    (made,) = [asset for asset in year.assets if asset.path == "data/beslutninger.csv"]
    found = {(row["meeting"], row["item"]): row for row in csv.DictReader(io.StringIO(made.content))}
    assert list(found) == [
        ("jobudvalget-2026-06-10", "4"),
        ("jobudvalget-2026-06-10", "5"),
        ("jobudvalget-2026-11-04", "2"),
    ]
    answered = found["jobudvalget-2026-06-10", "4"]
    assert answered["points"] == "hr26-1 hr26-2 hr26-3 hr26-6b ar26-1 ar26-2 ar26-3"
    assert (answered["adopted"], answered["decided"]) == ("p1", "Udvalget godkendte svarene.")
    assert answered["page"] == "beslutninger/jobudvalget-2026-06-10/#punkt-4"
    last = found["jobudvalget-2026-11-04", "2"]
    assert (last["date"], last["withdrawn"], last["points"]) == ("2026-11-04", "p2", "")


def test_the_case_says_who_was_asked_and_who_did_not_reply(shown):
    table = shown(f"{CASE}.md").xpath("//h2[@id='svar']/following::table[1]/tbody/tr")
    assert [(words(row[0]), words(row[1])) for row in table] == [
        ("Handicaprådet", "Handicaprådets høringssvar, 2. marts 2026"),
        ("Ældrerådet", "Ældrerådets høringssvar, 5. marts 2026"),
        ("Erhvervsrådet", "Intet svar i kilderne"),
    ]


def test_the_case_says_its_deadlines_with_their_sources(shown):
    facts = [words(fact) for fact in shown(f"{CASE}.md").xpath("//div[@class='facts tight']/div")]
    assert (
        "Frist for høringssvar 10. marts 2026 Fristen er kl. 12. Fristen er gået. "
        "Kilde: Høringsbrev om pejlemærkerne, Side 1"
    ) in facts
    unknown = html.fromstring(build(frozen.DATA, frozen.TODAY).outline["hoeringer/pejlemaerker-2025.md"].body)
    facts = [words(fact) for fact in unknown.xpath("//div[@class='facts tight']/div")]
    assert "Frist for kommunens svar Står ikke i kilderne" in facts
    assert "Kilderne siger ikke, hvem der blev spurgt. Listen viser dem, der svarede." in words(unknown)


def test_every_step_of_the_case_has_its_source(shown):
    steps = shown(f"{CASE}.md").xpath("//h2[@id='forloeb']/following-sibling::ul[1]/li")
    assert len(steps) == 4
    assert ["Kilde: " in words(step) for step in steps] == [True] * 4
    assert words(steps[1]).startswith("10. juni 2026 Jobudvalget: Udvalget behandler svarene. Kilderne siger ikke")


def test_the_letter_says_how_old_it_is_and_leads_to_the_whitebook(shown):
    page = shown(f"{CASE}/handicapraadet.md")
    facts = [words(fact) for fact in page.xpath("//div[@class='facts tight']/div")]
    # From 2 March 2026 to 15 January 2027 ten whole months have passed.
    assert any("Brevet er 10 måneder gammelt den 15. januar 2027." in fact for fact in facts)
    assert "../../../hoeringer/pejlemaerker-2026/hvidbog/" in page.xpath("//p[@class='tools']/a/@href")
