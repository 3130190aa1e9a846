import pytest
from parsing import said

from generator.reading.syntax import cause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        ("# kun en kommentar\n\n", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        (
            "a: b\n---\nc: d\n",
            "x.yml:2:1: fejl: Filen må kun holde én post. Slet linjen med ---. [yaml]",
        ),
        (
            "a: 1\nb: 'x\nc: 2\n",
            "x.yml:2:4: fejl: Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med. [yaml]",
        ),
        (
            "a: 1\nb\nc: 2\n",
            (
                "x.yml:2:1: fejl: Der mangler et kolon efter feltets navn. Skriv »navn: værdi«, "
                "eller ryk linjen ind, hvis den hører til teksten over. [yaml]"
            ),
        ),
        ("---\n", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        ("null\n", "x.yml:1:1: fejl: Filen er tom. Udfyld den, eller slet den. [tom-fil]"),
        (
            'title: "a\nnumber: 1\nplan: "2023"\n',
            "x.yml:1:8: fejl: Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med. [yaml]",
        ),
        (
            "a: 1\nlist:\n    b: 1\n    c: 2\n  - b: 3\n",
            (
                "x.yml:3:5: fejl: Listens første punkt mangler en bindestreg. "
                "Begynd det med »- « som punkterne under det. [yaml]"
            ),
        ),
        (
            "list:\n  -b: 1\n    c: 2\n",
            "x.yml:2:3: fejl: Der mangler et mellemrum efter bindestregen. Begynd punktet med »- «. [yaml]",
        ),
        ("a: 1\nb:2\nc: 3\n", "x.yml:2:1: fejl: Der mangler et mellemrum efter kolon. Skriv »navn: værdi«. [yaml]"),
        ("b:2\nc: 3\n", "x.yml:1:1: fejl: Der mangler et mellemrum efter kolon. Skriv »navn: værdi«. [yaml]"),
        (
            "# note\n a: 1\nb: 2\n",
            "x.yml:2:1: fejl: Filens første linje er rykket ind. Slet mellemrummene foran den. [yaml]",
        ),
        (
            "a: 1\n...\nb: 2\n",
            (
                "x.yml:3:1: fejl: Linjen er ikke gyldig YAML. "
                "Se efter kolon, anførselstegn og indrykning på linjen og linjen før. [yaml]"
            ),
        ),
        (
            "a: 1\n- b\n",
            (
                "x.yml:2:1: fejl: Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
                "og om der står mere tekst efter et afsluttende anførselstegn. [yaml]"
            ),
        ),
        (
            "a: [1, 2\nb: 3\n",
            "x.yml:1:4: fejl: En liste i skarpe parenteser er ikke lukket. Skriv et komma eller ]. [yaml]",
        ),
        (
            "a: {b: 1\nc: 3\n",
            "x.yml:1:4: fejl: En krøllet parentes er ikke lukket. Skriv et komma eller }. [yaml]",
        ),
        (
            "a: @b\n",
            "x.yml:1:4: fejl: En tekst kan ikke begynde med dette tegn. Sæt teksten i anførselstegn. [yaml]",
        ),
        (
            "a: - b\n",
            "x.yml:1:4: fejl: Et listepunkt skal stå på sin egen linje. Flyt »- « ned på næste linje. [yaml]",
        ),
        (
            "- a\nb: 1\n",
            (
                "x.yml:2:1: fejl: Linjen hører ikke til listen over den. "
                "Begynd den med »- «, eller ryk den på plads. [yaml]"
            ),
        ),
        (
            'a: "b" c\n',
            (
                "x.yml:1:8: fejl: Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
                "og om der står mere tekst efter et afsluttende anførselstegn. [yaml]"
            ),
        ),
        (
            'a: "C:\\mappe"\n',
            (
                "x.yml:1:7: fejl: En omvendt skråstreg betyder noget særligt i dobbelte anførselstegn. "
                "Brug enkelte anførselstegn. [yaml]"
            ),
        ),
        (
            "a: >b\n",
            (
                "x.yml:1:5: fejl: En tekst kan ikke begynde med > eller |. "
                "Sæt den i anførselstegn, eller flyt den ned på næste linje. [yaml]"
            ),
        ),
        (
            "a: ]\n",
            (
                "x.yml:1:4: fejl: En tekst kan ikke begynde med en parentes, der ikke er lukket. "
                "Sæt teksten i anførselstegn. [yaml]"
            ),
        ),
        (
            "a: * b\n",
            "x.yml:1:5: fejl: En tekst kan ikke begynde med & eller *. Sæt teksten i anførselstegn. [yaml]",
        ),
        (
            "%FOO\na: b\n",
            (
                "x.yml:1:5: fejl: Linjen er ikke gyldig YAML. "
                "Se efter kolon, anførselstegn og indrykning på linjen og linjen før. [yaml]"
            ),
        ),
        (
            "a: !!python/object:os.system x\n",
            (
                "x.yml:1:4: fejl: Typemærket !!python/object:os.system kan ikke bruges her. "
                "Slet det, eller sæt teksten i anførselstegn. [typemærke]"
            ),
        ),
    ],
)
def test_what_cannot_be_read_is_said_where_the_editor_must_look(text, expected):
    assert said(text) == expected


def test_a_cause_is_only_given_where_the_text_shows_it():
    assert cause("did not find expected key", ["a: 1", "- b"], 2, 1) is None
    assert cause("mapping values are not allowed in this context", ["a: b: c"], 1, 5) is None
    assert cause("did not find expected <document start>", ["a: 1"], 1, 1) is None
    assert cause("something new", ["-a"], 1, 1) is None


LONG_DASH = (
    "fejl: Bindestregen er blevet til et andet tegn ({}), som Word og andre programmer sætter. Skriv »- « med en "
    "almindelig bindestreg og et mellemrum. [yaml]"
)


@pytest.mark.parametrize("sign", "–—−‑•·")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  - b: 1\n    c: 2\n  {} b: 3\n    c: 4\n", "4:3"),
        ("a:\n  {} b: 1\n    c: 2\n", "2:3"),
        ("- a: 1\n{} a: 2\n", "2:1"),
        ("a:\n- b\n{} c\nd: 1\n", "3:1"),
    ],
)
def test_another_dash_than_a_lists_own_is_named(sign, text, place):
    assert said(text.format(sign)) == f"x.yml:{place}: {LONG_DASH.format(sign)}"


@pytest.mark.parametrize("quotes", ["”{}”", "“{}”", "„{}“", "‘{}’", "»{}«"])
@pytest.mark.parametrize(("text", "place"), [("a: {}\n", "1:4"), ("- c: {}\n", "1:6"), ("a:\n  - b: {}\n", "2:8")])
def test_quotation_marks_that_yaml_does_not_know_are_named(quotes, text, place):
    assert said(text.format(quotes.format("Bemærk: her"))) == (
        f"x.yml:{place}: fejl: Tegnet {quotes[0]} er ikke et anførselstegn for programmet, så teksten er ikke sat i "
        'anførselstegn. Sæt den i lige anførselstegn: "…". [yaml]'
    )


def test_a_dash_inside_a_text_is_not_to_blame():
    assert said("a: |\n  – punkt\nb: c: d\n").startswith("x.yml:3:5: fejl: Her står et kolon for meget")
