"""Where a build is to stand, as the environment says it."""

import pytest

from generator.base import placing


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("", ""),
        ("https://x.example/", "https://x.example"),
        ("https://nordby.github.io/plan/", "https://nordby.github.io/plan"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_an_address_is_given_without_its_last_slash(monkeypatch, said, given):
    monkeypatch.setenv("SITE_URL", said)
    assert placing.given() == given


def test_nothing_need_be_said(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    assert placing.given() == ""


@pytest.mark.parametrize("said", ["x.example", "/plan/", "https://", "ftp://a.example", "https://a.dk/?b", "nej\n"])
def test_what_is_no_address_says_what_to_write(monkeypatch, said):
    monkeypatch.setenv("SITE_URL", said)
    with pytest.raises(placing.PlaceError) as raised:
        placing.given()
    written = said.replace("\n", "?")
    assert str(raised.value) == f"»{written}« i SITE_URL er ikke en webadresse. Skriv den som https://navn.dk/side/."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://x.example/plan", "http://X.example/plan/", True),
        ("https://x.example/plan", "https://x.example/Plan", False),
        ("https://x.example", "https://x.example/plan", False),
        ("https://x.example", "https://www.x.example", False),
    ],
)
def test_http_and_https_are_one_site(one, other, same):
    assert placing.is_same(one, other) is same
