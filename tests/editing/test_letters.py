"""A letter from outside: all its words in their order, whatever it is cut into, and no file that can do harm."""

import contextlib
import io
import time
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.letters import LetterError, cut, read
from generator.editing.letters.parts import Paragraph

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = """\
Dato: 3. februar 2030

Rådet har behandlet sagen og har
følgende kommentarer:

1. Job først
Rådet spørger, hva\u030ad planen betyder. Det gælder
også unge.

- Vi foreslår flere job.
- Vi foreslår en plan.

2. Tomt afsnit

3. En samlet plan OG 8. Andet

3. Vi har\u00a0et hår\u00addt mellemrum.

Med venlig hilsen
Formanden
"""


@pytest.fixture
def letter(tmp_path):
    """Write a file and read it as a letter."""

    def make(content):
        path = tmp_path / "brev"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path)

    return make


def words(found):
    """Give every word of a letter that is cut, part by part."""
    parts = [part for section in found.sections for part in (section.heading, *section.points)]
    return " ".join([*found.opening, *parts, *found.closing]).split()


def word_file(body, *, name="word/document.xml", head="", method=zipfile.ZIP_DEFLATED):
    """Make a Word file of what its document holds."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        archive.writestr(
            name, f"<?xml version='1.0'?>{head}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"
        )
    return content.getvalue()


def paragraph(*runs, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/><w:rPr><w:b/></w:rPr></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def run(text, look=""):
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t>{text}</w:t></w:r>"


def test_a_letter_in_plain_text_is_cut_where_it_has_headings(letter):
    found = cut(letter(TEXT))
    assert found.opening == ["Dato: 3. februar 2030", "Rådet har behandlet sagen og har følgende kommentarer:"]
    assert [(section.heading, section.points) for section in found.sections] == [
        (
            "1. Job først",
            [
                "Rådet spørger, hvåd planen betyder. Det gælder også unge.",
                "- Vi foreslår flere job.",
                "- Vi foreslår en plan.",
            ],
        ),
        ("2. Tomt afsnit 3. En samlet plan OG 8. Andet", ["3. Vi har et hårdt mellemrum."]),
    ]
    assert found.closing == ["Med venlig hilsen Formanden"]


def test_without_empty_lines_each_line_is_a_paragraph(letter):
    found = cut(letter("1. Job\r\nVi vil have job.\r\nOg løn.\r\n"))
    assert [(part.heading, part.points) for part in found.sections] == [("1. Job", ["Vi vil have job.", "Og løn."])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_are_read_from_every_encoding_that_windows_writes(letter, encoding):
    assert letter("Æblegrød på øen".encode(encoding)) == [Paragraph("Æblegrød på øen")]


def test_a_letter_without_headings_is_one_section_for_an_editor_to_name(letter):
    found = cut(letter("Vi vil have job.\n\nOg løn.\n\nVenlig hilsen\nRådet"))
    assert (found.opening, found.closing) == ([], ["Venlig hilsen Rådet"])
    assert [(part.heading, part.points) for part in found.sections] == [("", ["Vi vil have job.", "Og løn."])]


@pytest.mark.parametrize(
    "text", ["1. Job\n\n2. Løn\n", "Hej\n\n1. Job\n", "1. Job\n\nVi vil.\n\n2. Løn\n", "Hilsen Rådet"]
)
def test_every_section_has_a_point_and_no_word_is_lost(letter, text):
    found = cut(letter(text))
    assert all(section.points for section in found.sections)
    assert words(found) == text.split()


UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
SIGNS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Mn"), exclude_characters=UNSEEN), max_size=30
)
MARKS = st.sampled_from(
    ["\n", "\n\n", "\n1. Job\n", "\n\n- ", "\n\nMed venlig hilsen\n", " hva\u030ad", "\u00a0", "\t"]
)


@settings(max_examples=50)
@given(st.lists(SIGNS | MARKS, max_size=10))
def test_whatever_the_text_every_word_is_there_in_its_order(tmp_path_factory, parts):
    text = "".join(parts)
    path = tmp_path_factory.getbasetemp() / "vilkaarligt.txt"
    path.write_bytes(text.encode("utf-8"))
    wanted = unicodedata.normalize("NFC", text).split()
    try:
        found = words(cut(read(path)))
    except LetterError:
        found = []
    assert found == wanted


def test_word_gives_its_headings_and_only_the_words_that_stand(letter):
    choice = "<mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback>{}</mc:Fallback>"
    box = f"<w:r><mc:AlternateContent xmlns:mc='m'>{choice}</mc:AlternateContent></w:r>"
    rows = letter(
        word_file(
            paragraph(run("Indled"), run("ning"))
            + paragraph(run("Job først"), style="Overskrift1")
            + paragraph(run("Et fedt ", "<w:b/>"), run("ord"))
            + paragraph(run("Løn", "<w:b/>"))
            + paragraph(run("Ikke fed", '<w:b w:val="0"/>'))
            + paragraph(
                run("Vi vil"),
                "<w:r><w:tab/></w:r><w:r><w:br/></w:r>",
                run("have"),
                "<w:del><w:r><w:delText>ikke</w:delText></w:r></w:del>",
            )
            + paragraph("<w:moveFrom>" + run("flyttet") + "</w:moveFrom><w:ins>" + run("indsat") + "</w:ins>")
            + paragraph(run("ydre "), box.format(paragraph(run("indre")), paragraph(run("indre"))))
            + "<w:tbl><w:tr><w:tc>"
            + paragraph(run("celle"))
            + "</w:tc></w:tr></w:tbl>"
            + paragraph(run("e-mail &amp; løn"), "<w:r><w:noBreakHyphen/></w:r>", run("trin"))
        )
    )
    assert [(row.text, row.is_heading) for row in rows] == [
        ("Indledning", False),
        ("Job først", True),
        ("Et fedt ord", False),
        ("Løn", True),
        ("Ikke fed", False),
        ("Vi vil have", False),
        ("indsat", False),
        ("ydre", False),
        ("indre", False),
        ("celle", False),
        ("e-mail & løn-trin", False),
    ]


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BROKEN = "Word-filen er i stykker, eller den har adgangskode. Åbn den i Word, og gem den igen."
TYPED = "Word-filen har en dokumenttype, og det har Words egne filer ikke. Gem den igen i Word."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Filen har ingen tekst. Er brevet et billede, så skriv det af."),
        (" \n\u200b\n", "Filen har ingen tekst. Er brevet et billede, så skriv det af."),
        (word_file(""), "Filen har ingen tekst. Er brevet et billede, så skriv det af."),
        (b"%PDF-1.7 x", "Filen er hverken tekst eller Word. Gem brevet som .docx eller som ren tekst."),
        (b"a\x00b", "Filen er hverken tekst eller Word. Gem brevet som .docx eller som ren tekst."),
        (b"\xff\xfea", "Tegnene kan ikke læses. Gem filen som UTF-8."),
        (
            b"\xd0\xcf\x11\xe0abc",
            "Filen er en gammel Word-fil, eller den har adgangskode. Gem den som .docx uden adgangskode.",
        ),
        (b"PK\x03\x04abc", BROKEN),
        (word_file("")[:60], BROKEN),
        (word_file("", name="xl/workbook.xml"), "Filen er ikke en Word-fil. Gem brevet som .docx eller som ren tekst."),
        (word_file("<w:p>"), "Word-filen er i stykker. Åbn den i Word, og gem den igen."),
        (
            word_file(paragraph(run("x")), method=zipfile.ZIP_LZMA),
            "Word-filen er i stykker. Åbn den i Word, og gem den igen.",
        ),
        (word_file(paragraph(run("&b;")), head=BOMB), TYPED),
        (word_file(paragraph(run("&a;")), head=OUTSIDE), TYPED),
        (word_file(" " * 4_000_001), "Brevet er for stort: over 4 MB tekst. Gem kun brevet selv."),
        (b"a" * 10_000_001, "Filen er for stor: over 10 MB. Gem kun brevets tekst."),
        ("ord " * 130_000, "Brevet er for langt: over 300.000 tegn eller 20.000 afsnit. Del filen."),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_what_is_no_letter_or_a_dangerous_one_is_refused_in_a_sentence(letter, content, message):
    with pytest.raises(LetterError) as error:
        letter(content)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "content",
    [
        word_file("<w:p><w:r>" * 300_000),
        word_file("<w:p/>" * 660_000),
        word_file("<w:p>" + "<w:b/>" * 660_000 + "</w:p>"),
        b"1. A\n\n" * 330_000,
        b"\n" * 1_999_999,
        b" " * 1_999_999,
        b"- \n" * 660_000,
        b"p\xc3\xa5 " * 100_000,
    ],
    ids=["deep", "empty paragraphs", "elements", "headings", "lines", "spaces", "items", "greeting"],
)
def test_no_file_takes_long(letter, content):
    start = time.process_time()
    with contextlib.suppress(LetterError):
        cut(letter(content))
    assert time.process_time() - start < 5
