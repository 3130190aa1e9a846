"""Charts in a real browser: their letters, and the interactive charts that readers can ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import browser as chrome
import pytest
from charting import AWKWARD, DOCUMENTS, Row, example, figure, ledger, target_line
from playwright.sync_api import Browser, Error, Page, Route, expect

from generator.charts import Addresses, TargetLine, draw, view
from generator.charts.drawing import WIDTHS
from generator.model.vocabulary import ChartForm
from generator.publish.assets import assets, library_path

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).parents[2] / "generator/publish/assets"
INDICATOR = "/indikatorer/beskaeftigelsesfrekvens/"
TARGETED = "/indikatorer/fokusmaal-1/"
SEVERAL = "/pejlemaerker/p9/"
WITHOUT = "/ordliste/"
WIDE_TABLE = "/indikatorer/budget/"
LONG_NAMES = [f"Uddannelseshjælpsmodtagere, gruppe {n}, som er vurderet aktivitetsparate" for n in range(5)]
FIGURES = "**/assets/diagrammer/*.json"
OPEN, CLOSE = "Vis interaktivt diagram", "Luk interaktivt diagram"

MARKS = "() => [...document.querySelectorAll('.live .scatterlayer .point')].map(mark => mark.style.fill)"


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Page]:
    with chrome.page(chromium) as made:
        yield made


@pytest.fixture
def page(window: Page) -> Page:
    """Give a page that every test loads anew; a window that has once read the library opens it four times as fast."""
    return chrome.anew(window)


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """Listen to what fails in the shared page while one test runs."""
    heard: list[str] = []

    def hear(error: Error) -> None:
        heard.append(str(error))

    page.on("pageerror", hear)
    yield heard
    page.remove_listener("pageerror", hear)


@pytest.fixture
def fresh(chromium: Browser) -> Iterator[Page]:
    """Give a page of its own, for what is listened to or led another way."""
    with chrome.page(chromium) as made:
        yield made


def opened(page: Page, address: str) -> Page:
    """Open the page's first interactive chart from the keyboard."""
    page.goto(address)
    page.get_by_role("button", name=OPEN).first.press("Enter")
    page.locator(".live .main-svg").first.wait_for()
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_real_letters_stay_inside_and_apart(page: Page, width: str):
    drawings = [
        draw(figure(*rows, unit="antal", title=name), width=width, ids=f"x{number}")
        for number, (name, rows) in enumerate(AWKWARD.items())
    ]
    styles = "".join((ASSETS / name).read_text("utf-8") for name in ("pejl.css", "charts.css"))
    page.set_content(
        f"<!doctype html><html lang=da><style>{styles} svg.chart.{width[0]} {{ display: block; max-width: none;"
        f" width: {WIDTHS[width]}px }}</style><body class=page>{''.join(drawings)}"
    )
    assert page.locator("svg.chart text").count() > 100
    assert page.evaluate(chrome.MEETING) == []


def test_nothing_is_loaded_before_somebody_asks(fresh: Page, site: str):
    requests: list[str] = []
    fresh.on("request", lambda request: requests.append(request.url))
    fresh.goto(site + INDICATOR, wait_until="networkidle")
    assert [url for url in requests if "plotly" in url or url.endswith(".json")] == []
    assert [url for url in requests if "/chart." in url] == [f"{site}/{assets()['assets/chart.js'].path}"]


def test_a_page_without_charts_loads_no_script_for_them(page: Page, site: str):
    page.goto(site + WITHOUT)
    assert page.locator("script[src*='/search.']").count() == 1
    assert page.locator("script[src*='/chart.']").count() == 0


