"""An appendix to an agenda: the tagged PDF read back, whatever stands in the data, and the same bytes every time."""

import io
import json
import re
from itertools import pairwise

import frozen
import pikepdf
import pytest
from markupsafe import escape
from sample import LETTER, TODAY, changed

from generator.publish.paper.appendix import appendix, known, paper, subject
from generator.publish.paper.nodes import nodes
from generator.publish.paper.rowheads import with_row_heads
from generator.publish.paper.setting import Paper, typeset
from generator.site import seen

HOSTILE = r'#read("/etc/passwd") $x^2$ *fed* _kursiv_ \ <p3> `kode` @p3 // intet #pagebreak() [a](b) ~ -- "citat"'


@pytest.fixture(scope="module")
def year():
    return seen(frozen.YEAR, frozen.YEAR_LATER)[0]


SET = {}
"""Every appendix that has been set, by its view and what it is about: to set one takes longest."""


def made(view, name=None):
    key = (id(view), name)
    if key not in SET:
        SET[key] = appendix(view, subject(view, name) if name else None)
    return pikepdf.open(io.BytesIO(SET[key]))


def tags(pdf):
    """Give every element of the structure tree with its role."""

    return list(tags_of(pdf.Root.StructTreeRoot))


def tags_of(element):
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S), kid
            yield from tags_of(kid)


def words(pdf):
    """Give every string of an appendix's pages, as the fonts' own maps read it."""
    return "".join(_letters(page) for page in pdf.pages)


