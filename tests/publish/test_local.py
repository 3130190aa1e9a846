"""A municipality of another field and shape: its own words, units, colour and logo, and nothing of anybody else's."""

import html
import re

import frozen
import pytest
import yaml
from pages import page as manual

from generator.base.colours import contrast, mixed
from generator.publish.assets import assets
from generator.publish.emblem.files import ICONS
from generator.site import build

FOREIGN = re.compile(r"pejlemærk|pejlemaerk|randers|handicapråd|beskæftigelse|jobcenter", re.IGNORECASE)


@pytest.fixture(scope="module")
def local():
    return build(frozen.OTHER, frozen.OTHER_TODAY)


@pytest.fixture(scope="module")
def bodies(local):
    return {page.path: page.body for page in local.pages}


def test_the_plan_has_no_problems(local):
    assert local.problems == []


def test_nothing_that_readers_see_is_anybody_elses(local, bodies):
    told = {page.path: f"{page.title} {page.description} {page.crumbs} {page.kind}" for page in local.pages}
    # The style sheets and scripts are the program's own, and readers do not see them.
    files = {
        asset.path: asset.content
        for asset in local.assets
        if not asset.path.startswith("assets/") or "diagrammer" in asset.path
        if asset.path not in ICONS and asset.path not in local.files["papers"]
    }
    for path, text in [*told.items(), *bodies.items(), *files.items(), *((path, path) for path in files)]:
        assert not FOREIGN.search(text), path


def test_no_room_for_the_word_is_left_open(local, bodies):
    files = {
        asset.path: asset.content
        for asset in local.assets
        if not asset.path.startswith("assets/") and asset.path not in {*ICONS, *local.files["papers"]}
    }
    for path, text in [*bodies.items(), *files.items()]:
        assert not re.search(r"\{(one|the|many|the_many|it|its|each|with_article)\}", text, re.IGNORECASE), path
    assert "<code>benchmarks</code><br>Fokusområder</th>" in bodies["data/index.md"]


def test_a_benchmark_is_called_what_the_municipality_calls_it(bodies):
    body = bodies["fokusomraader/f4.md"]
    assert '<p class="kicker">Fokusområde 4 · Ældre og psykiatri, Vestby Kommune</p>' in body
    assert "<strong>Ingen tal måler fokusområdet.</strong>" in body
    assert "Et fokusområde er noget, byen vil blive bedre til i de næste fire år." in bodies["fokusomraader/index.md"]


def test_figures_in_days_are_longer_and_shorter(bodies):
    progress = html.unescape(bodies["hvordan-gaar-det/index.md"])
    assert "Tallet for Vestby var 9 dage i 2039. Det er 2 dage kortere end i 2038 (11 dage)." in progress


def test_a_unit_of_ones_own_has_its_grammar(bodies):
    progress = html.unescape(bodies["hvordan-gaar-det/index.md"])
    assert "Det er 1 plejedag færre end i 2038 (2.120 plejedage)." in progress
    assert "Det er 0,5 besøg pr. uge flere end i 2038 (6,5 besøg pr. uge)." in progress


def test_a_rate_is_set_beside_another_areas(bodies):
    indicator = html.unescape(bodies["indikatorer/indlagte.md"])
    assert "men lå over hele regionen (2,9 pr. 1.000)." in indicator


def test_the_pages_are_in_the_municipalitys_colour_and_have_its_logo(local):
    names, files = assets(local.plan.site, local.plan.logo), {asset.path: asset for asset in local.assets}
    sheet = files[names["assets/pejl.css"].path].content
    assert "--head: #5b2333;" in sheet
    assert "#12436d" not in sheet
    assert contrast("#5b2333", "#ffffff") > contrast("#767676", "#ffffff") > 4.5
    assert files[names["assets/logo.svg"].path].data == (frozen.OTHER / "logo.svg").read_bytes()


def test_the_contrast_of_colours_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast("#5b2333", "#5b2333") == 1
    assert mixed("#ff0000", "#000000", 0.5) == "#800000"


def test_the_statement_leads_to_the_official_one_and_the_contact_can_be_used(local):
    page = next(page for page in local.pages if page.path == "was/index.md")
    assert page.leads_to == "https://was.example/vestby"
    assert '<a href="https://was.example/vestby">Læs den officielle tilgængelighedserklæring</a>' in page.body
    assert '<a href="tel:+4587654321">87 65 43 21</a>' in page.body
    assert '<a href="mailto:omsorg@vestby.example">omsorg@vestby.example</a>' in page.body


def test_the_guide_writes_what_the_municipality_has_written():
    guide = manual("redaktoer/kommunen.md", "{#ordet}")
    written = yaml.safe_load((frozen.OTHER / "site.yml").read_text("utf-8"))
    told = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.+?)```", guide, re.DOTALL)]
    names = ["words", "units", "colour", "contact", "address", "security", "papers"]
    assert [key for block in told for key in block] == names
    for block in told:
        (name,) = block
        if name == "address":  # which none of the frozen plans has
            continue
        part = written[name]
        assert block[name] == ({key: part[key] for key in block[name]} if isinstance(part, dict) else part)


def test_there_is_no_list_of_what_there_is_none_of(bodies):
    assert not {"indsatser/index.md", "ministermaal/index.md", "anbefalinger/index.md"} & set(bodies)
