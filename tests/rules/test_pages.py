"""Pages written by hand: what is refused, where it stands, and what a page may hold all the same."""

import pytest
from effort import growth
from frozen import CONTENT

from generator.reading.source import Memory
from generator.rules import pages
from generator.rules.pages import check, made, written

CODE = "er kode. Skriv almindelig tekst med Markdown. Er det et eksempel, så sæt det mellem `. [html]"
ADDRESS = "kan ikke bruges. Brug https:, mailto: eller tel:, eller en side her. [webadresse]"
NAMES = "kan ikke bruges her. Kun et navn som {#navn} kan stå efter en overskrift. [html]"
CHARACTER = "x.md:1:1: fejl: Tegnkoden &#106; kan ikke bruges her. Skriv selve tegnet. [tegnkode]"
NO_SCHEME = "x.md:1:5: fejl: Adressen »//b.example« mangler sin begyndelse. Begynd den med https://. [webadresse]"
ALIGNED = "Kolon i en tabels streg kan ikke bruges. Skriv kun bindestreger under overskrifterne. [html]"
FRONT = "Feltet »template« kan ikke stå her. En side har kun »title« og »description«. [ukendt-felt]"
NAMELESS = (
    "Tabellen har ikke sit eget navn. Skriv »Tabel:« og navnet på en linje over den, og lad en tom linje stå imellem. "
    "Navnet hjælper den, der hører siden læst op. [tabel-uden-navn]"
)
PHONE = "Her står et telefonnummer. Slet det: kun sidens egen kontakt i site.yml må have et. [telefon]"


def said(text):
    return [str(problem) for problem in written(text, "x.md")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se <script>x</script>", [f"x.md:1:4: fejl: »<script>« {CODE}", f"x.md:1:13: fejl: »</script>« {CODE}"]),
        ("# A\n\n<img src=x onerror=y>", [f"x.md:3:1: fejl: »<img src=x onerror=y>« {CODE}"]),
        ("<svg/onload=y>", [f"x.md:1:1: fejl: »<svg/onload=y>« {CODE}"]),
        ("<kbd onclick=y>", [f"x.md:1:1: fejl: »<kbd onclick=y>« {CODE}"]),
        ("<!-- gemt -->", [f"x.md:1:1: fejl: »<!-- gemt -->« {CODE}"]),
        ("<!DOCTYPE html>", [f"x.md:1:1: fejl: »<!DOCTYPE html>« {CODE}"]),
        ("<vbscript:y>", [f"x.md:1:1: fejl: »<vbscript:y>« {CODE}"]),
        ("[a](JavaScript:y)", [f"x.md:1:5: fejl: Adressen »JavaScript:y« {ADDRESS}"]),
        ("[a]( vbscript:y)", [f"x.md:1:6: fejl: Adressen »vbscript:y« {ADDRESS}"]),
        ("[a](java\\script:y)", [f"x.md:1:5: fejl: Adressen »java\\script:y« {ADDRESS}"]),
        ("![a](data:image/svg+xml,y)", [f"x.md:1:6: fejl: Adressen »data:image/svg+xml,y« {ADDRESS}"]),
        ("[a][b]\n\n[b]: javascript:y", [f"x.md:3:6: fejl: Adressen »javascript:y« {ADDRESS}"]),
        ("[a](http://b.example)", [f"x.md:1:5: fejl: Adressen »http://b.example« {ADDRESS}"]),
        ("[a](//b.example)", [NO_SCHEME]),
        ('## A {: onfocus="y" #b }', [f'x.md:1:6: fejl: »onfocus="y" #b« {NAMES}']),
        ("A { style=y }", [f"x.md:1:3: fejl: »style=y« {NAMES}"]),
        ("## {Its} tekst {#b}\n\nSkriv {with_article}.", []),
        ("Skriv {title}.", [f"x.md:1:7: fejl: »title« {NAMES}"]),
        ("&#106;avascript", [CHARACTER]),
        ("Tabel: A\n\n| a |\n|:--|\n| b |", [f"x.md:4:2: fejl: {ALIGNED}"]),
        ("# A\n\n| a |\n|---|\n| b |\n", [f"x.md:3:1: advarsel: {NAMELESS}"]),
        ("Tabel: A\n\nOrd.\n\na | b\n---|---\nc | d\n", [f"x.md:5:1: advarsel: {NAMELESS}"]),
        ("Tabel:\n\n| a |\n|---|\n| b |\n", [f"x.md:3:1: advarsel: {NAMELESS}"]),
        ("---\ntitle: A\ntemplate: b.html\n---\n", [f"x.md:3:1: fejl: {FRONT}"]),
        ("---\ntitle: A <b>\n---\n", [f"x.md:2:10: fejl: »<b>« {CODE}"]),
        ("Ring på 31-45-67-89.", [f"x.md:1:1: fejl: {PHONE}"]),
    ],
)
def test_what_a_page_must_not_hold_is_told_at_its_place(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Skriv `<script>` eller ``<b>`x`</b>``.",
        "```text\n<script>alert(1)</script>\n```\n",
        'H<sub>2</sub>O, <kbd>Ctrl</kbd><br>\nog <abbr title="For eksempel">fx</abbr>',
        "<https://by.example> og [a](https://by.example) og [b](/om/index.md#c)",
        "## Overskrift {#navn}\n\nTekst {: .klasse }",
        "1 < 2 og 3 > 2 og R&D &amp; mere",
        "Tabel: Frister\n\n| a | b |\n|---|---|\n| c | d |",
        "```text\n| a | b |\n|---|---|\n```",
        "---\ntitle: A\ndescription: B\n---\n\n# A\n",
        '<!-- tilladt "31-45-67-89": Det er rådhusets nummer. -->\n\nRing på 31-45-67-89.',
    ],
)
def test_what_a_page_may_hold_passes(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a ` b\n`<script>`",
        "- a ` b\n- <script> ` c",
        "\\`<script>\\`",
        "```\n<script>",
        "`` ` <script>",
        "<kbd>`</kbd><script>",
    ],
)
def test_what_is_not_certainly_an_example_is_no_example(text):
    assert f"»<script>« {CODE}" in said(text)[0]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<p>a</p><style>b</style>", f"x.md:1:1: fejl: »<style>« {CODE}"),
        ('<p onclick="b">a</p>', f"x.md:1:1: fejl: »onclick« {NAMES}"),
        ('<a href="java&#10;script:b">a</a>', f"x.md:1:1: fejl: Adressen »java script:b« {ADDRESS}"),
        ("<p>a<!-- b --></p>", f"x.md:1:1: fejl: »<!--« {CODE}"),
    ],
)
def test_what_markdown_has_made_is_held_against_the_same_rules(body, message):
    assert [str(problem) for problem in made(body, "x.md", "a")] == [message]


