"""Letters that raise nothing, and second letters: on pages, in feeds and in the data files."""

import csv
import io

import pytest
from lxml import html
from sample import FILES, LETTER, TODAY

from generator.site import build

SECOND = LETTER.replace(".yml", "-2.yml")
START = FILES[LETTER][: FILES[LETTER].index("sections:")]
SOURCE = "source: {document: brev-2025, section: hele brevet}\n"
SILENT = f"{START}opening: [Rådet har ingen bemærkninger.]\nsections: []\n{SOURCE}"
POINTS = FILES[LETTER].replace("ae-1", "ae-3").replace("ae-2", "ae-4").replace("flere job.", "langt flere job.")


@pytest.fixture
def built(project):
    return lambda files: build(project(files), TODAY)


def words(site, path):
    return " ".join(html.fromstring(site.outline[path].body).text_content().split())


def asset(site, path):
    return next(asset.content for asset in site.assets if asset.path == path)


def test_no_remarks_are_an_answer_received(built):
    site = built({LETTER: SILENT})
    letter = words(site, "hoeringer/jobplan-2025/aeldreraadet.md")
    assert "Rådet har ingen bemærkninger." in letter
    assert "Der er ikke noget at svare på." in letter
    assert "uden svar" not in letter.lower()
    council = words(site, "organisationer/aeldreraadet.md")
    assert "Ældrerådet sendte høringssvar uden punkter" in council
    assert "har ikke sendt høringssvar" not in council
    case = words(site, "hoeringer/jobplan-2025.md")
    assert "Svar fra Ældrerådet, 3. marts 2025" in case
    assert "Intet svar i kilderne" not in case
    for feed in ("opdateringer.xml", "organisationer/aeldreraadet/opdateringer.xml"):
        assert "Ældrerådet sendte høringssvar uden punkter" in asset(site, feed)
    (row,) = csv.DictReader(io.StringIO(asset(site, "data/hoeringssvar.csv")))
    assert (row["response"], row["points"], row["opening"]) == (
        "jobplan-2025/aeldreraadet",
        "0",
        "Rådet har ingen bemærkninger.",
    )


def test_both_letters_of_an_organisation_stand_each_with_its_own_address(built):
    site = built({SECOND: POINTS.replace("2025-03-03", "2025-03-20", 1)})
    assert "Hvad betyder planen?" in words(site, "hoeringer/jobplan-2025/aeldreraadet.md")
    assert "20. marts 2025" in words(site, "hoeringer/jobplan-2025/aeldreraadet-2.md")
    case = words(site, "hoeringer/jobplan-2025.md")
    assert "Svar fra Ældrerådet, 3. marts 2025" in case
    assert "Svar fra Ældrerådet, 20. marts 2025" in case
    assert "Har rejst4 punkter" in words(site, "organisationer/aeldreraadet.md")
    rows = csv.DictReader(io.StringIO(asset(site, "data/hoeringssvar.csv")))
    assert [(row["response"], row["organisation_id"], row["received"]) for row in rows] == [
        ("jobplan-2025/aeldreraadet", "aeldreraadet", "2025-03-03"),
        ("jobplan-2025/aeldreraadet-2", "aeldreraadet", "2025-03-20"),
    ]


LISTED = FILES[LETTER].replace(
    "        text: Hvad betyder planen?\n",
    "        text: |-\n          Rådet beder om:\n\n          1. en plan for unge\n          2. en plan & ro\n",
)


def test_a_list_in_a_point_is_a_list_with_its_own_numbers_on_the_page_and_lines_in_the_file(built):
    site = built({LETTER: LISTED})
    for path in ("hoeringer/jobplan-2025/aeldreraadet.md", "pejlemaerker/p2.md"):
        (found,) = html.fromstring(site.outline[path].body).xpath("//ol[@class='own']")
        assert [item.text_content() for item in found] == ["1. en plan for unge", "2. en plan & ro"]
    first, _ = csv.DictReader(io.StringIO(asset(site, "data/punkter.csv")))
    assert first["text"] == "Rådet beder om:\n\n1. en plan for unge\n2. en plan & ro"
