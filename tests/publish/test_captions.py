"""Tables written by hand: each has a name of its own, which is seen and read aloud."""

import re

from markdown import markdown

from generator.publish.captions import captioned

HAND = """# Frister

Tabel: Frister for *svar* & »bilag "A"«

| Hvem | Dage |
|---|---|
| Byrådet | 14 |

## Møder {#moeder}

| Hvornår | Hvor |
|---|---|
| Mandag | Her |
"""


def names(text):
    body = captioned(markdown(text, extensions=["tables", "attr_list"]))
    return re.findall(
        r'<div class="scroll"[^>]* aria-label="([^"]*)"><table class="stacked"><caption>(.*?)</caption>', body
    ), body


def test_a_table_is_called_what_the_line_above_it_says_and_else_what_its_section_is_called():
    found, body = names(HAND)
    assert found == [
        ("Frister for svar &amp; »bilag &quot;A&quot;«", 'Frister for <em>svar</em> &amp; »bilag "A"«'),
        ("Møder", "Møder"),
    ]
    assert "Tabel:" not in body
    assert body.count("</table></div>") == 2


def test_a_table_on_a_page_without_headings_is_still_a_table():
    assert names("| a |\n|---|\n| b |\n")[0] == [("Tabel", "Tabel")]


def test_a_line_of_its_own_names_only_the_table_right_below_it():
    text = "# A\n\nTabel: B\n\nOrd.\n\n| a |\n|---|\n| b |\n"
    found, body = names(text)
    assert found == [("A", "A")]
    assert "<p>Tabel: B</p>" in body


def test_every_cell_but_the_first_says_what_its_column_is_called():
    text = '# A\n\n| Felt | Skal *det* "stå"? | Hvad |\n|---|---|---|\n| `a` | ja | Ord |\n| b | | Andre ord |\n'
    assert re.findall(r"<td( [^>]*)?>([^<]*)", names(text)[1]) == [
        ("", ""),
        (' data-label="Skal det &quot;stå&quot;?"', "ja"),
        (' data-label="Hvad"', "Ord"),
        ("", "b"),
        (' data-label="Skal det &quot;stå&quot;?"', ""),
        (' data-label="Hvad"', "Andre ord"),
    ]
