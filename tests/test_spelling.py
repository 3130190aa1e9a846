"""The words of the program are spelt as Danish words are, and the check finds those that are not."""

import os
from html import escape

import pytest
import spelling
from markdown import markdown
from pages import page

from generator.base.local import benchmark


@pytest.fixture(scope="module")
def hunspell():
    if not spelling.is_here():
        if os.environ.get("PEJL_REQUIRE_SPELLING") == "1":
            pytest.fail(spelling.MISSING)
        pytest.skip(spelling.MISSING)


@pytest.mark.usefixtures("hunspell")
@pytest.mark.parametrize("site", ["published", "year_published"])
def test_every_word_of_the_program_is_known(request, site):
    found = spelling.unknown(request.getfixturevalue(site), spelling.words_of("program.txt"))
    assert not found, "\n".join(map(str, found))


@pytest.mark.usefixtures("hunspell")
@pytest.mark.parametrize("name", ["import", "index", "kommunen", "mange", "opgaver", "papir", "server", "tal"])
def test_every_word_of_the_editors_guide_is_known(tmp_path, name):
    _, _, body = page(f"redaktoer/{name}.md").split("---\n", 2)
    text = markdown(body, extensions=["attr_list", "tables", "fenced_code"])
    (tmp_path / f"{name}.html").write_text(benchmark().said(text, escape), "utf-8")
    found = spelling.unknown(tmp_path, spelling.words_of("program.txt"))
    assert not found, "\n".join(map(str, found))


@pytest.mark.usefixtures("hunspell")
def test_a_misspelling_is_told_once_with_its_place(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text("<p>Rådet har <b>spurtgt</b> om mentorer.</p>", "utf-8")
    assert list(map(str, spelling.unknown(tmp_path, ()))) == ["a.html: »spurtgt« i: Rådet har spurtgt om mentorer."]
    assert spelling.unknown(tmp_path, {"spurtgt"}) == []


def test_only_a_pages_own_words_are_read():
    page = (
        '<head><title>Fejll</title></head><main><p>Job<i></i>center <a href="/a">et</a><a href="/b">to</a></p>'
        '<blockquote>Fejll</blockquote><p class="quoted x">Fejll</p><div data-letter="1">Fejll</div><del>Fejll</del>'
        '<p lang="en">wrrong</p><svg><text>Fejl-</text></svg><code>fejll</code></main>'
    )
    assert spelling.lines(page.encode()) == ["Jobcenter", "et", "to"]


def test_a_list_holds_a_word_a_line_and_remarks():
    known = spelling.words_of("program.txt")
    assert {"DCAT", "AA"} <= known
    assert not any("#" in word or " " in word for word in known)