def test_what_markdown_makes_itself_passes():
    body = '<h2 id="b">A</h2>\n<p><a href="../om/" title="c">d</a> <em>e</em><br></p><ol start="2"><li>f</li></ol>'
    assert list(made(body, "x.md", "a")) == []


def test_only_pages_and_pictures_stand_beside_each_other(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    for name in ("a.md", "b.png", "c.js", "d.svg", "e.html", ".f.js"):
        (folder / name).write_text("# A\n", "utf-8")
    (folder / "g.md").symlink_to(tmp_path / "g.md")
    wrong = "Filen kan ikke stå her. En side slutter på .md, og et billede på .png, .jpg, .jpeg eller .webp. [filnavn]"
    link = "Filen kan ikke læses. Den er en genvej ud af mappen. Læg en almindelig fil her, eller slet den. [fil]"
    assert [str(problem).replace(f"{folder.as_posix()}/", "") for problem in check(folder)] == [
        *(f"{name}:1:1: fejl: {wrong}" for name in ("c.js", "d.svg", "e.html")),
        f"g.md:1:1: fejl: {link}",
    ]


def test_the_frozen_pages_are_clean():
    assert list(check(CONTENT)) == []


PARTS = ("<a", "`", "[a](", "{", "&a", "```\n", "``", "|:-", "[a]: ", "<!--", "---\n")


@pytest.mark.parametrize("part", PARTS)
def test_reading_a_page_takes_time_that_grows_with_it(part):
    assert growth(lambda times: said(part * times), 2_000) < 12


def test_a_page_that_is_hard_to_read_is_told_at_its_longest_sentence():
    hard = "Kommunen hjælper ledige borgere med at få job via jobcentret."
    longest = "Jobcentret hjælper ledige borgere med at få job via kommunen og rådet."
    text = f"# A\n\n> {hard}\n\n" + f"{hard}\n\n" * 4 + f"- Rådet svarer [her](/x.md). {longest}\n"
    # 55 words, 6 sentences and 20 long words: 9.2 + 36.4.
    (told,) = said(text)
    assert told.startswith("x.md:13:30: advarsel: ")
    assert "Siden har lix 46, og højst 45 er målet." in told
    assert told.endswith("[lix]")
    assert said("# A\n\n" + f"> {hard}\n\n" * 9) == []


def test_a_page_that_was_fine_is_not_looked_through_again_and_what_is_written_in_it_since_is_found(
    tmp_path, monkeypatch
):
    memory, page = Memory(), tmp_path / "om.md"
    page.write_text("# Om\n", "utf-8")
    assert list(check(tmp_path, memory)) == []
    with monkeypatch.context() as patched:
        patched.setattr(pages, "written", lambda *_: pytest.fail("looked through again"))
        assert list(check(tmp_path, memory)) == []
    page.write_text("# Om\n\nRing på 31-45-67-89.\n", "utf-8")
    for _ in range(2):
        assert [str(problem) for problem in check(tmp_path, memory)] == [f"{page}:3:1: fejl: {PHONE}"]