def test_the_interactive_chart_comes_from_the_site_and_keeps_nothing(fresh: Page, site: str):
    requests: list[str] = []
    errors: list[str] = []
    fresh.on("request", lambda request: requests.append(request.url))
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    opened(fresh, site + INDICATOR)
    fresh.wait_for_load_state("networkidle")
    assert f"{site}/{library_path()}" in requests
    assert [url for url in requests if not url.startswith((site, "data:", "blob:"))] == []
    assert errors == []
    assert fresh.evaluate(chrome.KEPT) == ""
    assert fresh.context.cookies() == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("path", [INDICATOR, TARGETED])
def test_the_interactive_chart_is_accessible(
    page: Page, site: str, path: str, width: int, scheme: Literal["light", "dark"]
):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    opened(page, site + path)
    page.get_by_role("button", name="Næste tal").click()
    assert chrome.violations(page) == []
    assert page.evaluate(chrome.OVERFLOW) == 0
    assert page.evaluate(chrome.SMALL_TARGETS) == []
    assert page.evaluate(chrome.SMALL_TEXT) == []


def test_every_figure_can_be_read_from_the_keyboard(page: Page, site: str):
    opened(page, site + INDICATOR)
    page.get_by_role("button", name="Næste tal").focus()
    reading = page.locator(".live-reading")
    read = []
    for _ in range(6):
        page.keyboard.press("Enter")
        read.append(reading.inner_text())
    assert read[:2] == ["Eksempelby, 2014: 68,4\xa0%", "Eksempelby, 2024: 72,1\xa0%"]
    assert len(set(read)) == 6
    assert page.locator(".live .hoverlayer .hovertext").count() == 1
    page.keyboard.press("Enter")
    assert reading.inner_text() == read[0]


def test_closing_gives_the_drawing_and_the_focus_back(page: Page, site: str):
    opened(page, site + INDICATOR)
    drawing = page.locator("svg.chart.w")
    expect(drawing).to_be_hidden()
    assert page.evaluate("document.activeElement.firstChild.data") == CLOSE
    page.keyboard.press("Enter")
    expect(drawing).to_be_visible()
    assert page.locator(".live").count() == 0
    assert page.evaluate("document.activeElement.firstChild.data") == OPEN


def test_it_follows_a_change_of_colours(page: Page, site: str):
    opened(page, site + INDICATOR)
    assert "rgb(18, 67, 109)" in page.evaluate(MARKS)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => ({MARKS})().includes('rgb(107, 172, 230)')")
    paper = page.locator(".live .main-svg").first
    assert paper.evaluate("paper => getComputedStyle(paper).backgroundColor") == "rgb(18, 23, 28)"


def test_it_fits_a_narrower_window(page: Page, site: str):
    opened(page, site + TARGETED)
    page.set_viewport_size({"width": 320, "height": 900})
    page.wait_for_function("() => document.querySelector('.live .main-svg').getBoundingClientRect().width <= 300")
    assert page.evaluate(chrome.OVERFLOW) == 0


def draw_rows(page: Page, *rows: Row, targets: Sequence[TargetLine] = (), **changes: object) -> None:
    """Open the page's first interactive chart with these figures in place of its own."""
    addresses = Addresses({"a": "/"}, "/")
    chrome.draw(page, view(ledger(*rows, **changes), DOCUMENTS, addresses, ids="x", targets=targets).figure)


def opened_with(page: Page, site: str, *rows: Row, targets: Sequence[TargetLine] = (), **changes: object) -> Page:
    """Load a page, and open its first interactive chart with these figures in place of its own."""
    page.goto(site + INDICATOR)
    draw_rows(page, *rows, targets=targets, **changes)
    return page


