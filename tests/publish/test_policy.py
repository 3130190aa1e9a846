"""What a page may load and run, by what it holds."""

import base64
import hashlib

import pytest

from generator.publish import policy


def test_a_page_that_may_stand_anywhere_allows_its_own_style_and_nothing_else():
    condensed = base64.b64encode(hashlib.sha256(policy.STYLE.encode()).digest()).decode()
    told = f"default-src 'none'; style-src 'sha256-{condensed}'; img-src 'self'; base-uri 'none'; form-action 'none'"
    assert told == policy.ALONE


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p class="interactive"><button>Vis</button></p>', policy.DRAWING),
        ("<p>interactive</p>", policy.PAGE),
        ("", policy.PAGE),
    ],
)
def test_only_a_page_that_may_draw_lets_styles_in(body, found):
    assert policy.of(body) == found


def test_the_form_editor_talks_to_one_host():
    assert "connect-src 'self' blob: data: https://api.kode.example;" in policy.form_editor(
        "https://api.kode.example/v3"
    )
