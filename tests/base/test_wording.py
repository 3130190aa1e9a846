import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.wording import worded


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Et afsnit.", "<p>Et afsnit.</p>"),
        ("Et afsnit.\n\nEt til.", "<p>Et afsnit.</p>\n<p>Et til.</p>"),
        (
            "Rådet vil have:\n1. en plan for unge\n2. en plan for ældre",
            (
                '<p>Rådet vil have:</p>\n<ol class="own" role="list"><li value="1">1. en plan for unge</li>'
                '<li value="2">2. en plan for ældre</li></ol>'
            ),
        ),
        (
            "4) ro\n\n5) mad",
            '<ol class="own" role="list"><li value="4">4) ro</li><li value="5">5) mad</li></ol>',
        ),
        ("a) ro\nb) mad", '<ol class="own" role="list"><li value="1">a) ro</li><li value="2">b) mad</li></ol>'),
        (
            "Rådet beder om:\n\n- flere mentorer\n\n- kortere ventetid\n\nTak.",
            (
                '<p>Rådet beder om:</p>\n<ul class="own" role="list">'
                "<li>- flere mentorer</li><li>- kortere ventetid</li></ul>"
                "\n<p>Tak.</p>"
            ),
        ),
        ("- kun ét", "<p>- kun ét</p>"),
        ("1. januar begynder det\n9. maj slutter det", "<p>1. januar begynder det<br>\n9. maj slutter det</p>"),
        (
            "| År | Antal |\n|---|---|\n| 2024 | 5 |",
            (
                '<table class="own"><tr><th scope="col">År</th><th scope="col">Antal</th></tr>'
                "<tr><td>2024</td><td>5</td></tr></table>"
            ),
        ),
        (
            "2023\t4\n2024\t5",
            '<table class="own"><tr><td>2023</td><td>4</td></tr><tr><td>2024</td><td>5</td></tr></table>',
        ),
        ("Kære byråd\nVi skriver til jer i dag om noget.", "<p>Kære byråd<br>\nVi skriver til jer i dag om noget.</p>"),
        (
            "Vi skriver til jer i dag, fordi vi gennem lang tid i rådet\nhar ønsket en langt bedre plan.",
            "<p>Vi skriver til jer i dag, fordi vi gennem lang tid i rådet har ønsket en langt bedre plan.</p>",
        ),
        (
            "Det gælder alle de elever, som går i skole her, i og efter\n9. klasse på skolerne her i byen.",
            "<p>Det gælder alle de elever, som går i skole her, i og efter 9. klasse på skolerne her i byen.</p>",
        ),
        (
            "- <b>x</b> & *y*\n- <script>z</script>",
            (
                '<ul class="own" role="list"><li>- &lt;b&gt;x&lt;/b&gt; &amp; <em>y</em></li>'
                "<li>- &lt;script&gt;z&lt;/script&gt;</li></ul>"
            ),
        ),
    ],
)
def test_words_are_shown_as_they_were_set(text, shown):
    assert worded(text) == shown