@pytest.mark.parametrize("width", [320, 1280])
def test_names_in_the_interactive_chart_stay_inside_and_apart(page: Page, site: str, width: int):
    shown: set[str] = set()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + INDICATOR)
    # Each chart is opened in the same page, because loading the library takes far longer than drawing.
    for name, rows in AWKWARD.items():
        draw_rows(page, *rows, unit="antal")
        shown.add(page.locator(".live").inner_html())
        assert (name, page.evaluate(chrome.LIVE_MEETING), page.evaluate(chrome.OVERFLOW)) == (name, [], 0)
        page.get_by_role("button", name=CLOSE).first.press("Enter")
        page.locator(".live").wait_for(state="detached")
    assert len(shown) == len(AWKWARD)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_script_draws_every_form(page: Page, errors: list[str], site: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + INDICATOR)
    for form in ChartForm:
        if form is ChartForm.NONE:
            continue
        chrome.draw(page, example(form).figure)
        assert page.locator(".live :is(.scatterlayer, .barlayer) .point").count() > 1, form
        assert page.locator(".live-plot").bounding_box()["height"] > 150, form
        page.get_by_role("button", name="Næste tal").click()
        assert page.locator(".live-reading").inner_text() != "", form
        page.get_by_role("button", name=CLOSE).first.press("Enter")
        page.locator(".live").wait_for(state="detached")
    assert errors == []


@pytest.mark.parametrize("width", [320, 1280])
def test_an_empty_place_is_outlined_and_read(page: Page, errors: list[str], site: str, width: int):
    rows = [("2020", "byen", 3, "actual", "0-4 år"), ("2019", "byen", 2, "actual", "5-9 år")]
    page.set_viewport_size({"width": width, "height": 900})
    opened_with(page, site, *rows, ("2020", "byen", 4, "actual", "10-14 år"), chart={"form": "bar"})
    assert page.locator(".live .shapelayer path").count() == 1
    for said in ("0-4 år, 2020: 3 %", "5-9 år: ingen tal", "10-14 år, 2020: 4 %"):
        page.get_by_role("button", name="Næste tal").click()
        assert page.locator(".live-reading").inner_text().replace("\xa0", " ") == said
    assert errors == []


def test_the_script_asks_no_figure_for_the_name_of_its_form():
    assert "form" not in re.findall(r"\w+", (ASSETS / "chart.js").read_text("utf-8").replace("format", ""))


def test_long_words_in_the_interactive_chart_are_broken_where_they_are_in_the_drawing(page: Page, site: str):
    rows = [("2020", "byen", 3, "actual", "Uddannelseshjælpsmodtagere, arbejdsløshedsdagpengemodtagere")]
    page.set_viewport_size({"width": 320, "height": 900})
    opened_with(page, site, *rows, ("2020", "byen", 2, "actual", "job"), unit="antal")
    page.get_by_role("button", name="Næste tal").click()
    assert page.locator(".live-reading").inner_text() == (
        "Uddannelseshjælpsmodtagere, arbejdsløshedsdagpengemodtagere, 2020: 3"
    )
    hover = page.locator(".live .hoverlayer .hovertext tspan.line").all_text_contents()
    assert hover == ["Uddannelseshjælpsmod-", "tagere,", "arbejdsløshedsdagpen-", "gemodtagere", "2020: 3"]


@pytest.mark.parametrize("width", [320, 1280])
def test_panels_have_room_for_long_names_and_targets(page: Page, site: str, width: int):
    rows = [(str(year), "byen", n, "actual", name) for year in range(2016, 2021) for n, name in enumerate(LONG_NAMES)]
    aims = [target_line(2, name) for name in LONG_NAMES]
    page.set_viewport_size({"width": width, "height": 900})
    opened_with(page, site, *rows, targets=aims, unit="antal")
    titles = " ".join(page.locator(".live .annotation").all_text_contents())
    assert page.evaluate(chrome.LIVE_MEETING) == []
    assert titles.count("Mål: mindst 2") == len(LONG_NAMES)
    assert titles.count("aktivitetsparate") == len(LONG_NAMES)


