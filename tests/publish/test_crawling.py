"""Links followed between pages, written by hand and generated, with the message that an editor reads."""

import re

import pytest

from generator.publish.crawling import Leaf, dead_links


def leaf(path, body, source, **words):
    return Leaf(path, lambda: (body, source), **words)


FRONT = leaf("index.md", '<h2 id="svar">Svar</h2>', "data/site.yml")


@pytest.fixture
def files(tmp_path):
    """Write files, and give a function that says where they stand."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path.as_posix()

    return write


def found(*leaves, files=()):
    problems = sorted(dead_links([FRONT, *leaves], files))
    return [re.sub(r"^\S*/(?=(data|content)/)", "", str(problem)) for problem in problems]


def written(files, path, markdown, body):
    return leaf(path, body, files(f"content/{path}", markdown), written=True)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("maal/index.md", "maal/"),
        ("maal/m1.md", "maal/m1/"),
        ("indikatorer/loenindex.md", "indikatorer/loenindex/"),
        ("kilder/plan/side-2.md", "kilder/plan/side-2/"),
    ],
)
def test_a_page_has_the_address_that_its_file_becomes(path, address):
    assert leaf(path, "", "").address == address


def test_links_that_lead_somewhere_give_nothing(files):
    about = written(files, "om/index.md", "Læs [mere](/om/metode.md#tal).", '<a href="metode/#tal">mere</a>')
    body = '<h2 id="tal">Tal</h2> <a href="../..">Forside</a> <a href="../../#svar">Svar</a> <a href="#tal">Op</a>'
    method = written(files, "om/metode.md", "## Tal", f'{body} <a href="../">Om</a> <img src="../../assets/a.svg">')
    goal = '<a href="../../om/metode/#tal">a</a> <a href="../../data/m1.csv?x=1">b</a> <a href="https://a.example/b#c">c</a>'
    made = leaf("maal/m1.md", f'{goal} <a href="mailto:a@b.example">d</a>', "data/goals/m1.yml")
    assert found(about, method, made, files={"assets/a.svg", "data/m1.csv"}) == []


def test_a_link_to_no_page_is_told_at_its_line_with_the_page_that_was_meant(files):
    text = "---\ntitle: Om\n---\n\nLæs [om tal](/om/metod.md).\n"
    about = written(files, "om/index.md", text, '<p>Læs <a href="/om/metod.md">om tal</a>.</p>')
    method = written(files, "om/metode.md", "", "")
    assert found(about, method) == [
        (
            "content/om/index.md:5:14: fejl: Linket »/om/metod.md« fører ingen steder hen. "
            "Mente du »/om/metode.md«? [dødt-link]"
        )
    ]


def test_a_place_that_a_page_does_not_have_is_told_as_it_is_written(files):
    text = "# Om #nederst\n\nSe [tal](/om/metode.md#tallene) og [nederst](#nederst).\n"
    body = '<a href="metode/#tallene">tal</a> <a href="#nederst">nederst</a>'
    about = written(files, "om/index.md", text, body)
    method = written(files, "om/metode.md", "", '<h2 id="tallet">')
    assert found(about, method) == [
        (
            "content/om/index.md:3:10: fejl: Linket »/om/metode.md#tallene« fører til en side, der ikke har stedet "
            "»#tallene«. Mente du »#tallet«? [dødt-link]"
        ),
        (
            "content/om/index.md:3:46: fejl: Linket »#nederst« fører til en side, der ikke har stedet »#nederst«. "
            "[dødt-link]"
        ),
    ]


def test_an_address_from_the_root_is_dead_because_the_site_may_stand_in_a_folder(files):
    about = written(files, "om/index.md", "[Om](/om/)", '<a href="/om/">Om</a>')
    assert found(about) == [
        "content/om/index.md:1:6: fejl: Linket »/om/« fører ingen steder hen. Mente du »/om/index.md«? [dødt-link]"
    ]


def test_danish_letters_in_addresses_are_the_same_with_and_without_percent_signs(files):
    about = written(files, "om/index.md", "[a](/om/år.md#æble)", '<a href="%C3%A5r/#%C3%A6ble">a</a>')
    years = written(files, "om/år.md", "", '<h2 id="æble">')
    assert found(about, years) == []


def test_a_generated_page_is_mended_where_its_record_names_what_it_links_to(files):
    record = files("data/goals/m1.yml", "title: Mål\nlinks:\n  - target: t1-a\n")
    made = leaf("maal/m1.md", '<a href="../../delmaal/t1/#t1-a">a</a>', record)
    target = leaf("delmaal/t1.md", '<h2 id="t1-b">', "data/targets/t1.yml")
    assert found(made, target) == [
        (
            "data/goals/m1.yml:3:13: fejl: Linket »/delmaal/t1/#t1-a« på siden »/maal/m1/« fører til en side, "
            "der ikke har stedet »#t1-a«. Mente du »#t1-b«? [dødt-link]"
        )
    ]


def test_what_many_generated_pages_link_to_is_told_once():
    pages = [leaf(f"maal/m{n}.md", '<a href="../../ordliste/">a</a>', f"data/goals/m{n}.yml") for n in (1, 2, 3)]
    place = "data/goals/m1.yml:1:1: fejl: Linket »/ordliste/« på siden »/maal/m1/«"
    assert found(*pages) == [f"{place} og 2 andre fører ingen steder hen. [dødt-link]"]
    assert found(*pages[:2]) == [f"{place} og 1 anden fører ingen steder hen. [dødt-link]"]
    assert found(*pages[:1]) == [f"{place} fører ingen steder hen. [dødt-link]"]


def test_a_place_that_generated_pages_need_is_missing_in_the_page_written_by_hand(files):
    method = written(files, "om/metode.md", "## Svar", '<h2 id="svaret">Svar</h2>')
    made = leaf("maal/m1.md", '<a href="../../om/metode/#svar">a</a>', "data/goals/m1.yml")
    assert found(method, made) == [
        (
            "content/om/metode.md:1:1: fejl: Stedet »#svar« findes ikke, men siden »/maal/m1/« linker til det. "
            "Mente du »#svaret«? [dødt-link]"
        )
    ]


def test_what_a_page_loads_is_followed_too():
    made = leaf("tal/a.md", '<button data-src="../../assets/a.json"><img src="b.svg">', "data/indicators")
    assert found(made, files={"tal/b.svg"}) == [
        f"data/indicators:1:1: fejl: Linket »/{path}« på siden »/tal/a/« fører ingen steder hen. [dødt-link]"
        for path in ("assets/a.json", "tal/a/b.svg")
    ]


def test_only_what_a_link_needs_is_read(files):
    body = '<a href="../maal/m1/#a">a</a> <a href="../maal/m2/">b</a> <a href="../maal/m1/#b">c</a>'
    about = written(files, "om/index.md", "[c](/maal/m1.md#b)", body)
    read = []
    goals = [Leaf(f"maal/m{n}.md", lambda n=n: (read.append(n), ('<h2 id="a">', ""))[1]) for n in (1, 2)]
    problems = list(dead_links([about, *goals], set(), written_only=True))
    assert [problem.message for problem in problems] == [
        "Linket »/maal/m1.md#b« fører til en side, der ikke har stedet »#b«."
    ]
    assert set(read) == {1}
