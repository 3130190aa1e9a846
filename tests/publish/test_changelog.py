"""The page of what was put on the site when, and its feed, over a repository of a year."""

import shutil

import frozen
import pytest
from lxml import etree, html
from rewriting import Repository

from generator.site import build

SOURCE = "            source: {document: status-2026, section: Side 1}\n"
ANSWER = {
    "file": "consultations/pejlemaerker-2026/handicapraadet.yml",
    "old": "        kind: spørgsmål\n",
    "new": (
        "        kind: spørgsmål\n        history:\n          - date: 2026-08-01\n            status: under vurdering\n"
        f"{SOURCE}"
    ),
}
SUMMARY = {"file": "indicators/ledige.yml", "old": "summary: Færre er ledige.", "new": "summary: Færre er uden job."}
FIGURE = {
    "file": "indicators/ledige.yml",
    "old": "observations:\n",
    "new": "observations:\n  - {period: 2023, area: fjordby, value: 2600, kind: actual}\n",
}
OLDER = {**FIGURE, "new": FIGURE["new"].replace("2023", "2022").replace("2600", "2700")}
LINK = {"file": "initiatives/mentorer.yml"}
WHY = "    why: Mentorer giver plads til flere.\n"
NEW = "  - goal: m1\n    why: Begge handler om job.\n"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "town")
    made.commit("2026-02-20")
    made.commit("2026-09-15", ANSWER)
    made.commit("2026-10-02", SUMMARY, FIGURE)
    return made


def words(node):
    return " ".join(node.text_content().split())


def page(data, path="aendringer/index.md"):
    built = build(data, frozen.YEAR_LATER)
    return html.fromstring(built.outline[path].body)


def told(shown):
    """Give month, day and lines as a reader meets them."""
    return [(node.tag, words(node)) for node in shown.xpath("//h2 | //h3 | //ul[contains(@class, 'changes')]/li")]


def test_changes_stand_by_month_and_day_with_the_newest_first(repository):
    assert told(page(repository.data)) == [
        ("h2", "Oktober 2026"),
        ("h3", "2. oktober 2026"),
        ("li", "Tal og krav Tal »Ledige«: Tallet for 2023 (Fjordby Kommune) er 2.600 personer."),
        ("h2", "September 2026"),
        ("h3", "15. september 2026"),
        ("li", "Svar Høringspunkt HR26-5 fik svaret »under vurdering« den 1. august 2026."),
    ]


def test_the_front_tells_the_newest_with_the_day_on_which_it_came(repository):
    news = page(repository.data, "index.md").xpath("//h2[@id='senest']/following-sibling::ul[1]/li")
    assert [" ".join(" ".join(line.itertext()).split()) for line in news] == [
        "2. oktober 2026 Tal »Ledige«: Tallet for 2023 (Fjordby Kommune) er 2.600 personer.",
        "15. september 2026 Høringspunkt HR26-5 fik svaret »under vurdering« den 1. august 2026.",
    ]


def test_before_the_site_is_published_the_front_tells_what_has_happened(repository):
    site = repository.data / "site.yml"
    site.write_text(site.read_text("utf-8").replace("published: 2026-02-15\n", ""), "utf-8")
    news = page(repository.data, "index.md").xpath("//h2[@id='senest']/following-sibling::ul[1]/li")
    assert len(news) == 5
    newest = " ".join(" ".join(news[0].itertext()).split())
    assert newest == "21. december 2026 Et løfte til punkt UR26-3 er »ikke indfriet«"


def test_a_change_leads_to_what_is_changed(repository):
    links = page(repository.data).xpath("//ul[contains(@class, 'changes')]//a/@href")
    assert links == ["../indikatorer/ledige/", "../hoeringer/pejlemaerker-2026/handicapraadet/#hr26-5"]


def test_our_own_words_are_only_counted(repository):
    assert "Redaktionen har også rettet 1 formulering i sine egne tekster. Det står ikke på listen." in words(
        page(repository.data)
    )


def test_each_kind_has_a_page(repository):
    shown = page(repository.data, "aendringer/svar.md")
    assert [line for tag, line in told(shown) if tag == "li"] == [
        "Høringspunkt HR26-5 fik svaret »under vurdering« den 1. august 2026."
    ]
    assert shown.xpath("//nav[@aria-label='Visning']//a[@aria-current]/@href") == ["../../aendringer/svar/"]