def test_the_interactive_chart_says_what_its_marks_mean(page: Page, site: str):
    rows = [(str(year), area, year % 5) for year in range(2012, 2021) for area in ("byen", "landet")]
    opened_with(page, site, *rows, targets=[target_line(3)], breaks=[{"period": "2016", "note": "Ny."}])
    assert page.locator(".live-key li").all_inner_texts() == ["Byen", "Hele landet", "Mål: mindst 3\xa0%", "Databrud"]
    assert page.locator(".live-key svg[aria-hidden=true]").count() == 4


@pytest.mark.parametrize("width", [320, 1280])
def test_bars_carry_their_name_number_kind_and_target(page: Page, site: str, width: int):
    rows = [("2020", "byen", 7, "estimate"), ("2020", "landet", 4)]
    page.set_viewport_size({"width": width, "height": 900})
    opened_with(page, site, *rows, targets=[target_line(5)], unit="antal")
    names = page.locator(".live :is(.ytick, .annotation) text").evaluate_all("all => all.map(e => e.textContent)")
    assert names == ["Byen7 (skøn)Mål: mindst 5", "Hele landet4"]


def test_nothing_in_the_interactive_chart_is_placed_better_than_first(page: Page, site: str):
    rows = [(str(2014 + n), "byen", place) for n, place in enumerate((88, 61, 12, 1))]
    opened_with(page, site, *rows, unit="placering")
    assert page.locator(".live .ytick").all_text_contents() == ["1", "20", "40", "60", "80"]


def test_zooming_in_leaves_names_of_periods_in_view(page: Page, site: str):
    opened_with(page, site, *AWKWARD["forty years"], unit="antal")
    ticks = page.locator(".live .xtick text")
    before = ticks.all_text_contents()
    for _ in range(4):
        page.get_by_role("button", name="Zoom ind").click()
    expect(ticks.first).not_to_have_text(before[0])
    assert len(ticks.all_text_contents()) >= 2
    page.get_by_role("button", name="Vis alt").click()
    expect(ticks.first).to_have_text(before[0])


def test_the_interactive_chart_needs_no_inline_scripts(fresh: Page, site: str):
    errors: list[str] = []
    fresh.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": policy})

    fresh.route(site + INDICATOR, strict)
    opened(fresh, site + INDICATOR)
    fresh.get_by_role("button", name="Næste tal").click()
    assert errors == []


def test_opening_and_closing_is_announced(page: Page, site: str):
    opened(page, site + INDICATOR)
    status = page.locator(".interactive [role=status]")
    expect(status).to_have_text("Diagrammet og dets knapper står ovenfor.")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.live-tools') !== null")
    page.get_by_role("button", name=CLOSE).click()
    expect(status).to_have_text("")


@pytest.mark.parametrize("address", ["**/plotly.min.*.js", FIGURES])
def test_an_answer_that_is_something_else_is_said(fresh: Page, site: str, address: str):
    fresh.route(address, lambda route: route.fulfill(body="<!doctype html><title>Log på</title>"))
    fresh.goto(site + INDICATOR)
    fresh.get_by_role("button", name=OPEN).click()
    fresh.get_by_text("Diagrammet kunne ikke hentes. Prøv igen senere.").wait_for()
    expect(fresh.locator("svg.chart.w")).to_be_visible()
    fresh.unroute(address)
    fresh.get_by_role("button", name=OPEN).click()
    fresh.locator(".live .main-svg").first.wait_for()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_tables_caption_fits_the_window(page: Page, site: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + WIDE_TABLE)
    page.locator("figure.diagram details").first.evaluate("details => details.open = true")
    right = page.locator("table.numbers caption").first.evaluate("e => e.getBoundingClientRect().right")
    assert right <= width - 15


def test_numbers_and_months_are_danish(page: Page, site: str):
    months = [(f"20{year}-{month:02}", "byen", 1000 * month) for year in (19, 20) for month in range(1, 13)]
    opened_with(page, site, *months, unit="personer")
    names = " ".join(page.locator(".live .xtick").all_text_contents())
    assert "juli" in names
    assert "okt." in names
    assert "10.000" in page.locator(".live .ytick").all_text_contents()