def _letters(page):
    maps = {}
    for name, font in page.Resources.Font.items():
        text = font.ToUnicode.read_bytes().decode()
        maps[name] = {
            int(code, 16): bytes.fromhex(sign).decode("utf-16-be")
            for code, sign in re.findall(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>", text)
        }
    said, font = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = maps[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            for raw in (bytes(part) for part in parts if isinstance(part, pikepdf.String)):
                codes = [int.from_bytes(raw[place : place + 2], "big") for place in range(0, len(raw), 2)]
                said += [font.get(code, "") for code in codes]
    return "".join(said)


def squeezed(text):
    return "".join(text.split())


def test_the_document_says_its_standard_title_and_language(year):
    pdf = made(year, "p1")
    with pdf.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
        assert said["dc:title"] == "Pejlemærke 1: Job til alle"
    assert str(pdf.Root.Lang) == "da-DK"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("name", ["p1", "p2", "pejlemaerker-2026", "jobudvalget-2026-06-10", None])
def test_everything_that_is_set_is_tagged_or_an_artifact(year, name):
    for page in made(year, name).pages:
        depth, loose = 0, []
        for operands, operator in pikepdf.parse_content_stream(page):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            if str(operator) in ("Tj", "TJ", "Do", "S", "f", "B") and not depth:
                loose.append((str(operator), operands))
        assert loose == []


@pytest.mark.parametrize("name", ["p1", "p2", "pejlemaerker-2026", "jobudvalget-2026-06-10", None])
def test_headings_go_down_one_level_at_a_time_and_every_picture_has_words(year, name):
    pdf = made(year, name)
    found = tags(pdf)
    levels = [int(role[2:]) for role, _ in found if re.fullmatch(r"/H[1-6]", role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not any(role == "/Figure" and not str(element.get("/Alt", "")) for role, element in found)


@pytest.mark.parametrize("name", ["p1", "p2", "pejlemaerker-2026", "jobudvalget-2026-06-10", None])
def test_every_cell_knows_its_column_and_its_row(year, name):
    pdf = made(year, name)
    assert pdf.check_pdf_syntax() == []
    names = (
        [str(one) for one in pdf.Root.StructTreeRoot.IDTree.Names][::2] if "/IDTree" in pdf.Root.StructTreeRoot else []
    )
    assert names == sorted(names)
    for table in (element for role, element in tags(pdf) if role == "/Table"):
        rows = [[cell for _, cell in tags_of(row) if str(cell.S) in ("/TH", "/TD")] for row in rows_of(table)]
        columns = [str(cell.ID) for cell in rows[0]]
        assert [(str(cell.S), str(cell.A[0].Scope)) for cell in rows[0]] == [("/TH", "/Column")] * len(columns)
        for head, *others in rows[1:]:
            assert (str(head.S), str(head.A[0].Scope), names.count(str(head.ID))) == ("/TH", "/Row", 1)
            for column, cell in zip(columns[1:], others, strict=True):
                assert (str(cell.S), [str(one) for one in cell.A[0].Headers]) == ("/TD", [column, str(head.ID)])


def rows_of(table):
    return [element for role, element in tags_of(table) if role == "/TR"]


@pytest.mark.parametrize("name", ["p1", "pejlemaerker-2026", None])
def test_every_table_has_its_name(year, name):
    pdf = made(year, name)
    found = [element for role, element in tags(pdf) if role == "/Table"]
    assert found
    # Where a table goes on to the next page, Typst may set its name beside it, within the same division.
    first = [table.K[0] if str(table.K[0].S) == "/Caption" else table.P.P.K[0] for table in found]
    assert {str(one.S) for one in first} == {"/Caption"}


@pytest.mark.parametrize(
    "pdf", [b"", b"%PDF-1.7\n1 0 obj\n<</S/TR>>\nendobj\n", b"xref\n0 1\n0000000000 65535 f\r\ntrailer\nstartxref\n0"]
)
def test_what_has_another_form_stays_as_it_is(pdf):
    assert with_row_heads(pdf) == pdf


def test_a_row_of_one_cell_and_a_table_without_heads_stay_as_they_are():
    html = "<table><tr><td>a</td><td>b</td></tr></table>"
    html += '<table><thead><tr><th scope="col">c</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>'
    found = tags(pikepdf.open(io.BytesIO(typeset(Paper("T", "B", nodes(html, str), {}), TODAY))))
    assert [role for role, _ in found if role in ("/TH", "/TD")] == ["/TD", "/TD", "/TH", "/TD"]


def test_the_state_of_every_point_comes_first_in_one_table(year):
    pdf = made(year)
    found = tags(pdf)
    first = next(element for role, element in found if role == "/Table")
    assert len([role for role, _ in tags_of(first) if role == "/TR"]) == 1 + len(year.graph.points)
    before = [role for role, _ in found[: [role for role, _ in found].index("/Table")]]
    assert [role for role in before if role.startswith("/H")] == ["/H1"]


def test_a_chart_is_said_in_words_and_its_numbers_stand_in_a_table(year):
    pdf = made(year, "p1")
    (figure,) = [element for role, element in tags(pdf) if role == "/Figure"]
    assert str(figure.Alt) == (
        "Ledige. Tallet for Fjordby faldt fra 2.550 i 2024 til 2.350 personer i 2025. "
        "Alle: målet er højst 2.300 personer."
    )


def test_links_say_where_they_lead_and_bookmarks_follow_the_headings(year):
    pdf = made(year, "p1")
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    assert links
    assert all(str(link.Contents) and "/StructParent" in link for link in links)
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:4] == ["Sådan står punkterne", "Teksten", "Ordene og svarene", "Sådan går det"]


def test_what_was_taken_out_of_a_text_and_put_in_is_said_in_words(year):
    text = squeezed(words(made(year, "p1")))
    assert squeezed("Alle ledige får [tilføjet: hurtig] hjælp til et [fjernet: job.]") in text


def test_pages_are_numbered(year):
    pdf = made(year, "p1")
    assert squeezed(f"Side 1 af {len(pdf.pages)}") in squeezed(words(pdf))


def test_the_same_words_give_the_same_bytes(year):
    again = seen(frozen.YEAR, frozen.YEAR_LATER)[0]
    for name in ("p1", "jobudvalget-2026-06-10"):
        assert appendix(year, subject(year, name)) == appendix(again, subject(again, name))


def test_no_word_from_outside_is_run(project):
    letter = r'#read("/etc/passwd") $x^2$ #{1+1} \ @p3 // intet #pagebreak() "citat" -- ~'
    view, problems = seen(project(changed(LETTER, ("Vi foreslår flere job.", f"'{letter}'"))), TODAY)
    assert view is not None, problems
    text = squeezed(words(made(view)))
    assert squeezed(letter) in text
    assert "root:" not in text


def test_what_a_check_refuses_is_no_mark_up_to_typst_either():
    found = Paper("T #panic()", "B", nodes(f"<h2>{escape(HOSTILE)}</h2><p>{escape(HOSTILE)}</p>", str), {})
    text = squeezed(words(pikepdf.open(io.BytesIO(typeset(found, TODAY)))))
    assert text.count(squeezed(HOSTILE)) == 2
    assert "T#panic()" in text


def test_signs_that_no_font_has_stand_as_their_numbers():
    day = frozen.YEAR_LATER
    odd = "漢 😀 👨‍👩‍👧 שלום ع \ue000 \ufffd e\u0301"
    found = Paper(f"T {odd}", "Byen", nodes(f"<p>{odd} slut</p>", str), {})
    text = squeezed(words(pikepdf.open(io.BytesIO(typeset(found, day)))))
    assert "[U+6F22]" in text
    assert "[U+1F600]" in text
    assert "slut" in text


def test_folded_things_stand_open_and_what_only_a_screen_needs_is_left_out():
    html = '<details><summary>Vis <span class="unseen">mere</span></summary><p>Inde</p></details>'
    html += '<p> a  <a href="#x">b</a> c</p>'
    assert nodes(html, lambda _: "") == [
        {"tag": "p", "kids": [{"tag": "strong", "kids": ["Vis"]}], "leads": True},
        {"tag": "p", "kids": ["Inde"], "leads": False},
        {"tag": "p", "kids": ["a ", "b", " c"], "leads": False},
    ]


def test_links_lead_to_the_site_only_where_its_address_is_known(year):
    def links(view):
        return {to for node in paper(view, subject(view, "p1")).nodes for to in _links(node)}

    assert all(to.startswith("#") for to in links(year))


def _links(node):
    if isinstance(node, dict):
        yield from [node["to"]] if "to" in node else []
        for key in ("kids", "items", "head", "body"):
            for kid in node.get(key, []):
                yield from _links(kid)
    elif isinstance(node, list):
        for kid in node:
            yield from _links(kid)


def test_another_municipality_reads_its_own_word():
    view = seen(frozen.OTHER, frozen.OTHER_TODAY)[0]
    texts = [json.dumps(paper(view, subject(view, name)).nodes, ensure_ascii=False).lower() for name in known(view)]
    texts.append(json.dumps(paper(view, None).nodes, ensure_ascii=False).lower())
    assert all("fokusområde" in text for text in texts)
    assert not any("pejlemærke" in text for text in texts)


def test_a_sign_stays_with_its_word_and_a_short_row_is_never_split():
    html = '<p><span aria-hidden="true">▲</span> Ja</p>'
    html += f"<table><tr><td>a</td></tr><tr><td>{'lang ' * 200}</td></tr></table>"
    signed, table = nodes(html, str)
    assert signed["kids"] == [{"tag": "sign", "text": "▲"}, "\xa0Ja"]
    assert [[cell["whole"] for cell in row] for row in table["body"]] == [[True], [False]]


def test_the_state_of_a_case_leaves_most_room_for_what_was_written(year):
    (table,) = [
        node
        for node in paper(year, subject(year, "pejlemaerker-2026")).nodes
        if isinstance(node, dict) and node.get("look") == "wide-state"
    ]
    assert table["columns"] == 6
