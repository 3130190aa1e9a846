"""A benchmark's page: points first, and what the editors linked as rows with their reason."""

import pytest
from lxml import html
from sample import TODAY

from generator.site import build

INITIATIVE = """\
title: Tilbud {number:02}
summary: Et tilbud.
period: "2025"
sources:
  - document: plan-2025
    section: 2.1 Rammer
links:
  - benchmark: p1
    why: Grund {number}.
"""


def words(node):
    return " ".join(node.text_content().split())


@pytest.fixture
def shown(project):
    def page(number):
        files = {f"initiatives/i{one}.yml": INITIATIVE.format(number=one) for one in range(1, number + 1)}
        built = build(project(files), TODAY)
        assert [str(problem) for problem in built.problems if problem.severity == "fejl"] == []
        return html.fromstring(built.outline["pejlemaerker/p1.md"].body)

    return page


def lists(page):
    """Give the number of rows of every table of what the municipality does, and the words that open them."""
    (folded,) = page.xpath("//h2[@id='indsatser']/following-sibling::*[1]")
    return [len(table.xpath("tbody/tr")) for table in folded.iter("table")], [
        words(summary) for summary in folded.iter("summary")
    ]


@pytest.mark.parametrize(
    ("number", "rows", "summaries"),
    [
        (1, [1], ["Vis 1 indsats"]),
        (8, [8], ["Vis 8 indsatser"]),
        (9, [5, 4], ["Vis 9 indsatser", "Vis de andre 4: Det gør kommunen"]),
    ],
)
def test_of_a_long_list_of_the_editors_the_end_is_folded(shown, number, rows, summaries):
    assert lists(shown(number)) == (rows, summaries)


def test_a_row_says_the_editors_reason_and_the_table_whose_it_is(shown):
    table = shown(1).xpath("//h2[@id='indsatser']/following-sibling::*[1]//table")[0]
    assert words(table.find("caption")) == (
        "Det gør kommunen. Redaktionel kobling: fundet af redaktionen, ikke kommunens svar"
    )
    assert [words(cell) for cell in table.xpath("tbody/tr/*")] == ["Tilbud 01", "Grund 1."]


def test_without_any_there_is_a_sentence_and_no_table(shown):
    after = shown(0).xpath("//h2[@id='indsatser']/following-sibling::*[1]")[0]
    assert words(after) == "Redaktionen har ikke fundet en indsats i planerne, der handler om pejlemærket."


def test_points_stand_before_the_text(town_site):
    page = html.fromstring(town_site.outline["pejlemaerker/p4.md"].body)
    assert [heading.get("id") for heading in page.xpath("//h2")] == [
        "hoeringspunkter",
        "teksten",
        "tal",
        "resultatmaal",
        "indsatser",
        "maal",
        "gennemfoerelse",
    ]
