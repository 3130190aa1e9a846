import json
import re
from itertools import pairwise

import pytest
from lxml import html
from sample import FILES, INDICATOR, TARGETS, TODAY, changed

from generator import site
from generator.checking import check

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"


@pytest.fixture
def page(project):
    def build(path, changes=None):
        built = site.build(project(changes), TODAY)
        assert [str(problem) for problem in built.problems if problem.severity == "fejl"] == []
        return html.fromstring(next(page.body for page in built.pages if page.path == path))

    return build


def words(element):
    return " ".join(element.text_content().split())


def test_bad_data_gives_problems_and_no_pages(project):
    built = site.build(project({"benchmarks/p1.yml": "number: en\n"}), TODAY)
    assert built.problems
    assert (built.pages, built.assets) == ([], [])


def test_the_same_data_gives_the_same_bytes(project):
    data = project()
    assert site.build(data, TODAY) == site.build(data, TODAY)


OWN = FILES["site.yml"].replace("licence:", "address: https://plan.eksempelby.example/\nlicence:")
THEIRS = "https://en-anden.github.io/pejl"


@pytest.mark.parametrize(
    ("record", "given", "root"),
    [
        (FILES["site.yml"], "", ""),
        (FILES["site.yml"], THEIRS, THEIRS),
        (OWN, "", "https://plan.eksempelby.example"),
        (OWN, "http://plan.eksempelby.example", "https://plan.eksempelby.example"),
    ],
)
def test_a_site_stands_where_its_record_says_or_else_where_it_is_built_for(project, record, given, root):
    built = site.build(project({"site.yml": record}), TODAY, address=given)
    assert (built.plan.site.root, built.elsewhere) == (root, [])
    catalogue = json.loads(built.files["exports"]["data/catalog.jsonld"].content)
    assert catalogue["@context"].get("@base", "") == (f"{root}/data/catalog.jsonld" if root else "")


def test_a_site_that_is_built_for_another_place_than_its_own_says_so(project):
    data = project({"site.yml": OWN})
    built = site.build(data, TODAY, address=THEIRS)
    assert built.plan.site.root == THEIRS
    assert "".join(map(str, built.elsewhere)) == (
        f"{data}/site.yml:11:10: advarsel: Siden bliver bygget til »{THEIRS}«, som SITE_URL siger, men her står "
        "»https://plan.eksempelby.example«. Skriv den rigtige adresse her, eller byg uden SITE_URL. [webadresse]"
    )
    assert built.problems == []


def test_a_page_leads_to_the_file_it_was_made_from(project):
    data = project()
    pages = {page.path: page.edit_path for page in site.build(data, TODAY).pages}
    assert pages["pejlemaerker/p1.md"] == f"{data.as_posix()}/benchmarks/p1.yml"
    assert pages["hoeringer/jobplan-2025/aeldreraadet.md"] == f"{data.as_posix()}/{LETTER}"


def test_the_letter_stands_word_for_word_and_in_order(page):
    parts = page("hoeringer/jobplan-2025/aeldreraadet.md").xpath("//*[@data-letter]")
    assert [words(part) for part in parts if words(part)] == [
        "1. Job først OG 2. En samlet plan",
        "Hvad betyder planen?",
        "Vi foreslår flere job.",
    ]


def test_an_answer_shows_its_reason_and_what_changed(page):
    answer = words(page("hoeringer/jobplan-2025/aeldreraadet.md").get_element_by_id("ae-2"))
    for piece in ("Imødekommet", "1. maj 2025", "Jobudvalget", "Planen nævner nu flere job.", "Forslaget er godt."):
        assert piece in answer
    changed = page("hoeringer/jobplan-2025/aeldreraadet.md").get_element_by_id("ae-2")
    # Of five words only one stands in both, so that each wording is shown by itself.
    assert [words(part) for part in changed.xpath(".//div[@class='two']/div")] == [
        "Før Flere job.",
        "Efter Mange flere job.",
    ]


def test_a_point_nobody_answered_says_so(page):
    assert "Uden svar i kilderne" in words(page("hoeringer/jobplan-2025/aeldreraadet.md").get_element_by_id("ae-1"))


def test_an_organisation_sees_its_unanswered_points_first(page):
    text = words(page("organisationer/aeldreraadet.md"))
    assert text.index("Rådet spørger om planen.") < text.index("Rådet vil have flere job.")


def test_a_benchmark_shows_its_points_and_its_metric(page):
    root = page("pejlemaerker/p1.md")
    assert [words(row) for row in root.xpath("//table[contains(@class, 'said')]//td[1]//strong")] == [
        "Rådet vil have flere job."
    ]
    assert "Tallet viser, hvor mange der er ledige." in words(root)
    assert len(root.xpath("//figure")) == 1


def test_a_benchmark_without_words_or_metric_says_so(page):
    assert "Kilderne har ikke teksten." in words(page("pejlemaerker/p1.md"))
    assert "Kilderne har intet tal." in words(page("pejlemaerker/p2.md"))


