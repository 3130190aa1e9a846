import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.breaking import TIGHT, WIDE, WIDEST, broken

LONG = "Beskæf-ti-gel-ses-ind-satsen"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<td>Beskæftigelsesindsatsen</td>", f"<td>{LONG}</td>"),
        ('<p class="v">Virksomhedspraktik</p>', '<p class="v">Virk-som-heds-praktik</p>'),
        ('<nav><a href="#b">3. Virksomhedspraktik</a></nav>', '<nav><a href="#b">3. Virk-som-heds-praktik</a></nav>'),
        ("<h2>Virksomhedspraktik for alle</h2>", "<h2>Virk~som~heds~praktik for alle</h2>"),
        ("<h1>Borgere i job, 16-66 år</h1>", '<h1>Borgere i job, <span class="span">16-66</span> år</h1>'),
        ("<h3>Planen for 2018–2021</h3>", '<h3>Planen for <span class="span">2018–2021</span></h3>'),
        ("<p>Borgere i job, 16-66 år</p>", "<p>Borgere i job, 16-66 år</p>"),
        ("<h2>De skrev »16-66 år«</h2>", "<h2>De skrev »16-66 år«</h2>"),
        ("<h1>Beskæftigelsesindsatsen</h1>", f"<h1>{LONG.replace('-', '~')}</h1>"),
        ("<p>Beskæftigelsesindsatsen</p>", f"<p>{LONG}</p>"),
        (f"<p>{'x' * 30}</p>", f"<p>{'x' * 12}-{'x' * 12}-{'x' * 6}</p>"),
        ("<p>Virksomhedspraktik</p>", "<p>Virksomhedspraktik</p>"),
        ("<td>beskæftige jobcentret</td>", "<td>beskæftige jobcentret</td>"),
        (
            '<div class="k"><div>a</div>Virksomhedspraktik</div>',
            '<div class="k"><div>a</div>Virk-som-heds-praktik</div>',
        ),
        (
            "<p>Virksomhedspraktik</p><th>a</th>Virksomhedspraktik",
            "<p>Virksomhedspraktik</p><th>a</th>Virksomhedspraktik",
        ),
    ],
)
def test_a_long_word_may_be_broken_where_it_would_not_fit(body: str, expected: str):
    found = broken(body).replace('<i class="s"></i>', "~").replace("<i></i>", "-")
    assert found == expected


@pytest.mark.parametrize(
    "body",
    [
        "<td><blockquote><p>Beskæftigelsesindsatsen</p></blockquote></td>",
        '<td class="quoted"><p>Sygedagpengeafdelingen</p><p>Sygedagpengeafdelingen</p></td>',
        "<h2 data-letter>Sygedagpengeafdelingen</h2>",
        '<div class="letter-text" data-letter><div>a</div><p>Sygedagpengeafdelingen</p></div>',
        '<td><p class="quoted"><strong>Svar:</strong> Sygedagpengeafdelingen</p></td>',
        "<th>De skrev »Sygedagpengeafdelingen« i brevet</th>",
        "<p class='x'><ins>Sygedagpengeafdelingen</ins> <del>Sygedagpengeafdelingen</del></p>",
        '<td title="Sygedagpengeafdelingen"><a href="/sygedagpengeafdelingen/" id="sygedagpenge">nr.</a></td>',
        '<td><span class="tag wait"><span aria-hidden="true">■</span> Beskæftigelsesindsatsen</span></td>',
        "<td><code>sygedagpengeafdelingen</code></td>",
        "<svg><title>Sygedagpengeafdelingen</title></svg>",
    ],
)
def test_words_of_others_and_what_is_no_text_are_left_alone(body: str):
    assert broken(body) == body


def test_after_a_quotation_the_words_are_ours_again():
    body = "<td><blockquote>Virksomhedspraktik</blockquote> Virksomhedspraktik</td>"
    ours = "Virk<i></i>som<i></i>heds<i></i>praktik"
    assert broken(body) == f"<td><blockquote>Virksomhedspraktik</blockquote> {ours}</td>"


def test_a_word_wider_than_any_heading_may_be_broken_on_every_screen():
    assert '<i class="s">' not in broken("<h1>Arbejdsmarkedsuddannelsesudvalget</h1>")
    assert "<i></i>" in broken("<h1>Arbejdsmarkedsuddannelsesudvalget</h1>")


def test_what_is_broken_has_a_stated_length():
    assert (TIGHT, WIDE, WIDEST) == (12, 20, 32)


@given(
    st.lists(st.sampled_from(["<td>", "</td>", "<p>", "</p>", "»", "«", "Sygedagpengeafdelingen", " ", "<q>", "</q>"]))
)
def test_without_the_places_a_page_is_what_it_was(pieces: list[str]):
    body = "".join(pieces)
    assert re.sub(r'<i(?: class="s")?></i>', "", broken(body)) == body
