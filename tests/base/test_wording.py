import pytest

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