def test_what_cannot_be_loaded_is_said_and_can_be_tried_again(fresh: Page, site: str):
    fresh.route("**/plotly.min.*.js", lambda route: route.abort())
    fresh.goto(site + INDICATOR)
    fresh.get_by_role("button", name=OPEN).click()
    fresh.get_by_text("Diagrammet kunne ikke hentes. Prøv igen senere.").wait_for()
    expect(fresh.locator("svg.chart.w")).to_be_visible()
    fresh.unroute("**/plotly.min.*.js")
    fresh.get_by_role("button", name=OPEN).click()
    fresh.locator(".live .main-svg").first.wait_for()


def test_it_survives_going_back_and_forward(page: Page, site: str):
    opened(page, site + INDICATOR)
    page.goto(site + WITHOUT)
    page.go_back()
    expect(page.locator("svg.chart.w")).to_be_visible()
    page.get_by_role("button", name=OPEN).click()
    page.locator(".live .main-svg").first.wait_for()
    page.go_forward()
    assert page.url == site + WITHOUT


def test_paper_gets_the_drawing(page: Page, site: str):
    opened(page, site + INDICATOR)
    page.emulate_media(media="print")
    # Beside its few numbers, so the narrow one.
    expect(page.locator("figure.brief svg.chart.n")).to_be_visible()
    for hidden in ("svg.chart.w", ".live", ".interactive"):
        expect(page.locator(hidden)).to_be_hidden()


def test_charts_side_by_side_stand_below_each_other_on_paper(page: Page, site: str):
    # Chromium lays the rows of a grid on each other where a page ends, and only blocks keep a headline with its chart.
    page.goto(site + SEVERAL)
    places = page.locator(".charts, .metric, .metric > figure")
    displays = "places => [...new Set(places.map(place => getComputedStyle(place).display))]"
    assert places.evaluate_all(displays) == ["grid"]
    page.emulate_media(media="print")
    assert places.evaluate_all(displays) == ["block"]


def test_without_scripts_there_is_the_drawing_and_no_button(chromium: Browser, site: str):
    with chrome.page(chromium, java_script_enabled=False) as page:
        page.goto(site + INDICATOR)
        expect(page.locator("svg.chart.w")).to_be_visible()
        expect(page.locator(".interactive")).to_be_hidden()


def test_charts_beside_each_other_begin_at_the_same_height(page: Page, site: str):
    page.goto(site + SEVERAL)
    tops = {
        part: page.locator(f".metric {part}").evaluate_all(
            "parts => parts.map(part => Math.round(part.getBoundingClientRect().top))"
        )
        for part in (".picture", ".about", ".editorial")
    }
    for found in tops.values():
        assert len(found) >= 4
        assert found[0::2] == found[1::2]
    assert page.locator(".metric details[open]").count() == 0


def test_letters_grow_with_the_readers_text(chromium: Browser, site: str):
    # A reader's own style sheet is the browser's, and no policy of the page is asked; one that is added here is.
    with chrome.page(chromium, width=640, bypass_csp=True) as page:
        page.goto(site + INDICATOR)
        before = page.evaluate(chrome.SMALL_CHART_TEXT)["smallest"]
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate(chrome.SMALL_CHART_TEXT)["smallest"] > 1.6 * before
        assert page.evaluate(chrome.OVERFLOW) == 0


def test_forced_colours_reach_every_mark(page: Page, site: str):
    page.emulate_media(forced_colors="active")
    page.goto(site + TARGETED)
    text = page.evaluate("getComputedStyle(document.body).color")
    for mark, style in (("rect.b", "fill"), (".tgt", "stroke"), ("text.t", "fill")):
        shown = page.locator(f"svg.chart.w {mark}").first.evaluate(f"mark => getComputedStyle(mark).{style}")
        assert shown == text, mark
