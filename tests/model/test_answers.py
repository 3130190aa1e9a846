"""What comes of a point."""

import datetime as dt

import pytest

from generator.model import Promise, PromiseEntry, SourceRef
from generator.model.vocabulary import PromiseState

SOURCE = SourceRef(document="referat", section="Punkt 4")


def promise(*steps):
    history = [PromiseEntry(date="2026-07-01", status=status, due=due, source=SOURCE) for status, due in steps]
    return Promise(text="Vi holder et møde.", who="Jobcentret", due="2026-09-01", history=history)


@pytest.mark.parametrize(
    ("steps", "is_open"),
    [
        ([], True),
        ([(PromiseState.PARTLY, None)], True),
        ([(PromiseState.POSTPONED, "2026-12-01")], True),
        ([(PromiseState.POSTPONED, "2026-12-01"), (PromiseState.KEPT, None)], False),
        ([(PromiseState.BROKEN, None)], False),
    ],
)
def test_a_promise_is_open_until_something_final_became_of_it(steps, is_open):
    assert promise(*steps).is_open is is_open


def test_the_deadline_is_the_one_last_given():
    assert promise().deadline == dt.date(2026, 9, 1)
    assert promise((PromiseState.POSTPONED, None)).deadline == dt.date(2026, 9, 1)
    assert promise((PromiseState.POSTPONED, "2026-12-01"), (PromiseState.PARTLY, None)).deadline == dt.date(2026, 12, 1)


def test_a_point_tells_its_answers_what_is_said_to_them_and_what_became_of_promises(year):
    (point,) = [item for item in year.identified() if item.id == "ur26-2"]
    assert [(kind, step.status, step.date.isoformat(), number) for kind, step, number in point.steps()] == [
        ("answer", "imødekommet", "2026-11-04", "0"),
        ("promise", "udskudt", "2026-11-25", "0-0-0"),
    ]
