import datetime as dt

import pytest

from generator.base import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-01-14T22:59:59", "2026-01-14"),  # winter: one hour ahead of UTC
        ("2026-01-14T23:00:00", "2026-01-15"),
        ("2026-07-14T21:59:59", "2026-07-14"),  # summer: two
        ("2026-07-14T22:00:00", "2026-07-15"),
        ("2025-12-31T23:30:00", "2026-01-01"),
    ],
)
def test_the_day_changes_at_midnight_in_denmark(moment, day):
    utc = dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)
    assert clock.day_in_denmark(utc) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("said", [None, ""])
def test_today_is_now_in_denmark(monkeypatch, said):
    monkeypatch.delenv("PEJL_TODAY", raising=False)
    if said is not None:
        monkeypatch.setenv("PEJL_TODAY", said)
    before = clock.day_in_denmark(dt.datetime.now(tz=dt.UTC))
    assert before <= clock.today() <= clock.day_in_denmark(dt.datetime.now(tz=dt.UTC))


def test_today_can_be_set(monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2024-02-29")
    assert clock.today() == dt.date(2024, 2, 29)


@pytest.mark.parametrize("said", ["2026-02-29", "31/1-2026", "i dag\n"])
def test_a_day_that_is_no_date_says_what_to_write(monkeypatch, said):
    monkeypatch.setenv("PEJL_TODAY", said)
    with pytest.raises(clock.ClockError) as raised:
        clock.today()
    written = said.replace("\n", "?")
    assert str(raised.value) == f"»{written}« i PEJL_TODAY er ikke en dato. Skriv den som 2026-01-31."
