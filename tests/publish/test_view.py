import pytest

from generator.publish.view import Page, relative


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", './pejlemaerker/p1/"'),
        ("pejlemaerker/index.md", '../pejlemaerker/p1/"'),
        ("pejlemaerker/p1.md", '../../pejlemaerker/p1/"'),
        ("indikatorer/pris-x.md", '../../pejlemaerker/p1/"'),
        ("indikatorer/prisindex.md", '../../pejlemaerker/p1/"'),
        ("hoeringer/a/b.md", '../../../pejlemaerker/p1/"'),
    ],
)
def test_links_from_the_root_become_relative_to_the_page(path, expected):
    assert relative('<a href="/pejlemaerker/p1/">', path) == f'<a href="{expected}>'


@pytest.mark.parametrize("link", ['href="https://eksempel.example/"', 'href="#her"', 'href="//vært.example/"'])
def test_other_links_are_left_alone(link):
    assert relative(f"<a {link}>", "pejlemaerker/p1.md") == f"<a {link}>"


def test_a_page_is_markdown_whose_front_matter_survives_any_title():
    page = Page("a.md", 'Et "citat": og: kolon', "<p>Tekst</p>", "data/a.yml", crumbs=(("Overblik", "overblik/"),))
    front, body = page.markdown().removeprefix("---\n").split("\n---\n\n")
    assert body == "<p>Tekst</p>\n"
    assert '"title": "Et \\"citat\\": og: kolon"' in front
    assert '"crumbs": [{"title": "Overblik", "path": "overblik/"}]' in front