def test_the_page_tells_from_the_day_of_publication(repository):
    site = repository.data / "site.yml"
    site.write_text(site.read_text("utf-8").replace("published: 2026-02-15", "published: 2026-10-01"), "utf-8")
    shown = page(repository.data)
    assert [line for tag, line in told(shown) if tag == "h3"] == ["2. oktober 2026"]
    assert "Siden blev offentliggjort 1. oktober 2026." in words(shown)


def test_without_git_the_page_says_what_it_cannot_show(repository, tmp_path):
    shutil.copytree(repository.data, tmp_path / "archive")
    shown = page(tmp_path / "archive")
    assert words(shown.find_class("note")[0]) == (
        "Denne udgave af siden er lavet uden sin historik. Derfor kan den ikke vise, hvad der er ændret, og hvornår."
    )
    assert told(shown) == []


def test_with_half_the_history_the_page_says_so(repository, tmp_path):
    repository.run("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(tmp_path / "shallow"))
    shown = page(tmp_path / "shallow/data")
    assert words(shown.find_class("note")[0]) == (
        "Denne udgave af siden er lavet med kun den nyeste del af sin historik. Ældre ændringer mangler her."
    )
    assert [line for tag, line in told(shown) if tag == "h3"] == ["2. oktober 2026"]


def test_before_anything_is_changed_the_page_says_so(tmp_path):
    made = Repository(tmp_path / "town")
    made.commit("2026-02-10")
    assert "Der er ikke ændret noget siden." in words(page(made.data))


def test_a_repository_without_a_commit_has_no_changes(tmp_path):
    made = Repository(tmp_path / "town")
    assert told(page(made.data)) == []


def test_the_feed_tells_the_same_and_keeps_its_ids_when_more_is_changed(repository):
    def feed():
        files = {asset.path: asset for asset in build(repository.data, frozen.YEAR_LATER).assets}
        root = etree.fromstring(files["aendringer/opdateringer.xml"].data)
        return {entry.findtext(f"{ATOM}id"): entry for entry in root.iter(f"{ATOM}entry")}

    before = feed()
    assert [entry.findtext(f"{ATOM}title") for entry in before.values()] == [
        "Tal »Ledige«: Tallet for 2023 (Fjordby Kommune) er 2.600 personer.",
        "Høringspunkt HR26-5 fik svaret »under vurdering« den 1. august 2026.",
    ]
    assert [entry.findtext(f"{ATOM}published") for entry in before.values()] == [
        "2026-10-02T00:00:00Z",
        "2026-09-15T00:00:00Z",
    ]
    repository.commit("2026-11-20", OLDER)
    after = feed()
    assert list(after)[1:] == list(before)
    assert len(after) == len(before) + 1


def test_what_is_changed_and_no_longer_there_is_told_without_a_link(repository):
    new = repository.data / "organisations/seniorraadet.yml"
    new.write_text((repository.data / "organisations/erhvervsraadet.yml").read_text("utf-8"), "utf-8")
    repository.commit("2026-11-01")
    new.unlink()
    repository.commit("2026-12-01")
    shown = page(repository.data)
    (line,) = [node for node in shown.xpath("//ul[contains(@class, 'changes')]/li") if "taget af siden" in words(node)]
    assert line.xpath(".//a") == []


def test_a_link_says_the_title_of_what_it_leads_to(repository):
    """The file has an id, which is a word for the editors."""
    repository.commit("2026-10-05", {**LINK, "old": WHY, "new": f"{WHY}{NEW}"})
    assert told(page(repository.data))[2] == ("li", "Koblinger Indsats »Mentorer« er koblet til mål »Flere i job«.")


def test_why_a_link_was_made_is_our_own_words(repository):
    before = told(page(repository.data))
    repository.commit("2026-10-05", {**LINK, "old": "giver plads til flere", "new": "hjælper flere"})
    shown = page(repository.data)
    assert told(shown) == before
    assert "Redaktionen har også rettet 2 formuleringer i sine egne tekster." in words(shown)
