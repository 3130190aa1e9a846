"""The front page says with pictures and in words what the data say, whatever they are."""

import importlib

import frozen
import pytest
from lxml import html
from sample import FILES, TODAY

from generator.publish.front import in_order, marks
from generator.site import build

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"
CASE = "consultations/jobplan-2025/consultation.yml"


def words(element):
    return " ".join(element.text_content().split())


def front(site):
    assert not [problem for problem in site.problems if "fejl:" in str(problem)]
    return html.fromstring(site.outline["index.md"].body)


def told(page):
    return words(page.xpath("//figure[@class='whole']/figcaption")[0]).removesuffix(" Se alle mangler")


def told_in_row(page, number):
    row = page.xpath("//table/tbody/tr")[number]
    return [words(cell) for cell in row]


@pytest.fixture(scope="module")
def year_front():
    return front(build(frozen.YEAR, frozen.YEAR_LATER))


def test_the_chain_is_told_in_whole_sentences_where_some_is_answered(year_front):
    assert told(year_front) == (
        "10 af 13 høringspunkter har et svar i kilderne. "
        "Svaret på 3 af dem har ændret en tekst eller noget, der bliver gjort. "
        "1 af 2 pejlemærker har tal, der belyser dem. Delmålet er ikke målt."
    )


def test_a_picture_says_in_words_what_stands_beside_it(year_front):
    drawings = year_front.xpath("//figure[@class='whole']/svg")
    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert words(drawing.xpath("desc")[0]) == told(year_front)


def test_one_of_everything_and_nothing_answered(project):
    letter = FILES[LETTER]
    start, stop = letter.index("        history:"), letter.index("source:\n  document: brev-2025")
    page = front(build(project({LETTER: letter[:start] + letter[stop:]}), TODAY))
    assert told(page).startswith("Ingen af de 2 høringspunkter har et svar i kilderne. 1 af 2 pejlemærker har tal")


def test_without_points_nobody_is_said_to_be_silent(project):
    page = front(build(project({LETTER: None, CASE: None}), TODAY))
    assert told(page).startswith("Der er ingen høringspunkter. 1 af 2 pejlemærker har tal, der belyser dem.")
    assert told_in_row(page, 0)[1] == "ingen punkter"
    assert "Hvad skrev" not in words(page)


def test_of_nothing_nothing_is_said_to_be_all_and_nothing_is_drawn(tmp_path):
    for name in ("site.yml", "areas.yml", "themes.yml"):
        (tmp_path / name).write_text(FILES[name], "utf-8")
    outline = build(tmp_path, TODAY).outline
    page = html.fromstring(outline["index.md"].body)
    assert told(page) == "Der er ingen høringspunkter. Der er ingen pejlemærker. Planerne har ingen delmål."
    assert page.xpath("//svg | //nav[contains(@class, 'ways')]") == []
    pages = {path: words(html.fromstring(made.body)) for path, made in outline.items()}
    assert [path for path, said in pages.items() if "0 af 0" in said] == []
    assert not any("Alle " in words(line) for line in html.fromstring(outline["overblik/mangler.md"].body).iter("p"))


def test_a_row_has_the_words_beside_its_pictures(year_front):
    # The number of a benchmark stands in its mark, which nobody reads aloud.
    assert told_in_row(year_front, 0) == [
        "1Job til alle",
        "5 af 7 punkter",
        "1 tal Ledige: 2.350 personer i 2025",
        "intet delmål",
    ]
    assert told_in_row(year_front, 1)[1:] == ["3 af 3 punkter", "ingen tal", "intet delmål"]


def test_only_what_can_be_seen_in_the_rows_is_explained(year_front):
    explained = [words(item) for item in year_front.xpath("//ul[@class='legend']/li")]
    assert "delvist imødekommet" in explained
    assert "ingen måling" not in explained


def test_a_larger_plan_is_counted(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(frozen.ROOT / "bench"))
    plan = importlib.import_module("plan")
    made = plan.counts(200)
    plan.write(tmp_path, plan.files(200))
    page = front(build(tmp_path, TODAY))
    assert f" af {made['points']} høringspunkter har et svar i kilderne. Svaret på " in told(page)
    assert len(page.xpath("//table/tbody/tr")) == made["benchmarks"]


def test_more_benchmarks_than_a_page_has_room_for_are_cut(project):
    more = {
        f"benchmarks/p{number}.yml": FILES["benchmarks/p2.yml"].replace("number: 2", f"number: {number}")
        for number in range(3, 102)
    }
    page = front(build(project(more), TODAY))
    assert len(page.xpath("//table/tbody/tr")) == 100
    assert words(page.xpath("//p[@class='all']")[0]) == "Se alle 101 pejlemærker"


def test_marks_that_are_alike_stand_together_and_a_target_is_told_from_a_point():
    looks = marks({"nået": ("ok", "▲"), "ingen måling": ("wait", "○"), "besvaret": ("ok", "●")})
    assert in_order(looks, ["besvaret", "ingen måling", "nået", "ingen måling"]) == [
        ("ok", "▲"),
        ("wait", "□"),
        ("wait", "□"),
        ("ok", "●"),
    ]
