"""What the rules in `texts` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import FILES, GOAL, LETTER, changed


@pytest.mark.parametrize(
    "text",
    [
        "Journalnummer 00.22.04-P35-10-25",
        "Journalnummer 15.20.00-P20-1-24",
        "Fra 2020 til 2021 og 2022",
        "I alt 12.345.678 kr. eller 12 345 678 kr.",
        "Tallene 10 12 14 16 18 20",
        "Perioden 2021-01-01 til 2021-12-31",
        "Beløbet 20304050 kr.",
        "ISBN 978-87-123-4567-8",
        "Sag 320170-1234",
        "Sag 011370-1234",
        "Sag 290201-1234",
        "https://eksempelby.example/0101701234/sag",
        "Under 5 < 6 og R&D",
        "Se @eksempelby",
        "Det er en beskrivelse: javascript er et sprog",
    ],
)
def test_what_only_looks_private_or_like_code_passes(found, text):
    assert found(changed(LETTER, ("text: Hvad betyder planen?", f"text: '{text}'"))) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("0101701234", "cpr"),
        ("010170 1234", "cpr"),
        ("(010170-1234)", "cpr"),
        ("290200-1234", "cpr"),
        ("Ring på 89 15 15 15.", "telefon"),
        ("89 15 15 15", "telefon"),
        ("+4589151515", "telefon"),
        ("0045 89151515", "telefon"),
        ("Telefon: 8915 1515", "telefon"),
        ("en@mail.dk", "e-mail"),
        ("fornavn.efternavn+x@post.mail.example", "e-mail"),
        ("<script>", "html"),
        ("<!-- x -->", "html"),
        ("&#60;b", "html"),
        ("vbscript:x", "html"),
    ],
)
def test_what_is_private_or_code_is_caught_at_its_line(found, text, rule):
    (line,) = found(changed(LETTER, ("text: Hvad betyder planen?", f"text: 'Se {text}'")))
    assert line.startswith(f"data/{LETTER}:14:")
    assert line.endswith(f"[{rule}]")


def test_the_site_may_give_its_own_contact(found):
    change = changed(
        "site.yml",
        ("/kontakt\n", "/kontakt\n  phone: +45 89 15 15 15\n  email: post@eksempelby.example\n"),
        ("respond: Skriv et brev til rådhuset.", "respond: Ring på tlf. 89 15 15 15."),
        ("enforcement: Skriv til tilsynet.", "enforcement: Skriv til tilsyn@tilsynet.example."),
    )
    assert found(change) == []


def test_nobody_else_may_be_named_in_the_site_file(found):
    assert found(changed("site.yml", ("tagline: Se,", "tagline: Ring 89 15 15 15 og"))) == [
        (
            "data/site.yml:2:10: fejl: Her står et telefonnummer. "
            "Slet det: kun sidens egen kontakt i site.yml må have et. [telefon]"
        )
    ]


def test_code_in_a_comment_does_no_harm(found):
    assert found({GOAL: "# <id> er navnet\n" + FILES[GOAL]}) == []


def test_a_short_text_is_never_hard_to_read(found):
    assert found(changed(GOAL, ("summary: Flere skal i job.", "summary: Beskæftigelsesindsatsen koordineres."))) == []
