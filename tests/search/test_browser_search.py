"""The search in a real browser: the words, the field in the head, the page of its own, and what they load."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Response as Answer

from generator.model import Plan, Response
from generator.publish.assets import assets
from generator.search.cards import cards
from generator.search.words import STOPS, fold, key, tokens

pytestmark = pytest.mark.browser

PAGE = "/pejlemaerker/p4/"
SEARCH = "/soeg/"
LETTER = "/hoeringer/pejlemaerker-2025/handicapraadet/"
VIEWS = ((320, "light"), (320, "dark"), (768, "dark"), (1280, "light"))
ENGINE_AT, HITS_AT = (f"/{assets()[f'assets/search-{name}.js'].path}" for name in ("engine", "hits"))
ENGINE = """async (given) => {
  const engine = await import("ENGINE");
  await engine.begin();
  const found = [];
  for (const one of given) found.push(await (%s)(engine, one));
  return found;
}""".replace("ENGINE", ENGINE_AT)
ODD = ["2.120 55,4 8.5 1.234.567,8 21.11.2025", "Æbler ØL Ål Straße CAFÉ", "a-kasse title:plan -råd *", "безробіття",
       "البطالة", "80 % 80pct. 80 pct", "Übergang Ärger Öl ß", "xylofon wc zebra phd quiz",
       "ﬁnans Ⅷ ½ 10²", "a\u030abne"]  # fmt: skip


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width = request.node.callspec.params.get("width", 1280) if hasattr(request.node, "callspec") else 1280
    with chrome.page(chromium, width=width) as made:
        yield made


def ask(page: Page, query: str) -> None:
    """Type a query into the field in the head, and wait for what it finds."""
    page.locator("#soegefelt").fill(query)
    expect(page.locator("#soegefelt-liste")).to_have_attribute("aria-label", f"Resultater for »{query.strip()}«")


def options(page: Page) -> list[str]:
    return page.locator("[role=option]").evaluate_all("links => links.map(link => link.pathname + link.hash)")


def told(page: Page) -> str:
    page.locator(".finding > .told:not(:empty)").wait_for()
    return page.locator(".finding > .told").inner_text()


def hits(page: Page) -> list[str]:
    return page.locator(".hits a").evaluate_all("links => links.map(link => link.pathname + link.hash)")


# Words


def test_python_and_the_browser_cut_and_fold_every_word_alike(page: Page, site: str, town: Plan):
    texts = [text for card in cards(town) for _, text in card.says] + ODD
    page.goto(site + PAGE)
    read = "(engine, text) => engine.tokens(text).map((word) => [word, engine.fold(word), engine.key(word)])"
    found = page.evaluate(ENGINE % read, texts)
    assert len(texts) > 500
    for text, words in zip(texts, found, strict=True):
        assert words == [[word, fold(word), key(word)] for word in tokens(text)], text


def test_every_point_is_first_for_its_id_in_four_spellings(page: Page, site: str, town: Plan):
    points = [(letter, point.id) for letter in town.of(Response).values() for point in letter.within()]
    spellings = {
        query: f"{letter.address}#{name}"
        for letter, name in points
        for query in (name.upper(), name.replace("-", ""), name.replace("-", " "), f"punkt {name.replace('-', '.')}")
    }
    page.goto(site + PAGE)
    first = "async (engine, query) => (await engine.shown((await engine.find(query)).cards.slice(0, 1)))[0]?.address"
    assert dict(zip(spellings, page.evaluate(ENGINE % first, list(spellings)), strict=True)) == spellings
    assert len(spellings) == 4 * len(points) > 40


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("plan", "plan", 0),
        ("autsime", "autisme", 1),
        ("uddanelse", "uddannelse", 1),
        ("ledihed", "ledighed", 1),
        ("mål", "projekt", 4),
    ],
)
def test_a_step_is_a_letter_put_in_taken_out_changed_or_swapped(
    page: Page, site: str, one: str, other: str, steps: int
):
    page.goto(site + PAGE)
    assert page.evaluate(ENGINE % "(engine, [one, other]) => engine.distance(one, other, 3)", [[one, other]]) == [steps]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("fleksjobbere", "/ordliste/#fleksjob"),  # another form
        ("skånejob", "/ordliste/#fleksjob"),  # a synonym
        ("skaanejob", "/ordliste/#fleksjob"),  # on another keyboard
        ("fleks job", "/ordliste/#fleksjob"),  # in two words
        ("fleksjbo", "/ordliste/#fleksjob"),  # misspelt
        ("kontaktpersonordning", "/ordliste/#kontaktperson"),  # a compound that nobody writes
        ("sick leave", "/ordliste/#sygedagpenge"),  # in another language
        ("лікарняного", "/ordliste/#sygedagpenge"),
        ("pejlemærke fire", "/pejlemaerker/p4/"),
        ("pejlemærke nr. 4", "/pejlemaerker/p4/"),
        ("P4", "/pejlemaerker/p4/"),
        ("3/3 2025", LETTER),
        ("3. marts 2025", LETTER),
        ("pejlemærkerne", "/pejlemaerker/"),
        ("hvad er et fleksjob", "/ordliste/#fleksjob"),
    ],
)
def test_what_people_type_finds_what_they_mean(page: Page, site: str, query: str, address: str):
    page.goto(site + PAGE)
    ask(page, query)
    assert address in options(page)[:3]


def test_every_letter_on_the_way_to_a_word_finds_something(page: Page, site: str):
    page.goto(site + PAGE)
    for end in range(2, len("kontaktperson") + 1):
        ask(page, "kontaktperson"[:end])
        assert options(page), "kontaktperson"[:end]
    assert options(page)[0] == "/ordliste/#kontaktperson"


# The field


@pytest.mark.parametrize("width", [1280, 320])
def test_the_field_works_from_the_keyboard(page: Page, site: str, width: int):  # noqa: ARG001
    page.goto(site + PAGE)
    field = page.get_by_role("combobox", name="Søg")
    page.locator(".name").focus()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("kontaktperson")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    assert chrome.violations(page) == []
    assert page.evaluate(chrome.OVERFLOW) == 0

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    assert page.locator("[aria-selected=true]").count() == 1
    assert chosen.evaluate("link => link === link.parentElement.firstElementChild")
    expect(field).to_be_focused()

    page.keyboard.press("Escape")
    assert field.input_value() == ""
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(page.locator(".name")).to_be_focused()
    assert page.evaluate(chrome.KEPT) == ""


def test_enter_opens_what_is_chosen_and_otherwise_the_page_of_the_search(page: Page, site: str):
    page.goto(site + PAGE)
    ask(page, "fleksjob")
    page.keyboard.press("ArrowDown")
    first = options(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(site + first)
    page.locator("#soegefelt").focus()
    page.keyboard.type("fleksjob")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{SEARCH}?q=fleksjob")
    assert told(page).endswith("resultater for »fleksjob«.")


def test_a_link_is_called_by_its_title_and_what_it_is(page: Page, site: str):
    page.goto(site + PAGE)
    ask(page, "HR25-4-1")
    name = (
        "Rådet vil have, at firmaerne får hjælp til at gøre plads. "
        "Høringspunkt HR25-4-1 · Imødekommet · Handicaprådet i Eksempelby · 2025"
    )
    expect(page.get_by_role("option").first).to_have_accessible_name(name)
    page.goto(f"{site}{SEARCH}?q=hr25-4-1")
    expect(page.locator(".hits a").first).to_have_accessible_name(name)
    assert page.locator(".hits :is(h1, h2, h3)").count() == 0


def test_the_count_is_told_once_a_second_after_the_last_key(page: Page, site: str):
    page.goto(site + PAGE)
    page.evaluate("""() => {
      window.heard = [];
      const status = document.querySelector(".head [role=status]");
      new MutationObserver(() => status.textContent && heard.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });
    }""")
    page.locator("#soegefelt").focus()
    page.keyboard.type("kontakt", delay=90)
    page.locator("[role=option]").first.wait_for()
    assert page.evaluate("heard") == []
    page.wait_for_function("() => heard.length > 0")
    page.wait_for_timeout(300)
    (words,) = page.evaluate("heard")
    assert words.removesuffix(" resultater").isdigit()


def test_a_letter_is_no_shortcut_where_somebody_writes_or_has_said_no(page: Page, site: str):
    page.goto(site + SEARCH)
    box = page.get_by_role("checkbox", name="Tasten / flytter til søgefeltet")
    field = page.get_by_role("searchbox", name="Søgeord")
    expect(field).to_be_visible()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("a/b")
    assert field.input_value() == "a/b"
    box.uncheck()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.goto(site + PAGE)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(
    "query",
    ["a-kasse", "title:plan", "-råd", '"plan', "plan*", "<b>plan</b>", "x" * 500, "👍 plan", "مرحبا", "__proto__",
     "constructor", "(((", "\\", "%", "&q=", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"],
)  # fmt: skip
def test_whatever_is_typed_is_text(page: Page, site: str, query: str):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}{SEARCH}?q={quote(query)}")
    assert f"»{query}«" in told(page)
    assert page.locator(".finding b, .finding i").count() == 0
    page.locator("#soegefelt").fill(query)
    page.locator(".drop:not([hidden])").wait_for()
    assert "kunne ikke hentes" not in page.locator(".drop .told").inner_text()
    assert errors == []


def test_mark_up_in_the_data_is_text(page: Page, site: str):
    page.goto(site + SEARCH)
    card = {
        "address": "x/", "title": "<img src=x onerror=alert(1)>", "before": "<b>Ting</b>", "state": "<i>i gang</i>",
        "after": "<b>2025</b>", "text": "Ord <script>alert(2)</script>", "look": None,
    }  # fmt: skip
    shown = page.evaluate(
        """async ([card, engine, hits]) => {
          await (await import(engine)).begin();
          const { link, around } = (await import(hits)).hit(card, new Set(["ord"]));
          return [link.querySelectorAll("img, b, i").length, around.querySelectorAll("script").length,
                  link.textContent, around.innerHTML];
        }""",
        [card, ENGINE_AT, HITS_AT],
    )
    assert shown == [
        0,
        0,
        "<img src=x onerror=alert(1)> <b>Ting</b> ·  <i>i gang</i> · <b>2025</b>",
        "<mark>Ord</mark> &lt;script&gt;alert(2)&lt;/script&gt;",
    ]


# The page of the search


def test_filters_narrow_and_stand_in_the_address(page: Page, site: str):
    page.goto(f"{site}{SEARCH}?q=rådet")
    many = told(page)
    page.get_by_role("group", name="Svar").locator("[value=imoedekommet]").check()
    page.wait_for_url("**svar=imoedekommet")
    page.wait_for_function("many => document.querySelector('.finding > .told').textContent !== many", arg=many)
    narrowed, states = told(page), page.locator(".hits .tag").all_inner_texts()
    assert states
    assert {" ".join(state.split()) for state in states} == {"▲ Imødekommet"}
    assert narrowed.startswith(f"{len(states)} resultat")
    page.reload()
    assert told(page) == narrowed
    page.go_back()
    page.wait_for_function("many => document.querySelector('.finding > .told').textContent === many", arg=many)
    assert page.locator(".narrow :checked").count() == 0
    page.go_forward()
    page.wait_for_function("few => document.querySelector('.finding > .told').textContent === few", arg=narrowed)
    page.locator(".narrow .clear").click()
    page.wait_for_function("many => document.querySelector('.finding > .told').textContent === many", arg=many)
    assert page.url == f"{site}{SEARCH}?q=r%C3%A5det"


def test_a_count_says_how_many_a_filter_leaves(page: Page, site: str):
    narrow = f"{site}{SEARCH}?q=rådet&slags=hoeringspunkt"
    page.goto(narrow)
    told(page)
    labels = page.locator("[data-name=svar] label").evaluate_all(
        "labels => labels.map(label => [label.firstElementChild.value, label.lastElementChild.textContent])"
    )
    assert len(labels) > 3
    for value, count in labels:
        page.goto(f"{narrow}&svar={value}")
        assert told(page).startswith(f"{count} resultat")


def test_more_hits_are_shown_where_somebody_asks_and_the_focus_follows(page: Page, site: str):
    page.goto(f"{site}{SEARCH}?q=plan")
    told(page)
    assert len(hits(page)) == 10
    page.get_by_role("button", name="Vis flere").click()
    page.wait_for_function("() => document.querySelectorAll('.hits li').length > 10")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.hits a')[10]")


def test_a_word_that_was_put_right_is_told(page: Page, site: str):
    page.goto(f"{site}{SEARCH}?q=kontaktpersno")
    assert "Ingen skriver »kontaktpersno« her. Vi søgte efter »kontaktperson«." in told(page)
    assert hits(page)[0] == "/ordliste/#kontaktperson"


def test_where_nothing_is_found_there_is_help(page: Page, site: str):
    page.goto(f"{site}{SEARCH}?q=kntktprsn")
    assert told(page) == "Ingen resultater for »kntktprsn«."
    meant = page.locator(".meant a")
    assert meant.inner_text() == "kontaktperson"
    assert page.get_by_role("link", name="emner", exact=True).is_visible()
    assert page.get_by_role("link", name="ordlisten").is_visible()
    meant.click()
    page.wait_for_url("**q=kontaktperson")
    page.locator(".hits a").first.wait_for()
    page.goto(f"{site}{SEARCH}?q=fleksjob&svar=besvaret&slags=ord")
    page.get_by_role("button", name="Fjern alle afgrænsninger").click()
    page.locator(".hits a").first.wait_for()


@pytest.mark.parametrize("query", ["?q=rådet", "?q=zzqqxx", "?q=rådet&slags=hoeringspunkt&svar=besvaret", ""])
def test_axe_finds_nothing_and_nothing_sticks_out(page: Page, site: str, query: str):
    page.goto(site + SEARCH + query)
    if query:
        told(page)
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": chrome.HEIGHT})
        page.emulate_media(color_scheme=scheme)
        if page.locator(".narrow").is_visible():
            page.locator(".narrow").evaluate("details => details.open = true")
        assert (width, scheme, chrome.violations(page)) == (width, scheme, [])
        found = chrome.answers(page, chrome.OVERFLOW, chrome.SMALL_TARGETS, chrome.SMALL_TEXT)
        assert (width, scheme, *found) == (width, scheme, 0, [], [])


def test_a_hit_opens_at_its_place_with_its_words_marked(page: Page, site: str):
    for start in (PAGE, f"{SEARCH}?q=firmaernes hjælp"):
        page.goto(site + start)
        if start == PAGE:
            ask(page, "firmaernes hjælp")
            link = page.locator("[role=option][href$='#hr25-4-1']")
        else:
            link = page.locator(".hits a[href$='#hr25-4-1']")
        link.click()
        page.wait_for_url(f"{site}{LETTER}#hr25-4-1")
        page.locator("#hr25-4-1 mark").first.wait_for()
        marked = set(page.locator("mark").all_inner_texts())
        assert {"Firmaerne", "hjælp"} <= marked
        assert page.locator("main mark").count() == page.locator("#hr25-4-1 mark").count()


# What is loaded, and where it works


def test_nothing_is_loaded_before_somebody_searches_and_little_then(page: Page, site: str):
    answers: dict[str, Answer] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))  # to read it here is to miss the next
    page.goto(site + PAGE, wait_until="networkidle")
    page.locator("#soegefelt").focus()
    page.wait_for_load_state("networkidle")
    assert [url for url in answers if "search-" in url or "soegning" in url] == []
    before = set(answers)
    ask(page, "fleksjob")
    loaded = {url: len(gzip.compress(answer.body())) for url, answer in answers.items() if url not in before}
    assert sum(loaded.values()) <= 80_000
    assert len(loaded) <= 20
    assert max(loaded.values()) <= 25_000


def test_a_search_that_cannot_load_says_so_and_can_be_tried_again(page: Page, site: str):
    page.route("**/soegning/start.json", lambda route: route.abort())
    page.goto(site + PAGE)
    page.locator("#soegefelt").fill("plan")
    page.locator(".drop .told").filter(has_text="Søgningen kunne ikke hentes. Prøv igen senere.").wait_for()
    page.unroute("**/soegning/start.json")
    ask(page, "plan ")
    assert options(page)


def test_it_works_in_a_folder_and_under_a_strict_policy(chromium: Browser, published: Path, tmp_path: Path):
    (tmp_path / "under").mkdir()
    (tmp_path / "under/vejs").symlink_to(published)
    problems: list[str] = []
    with chrome.served(tmp_path) as host, chrome.context(chromium) as window:
        policy = {"Content-Security-Policy": "default-src 'self'; script-src 'self'; style-src 'self'"}
        page = window.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)

        def strict(route):
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, **policy})

        page.route("**/*", strict)
        page.goto(f"{host}/under/vejs{PAGE}")
        ask(page, "fleksjob")
        assert options(page)[0] == "/under/vejs/ordliste/#fleksjob"
        page.keyboard.press("Enter")
        page.wait_for_url(f"{host}/under/vejs{SEARCH}?q=fleksjob")
        told(page)
        assert hits(page)[0] == "/under/vejs/ordliste/#fleksjob"
    assert problems == []


@pytest.mark.parametrize("width", [1280, 320])
def test_without_scripts_it_leads_to_the_lists(chromium: Browser, site: str, width: int):
    with chrome.page(chromium, width=width, java_script_enabled=False) as page:
        page.goto(site + PAGE)
        page.get_by_role("search").get_by_role("searchbox", name="Søg").fill("plan")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}{SEARCH}?q=plan")
        assert not page.locator(".finding").is_visible()
        lists = page.get_by_role("region", name="Find det i listerne").get_by_role("link")
        assert lists.count() > 10
        lists.first.click()
        page.wait_for_url(f"{site}/pejlemaerker/")


def test_the_rules_that_the_browser_gets_are_those_of_the_build(page: Page, site: str):
    page.goto(site + PAGE)
    words = json.loads(page.request.get(f"{site}/assets/soegning/start.json").text())["words"]
    assert set(words["stops"]) == STOPS
