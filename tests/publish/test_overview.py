"""The overviews count what belongs together, and say by name what they count on a page of their own."""

import pytest
from lxml import html
from sample import FILES, TODAY

from generator.publish.pages import MOST_SAID
from generator.site import build

GAPS = "overblik/mangler.md"
LETTER = next(path for path, text in FILES.items() if "Rådet spørger om planen." in text)
SENTENCE = (
    "Rådet spørger, hvem der skriver planen, når borgeren ikke selv kan, og hvem der ser den efter, når et år er gået"
)


def words(element):
    return " ".join(element.text_content().split())


def rows(page):
    return {
        words(row.xpath("th")[0]): [words(cell) for cell in row.xpath("td")]
        for row in html.fromstring(page.body).xpath("//table/tbody/tr")
    }


def test_a_number_for_each_type_and_a_gap_is_said(town_site):
    page = town_site.outline["overblik/index.md"]
    heads = [words(cell) for cell in html.fromstring(page.body).xpath("//table/thead/tr/th")]
    found = rows(page)["7. Et godt samarbejde med firmaerne"]
    assert heads == [
        "Pejlemærker", "Høringspunkter", "Mål", "Resultatmål", "Tal", "Indsatser", "Anbefalinger",
    ]  # fmt: skip
    # One point, one recommendation and its own figure; nothing else in the plan's files names it.
    assert found == ["1", "0 mangler", "0 mangler", "1", "0 mangler", "1"]


def test_names_stand_on_a_page_of_their_own_and_the_two_lead_to_each_other(town_site):
    counts = html.fromstring(town_site.outline["overblik/maal.md"].body)
    names = html.fromstring(town_site.outline["overblik/maal/navne.md"].body)
    assert counts.xpath("//p/a[text()='Vis navne i stedet for antal']/@href") == ["../../overblik/maal/navne/"]
    assert names.xpath("//p/a[text()='Vis antal i stedet for navne']/@href") == ["../../../overblik/maal/"]
    assert len(counts.xpath("//table/tbody/tr")) == len(names.xpath("//h2[@class='row-name']"))


def test_a_row_of_names_says_what_is_missing(town_site):
    names = html.fromstring(town_site.outline["overblik/navne.md"].body)
    facts = names.get_element_by_id("navne-p7").xpath("following-sibling::dl[1]")[0]
    said = dict(
        zip([words(term) for term in facts.xpath("dt")], [words(text) for text in facts.xpath("dd")], strict=True)
    )
    assert said["Høringspunkter"] == "HR25-7-1"
    assert said["Resultatmål"] == "mangler"


def test_no_row_has_a_role_of_its_own(town_site):
    for page in town_site.pages:
        if page.path.startswith("overblik/"):
            assert " role=" not in page.body


def test_what_a_link_of_the_editors_is_can_be_read_where_it_is_said(town_site):
    page = html.fromstring(town_site.outline["overblik/index.md"].body)
    assert page.xpath("//p[@class='editorial']/a/@href") == ["../ordliste/#sidens-redaktionel-kobling"]
    terms = html.fromstring(town_site.outline["ordliste/index.md"].body)
    explained = words(terms.get_element_by_id("sidens-redaktionel-kobling").getnext())
    assert explained.endswith("Kommunen har ikke selv sagt det.")


@pytest.fixture
def shown(project):
    text = FILES[LETTER].replace("Rådet spørger om planen.", f"{SENTENCE}, eller når borgeren er flyttet.")
    outline = build(project({LETTER: text}), TODAY).outline
    return lambda path: html.fromstring(outline[path].body)


def test_a_row_of_numbers_says_as_much_of_a_point_as_there_is_room_for_and_its_state(shown):
    page = shown("overblik/hoeringspunkter.md")
    said = [one.text_content() for one in page.xpath("//tbody//span[@class='says']")]
    assert (len(SENTENCE), said[0]) == (MOST_SAID, f"{SENTENCE.rpartition(' ')[0]} …")
    states = [words(tag) for tag in page.xpath("//tbody//*[contains(@class, 'tag')]")]
    assert states[0] == "○ Uden svar i kilderne"
    legend = [words(tag) for tag in page.xpath("//ul[@aria-label='Tegnene']/li")]
    assert sorted(set(states)) == sorted(legend)


def test_beside_the_names_a_point_says_all(shown):
    said = [one.text_content() for one in shown("overblik/hoeringspunkter/navne.md").xpath("//span[@class='says']")]
    assert said[0] == f"{SENTENCE}, eller når borgeren er flyttet"


def test_thousands_are_counted_as_everywhere_else(project):
    """The front page says »1.003 høringspunkter«, and so do the overview, what is missing, and each list of points."""
    before, _, after = FILES[LETTER].partition("      - id: ae-1\n")
    point, _, rest = after.partition("      - id: ae-2\n")
    more = "".join(f"      - id: ae-{number}\n{point}" for number in range(1000, 2001))
    text = f"{before}      - id: ae-1\n{point}{more}      - id: ae-2\n{rest}"
    outline = build(project({LETTER: text}), TODAY).outline
    overview, missing, front = (html.fromstring(outline[path].body) for path in ("overblik/index.md", GAPS, "index.md"))
    assert "1.002 af 1.003" in [words(one) for one in overview.find_class("v")]
    assert words(missing.get_element_by_id("ubesvarede")) == "Punkter uden svar i kilderne (1.002)"
    assert missing.get_element_by_id("ubesvarede").get("data-state") == "1.002"
    assert "Kilderne har ikke noget svar på 1.002 af 1.003 punkter." in words(front)
    assert "○ Uden svar i kilderne 1.002" in [words(one) for one in overview.find_class("tallied")]
    assert "Uden svar i kilderne (1.002)" in words(html.fromstring(outline["emner/index.md"].body))


def test_what_is_missing_is_called_the_same_where_it_is_counted_and_where_it_is_named(town_site):
    overview = html.fromstring(town_site.outline["overblik/index.md"].body)
    missing = html.fromstring(town_site.outline[GAPS].body)
    counted = {
        words(fact.find_class("k")[0]): (words(fact.find_class("v")[0]).partition(" ")[0], link.partition("#")[2])
        for fact in overview.find_class("facts")[0]
        for link in fact.xpath(".//a/@href")
        if "mangler" in link
    }
    assert len(counted) == 3
    for name, (number, place) in counted.items():
        assert words(missing.get_element_by_id(place)) == f"{name} ({number})"