def listed(name, *items):
    """Write a list as it is shown; an item is its words, with its number before them in a numbered list."""
    shown = "".join(f'<li value="{item[0]}">{item[1]}</li>' if name == "ol" else f"<li>{item}</li>" for item in items)
    return f'<{name} class="own" role="list">{shown}</{name}>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "1. en plan\n   a) for unge\n   b) for ældre\n2. flere job\n   - på havnen\n   - i byen",
            listed(
                "ol",
                (1, "1. en plan" + listed("ol", (1, "a) for unge"), (2, "b) for ældre"))),
                (2, "2. flere job" + listed("ul", "- på havnen", "- i byen")),
            ),
        ),
        (
            "1) ro\n(a) ude\n(b) inde\n2) mad",
            listed("ol", (1, "1) ro" + listed("ol", (1, "(a) ude"), (2, "(b) inde"))), (2, "2) mad")),
        ),
        (
            "1) ro\n2) mad\n- ude\n- inde",
            listed("ol", (1, "1) ro"), (2, "2) mad")) + "\n" + listed("ul", "- ude", "- inde"),
        ),
        ("- ro\n  - ude\n  - inde\n- mad", listed("ul", "- ro" + listed("ul", "- ude", "- inde"), "- mad")),
        ("1. ro\n   - kun ude\n2. mad", listed("ol", (1, "1. ro<br>\n- kun ude"), (2, "2. mad"))),
        (
            "3. Ældre\n3.1 ro\n3.2 mad\n4. Unge\n4.1. ro\n4.2. mad",
            listed(
                "ol",
                (3, "3. Ældre" + listed("ol", (1, "3.1 ro"), (2, "3.2 mad"))),
                (4, "4. Unge" + listed("ol", (1, "4.1. ro"), (2, "4.2. mad"))),
            ),
        ),
        ("10.1 ro\n10.2 mad", listed("ol", (1, "10.1 ro"), (2, "10.2 mad"))),
        ("2.140 unge\n2.141 ældre", "<p>2.140 unge<br>\n2.141 ældre</p>"),
        ("1.1 ro\n2.2 mad", "<p>1.1 ro<br>\n2.2 mad</p>"),
        ("3. ro\n5. mad\n6. søvn", listed("ol", (3, "3. ro"), (5, "5. mad"), (6, "6. søvn"))),
        ("5. ro\n3. mad", "<p>5. ro<br>\n3. mad</p>"),
        ("(1) ro\n(2) mad", listed("ol", (1, "(1) ro"), (2, "(2) mad"))),
        ("A) ro\nB) mad", listed("ol", (1, "A) ro"), (2, "B) mad"))),
        ("i. ro\nii. mad\niii. søvn", listed("ol", (1, "i. ro"), (2, "ii. mad"), (3, "iii. søvn"))),
        ("h) ro\ni) mad", listed("ol", (8, "h) ro"), (9, "i) mad"))),
        ("§ 1 Rådet hører.\n§ 2. Rådet svarer.", "<p>§ 1 Rådet hører.<br>\n§ 2. Rådet svarer.</p>"),
        ("§ 1 Rådet hører.\n§ 2 Rådet svarer.", listed("ol", (1, "§ 1 Rådet hører."), (2, "§ 2 Rådet svarer."))),
        ("1. maj er fri\n2. maj er ikke", "<p>1. maj er fri<br>\n2. maj er ikke</p>"),
        ("Der var kun\n- 5 grader i dag.", "<p>Der var kun<br>\n- 5 grader i dag.</p>"),
        ("Vi vil - som før - have ro.", "<p>Vi vil - som før - have ro.</p>"),
        ("> Alle får ro.\n> Fra maj.", "<p>&gt; Alle får ro.<br>\n&gt; Fra maj.</p>"),
        (
            "Alder\tAntal\n18-29\t\n\t5",
            (
                '<table class="own"><tr><td>Alder</td><td>Antal</td></tr>'
                "<tr><td>18-29</td><td></td></tr><tr><td></td><td>5</td></tr></table>"
            ),
        ),
        (
            "||2024|\n|---|---|\n|Unge||",
            (
                '<table class="own"><tr><th scope="col"></th><th scope="col">2024</th></tr>'
                "<tr><td>Unge</td><td></td></tr></table>"
            ),
        ),
    ],
)
def test_lists_keep_their_own_numbers_and_what_stands_inside_them(text, shown):
    assert worded(text) == shown


PIECES = [
    "1. ",
    "2. ",
    "3. ",
    "a) ",
    "b) ",
    "(1) ",
    "(2) ",
    "- ",
    "  - ",
    "   a) ",
    "   b) ",
    "§ 1 ",
    "1.1 ",
    "1.2. ",
    "i. ",
    "ii. ",
    "",
]
LINES = st.builds(lambda mark, word: f"{mark}{word}", st.sampled_from(PIECES), st.sampled_from(["ro", "mad og ly", ""]))


@settings(deadline=None, max_examples=300)
@given(lines=st.lists(LINES, max_size=14))
def test_every_word_stays_and_in_its_order(lines):
    text = "\n".join(lines)
    assert re.sub(r"<[^>]*>", " ", worded(text)).split() == text.split()