def test_an_indicator_leads_back_to_what_it_illuminates(page):
    links = page("indikatorer/ledighed.md").xpath("//h2[@id='bruges']/following-sibling::ul[1]//a/@href")
    assert links == ["../../pejlemaerker/p1/", "../../hoeringer/jobplan-2025/aeldreraadet/#ae-2"]


@pytest.mark.parametrize(
    "bad", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "2 * 3 * 4, a_b_c & 5 < 6 [1]"]
)
def test_text_from_outside_is_shown_as_text(project, bad):
    letter = FILES[LETTER].replace("Vi foreslår flere job.", f"'{bad}'")
    # The rules refuse mark-up in the data; the pages must hold even if one slips through.
    loaded, _ = check(project({LETTER: letter}), TODAY)
    built = site.build(project({LETTER: letter}), TODAY)
    if "=" in bad or "script" in bad:
        assert any(problem.rule == "html" for problem in built.problems) or built.pages == []
    else:
        body = next(page.body for page in built.pages if page.path == "hoeringer/jobplan-2025/aeldreraadet.md")
        assert bad in html.fromstring(body).get_element_by_id("ae-2").text_content()
    assert loaded.plan is not None


def test_a_stale_link_is_marked_on_both_its_pages(page):
    change = {
        "benchmarks/p1.yml": FILES["benchmarks/p1.yml"].replace(
            "- indicator: ledighed", "- indicator: ledighed\n    seen: 00000000"
        )
    }
    assert "Skal ses efter igen" in words(page("indikatorer/ledighed.md", change))
    assert "Skal ses efter igen" in words(page("pejlemaerker/p1.md", change))
    assert "Skal ses efter igen" not in words(page("pejlemaerker/p1.md"))


OUTDATED = "◆ Skal ses efter igen Ordene er ældre end tallene."


def test_words_that_are_older_than_the_figures_say_so_wherever_they_stand(page):
    own = ("observations:", "chart:\n  headline: Færre er ledige end i 2023\nobservations:")
    old = changed(INDICATOR, own, ("observations:", 'seen: "00000000"\nobservations:'))
    new = changed(INDICATOR, own)
    for path, times in (("indikatorer/ledighed.md", 2), ("indikatorer/index.md", 1), ("pejlemaerker/p1.md", 1)):
        assert words(page(path, old)).count(OUTDATED) == times
        assert OUTDATED not in words(page(path, new))


def test_only_an_editors_words_can_be_older_than_the_figures(page):
    old = changed(INDICATOR, ("observations:", 'seen: "00000000"\nobservations:'))
    assert words(page("indikatorer/ledighed.md", old)).count(OUTDATED) == 1
    assert OUTDATED not in words(page("pejlemaerker/p1.md", old))


def test_every_page_has_one_top_heading_and_skips_no_level(project):
    for made in site.build(project(), TODAY).pages:
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", made.body)]
        assert levels.count(1) == 1, made.path
        assert levels[0] == 1, made.path
        assert all(below - above <= 1 for above, below in pairwise(levels)), made.path


def test_no_id_stands_twice_on_a_page(project):
    for made in site.build(project(), TODAY).pages:
        ids = re.findall(r'\sid="([^"]+)"', made.body)
        assert len(ids) == len(set(ids)), made.path


def test_a_target_stands_beside_the_figures_that_measure_it(page):
    measured = TARGETS["targets/t1.yml"].replace(
        "    unit: personer\n", "    unit: procentpoint\n    indicator: ledighed\n"
    )
    root = page("indikatorer/ledighed.md", TARGETS | {"targets/t1.yml": measured})
    (row,) = root.xpath("//tbody[@class='aims']/tr")
    assert words(row).endswith("mål")
    assert root.xpath("//svg//text[text()='Mål: højst 2.300']")
    assert page("indikatorer/ledighed.md", TARGETS).xpath("//tbody[@class='aims']") == []


GROUPS = """\
chart:
  form: bar
observations:
  - {period: 2024, area: eksempelby, group: mænd, value: 5, kind: actual}
  - {period: 2024, area: eksempelby, group: kvinder, value: 4, kind: actual}
"""


def test_a_target_for_a_group_stands_at_that_group_alone_and_says_whom_it_is_about(page):
    head = TARGETS["targets/t1.yml"].partition("parts:")[0]
    asked = "comparator: at_most, value: 0, unit: procentpoint, indicator: ledighed"
    parts = f"parts:\n  - {{id: 1a, label: Mænd, target_group: unge, group: mænd, {asked}}}\n"
    figures = TARGETS["indicators/ledighed.yml"].partition("observations:")[0] + GROUPS
    changes = TARGETS | {"targets/t1.yml": head + parts, "indicators/ledighed.yml": figures}
    root = page("indikatorer/ledighed.md", changes)
    (row,) = root.xpath("//tbody[@class='aims']/tr")
    assert [words(cell) for cell in row] == ["Mål: Unge, Mænd", "højst 0 procentpoint", "mål"]
