"""What happens now with a point, and who has the ball; computed, never entered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.base.text import joined
from generator.chain.graph import Raised
from generator.model import AnswerEntry, Consultation, Department, Initiative, Plan, Promise
from generator.model.vocabulary import (
    CHANGES_TEXT,
    AnswerState,
    DeliveryState,
    PromiseState,
    ReplyState,
)


class Step(StrEnum):
    """What has to happen next."""

    PROMISE = "løftet skal holdes"
    ANSWER = "svaret skal findes"
    MEETING = "punktet skal behandles"
    AGAIN = "svaret skal ses på igen"
    DELIVER = "det lovede skal gøres"
    CLOSED = "afsluttet"


@dataclass(frozen=True)
class NextStep:
    """What happens next, and who has the ball."""

    step: Step
    who: str = ""
    """The municipality, a body or a department; nobody where the point is closed."""
    what: str = ""
    """The promise, or what is to be done, where there is more to say than the step does."""
    due: dt.date | None = None
    """The deadline, where a source gives one."""
    overdue: bool = False
    """Whether that deadline has passed; without a sourced deadline nothing is ever overdue."""
    meeting: dt.date | None = None
    """The next day on which the sources say that the case is taken up."""
    passed: dt.date | None = None
    """The last such day, where it has passed and no other is known."""


def next_step(raised: Raised, plan: Plan, today: dt.date) -> NextStep:
    """Work out what happens next with a point; the first line that fits counts.

    | the point | next | who |
    |---|---|---|
    | has a promise that is neither kept nor given up | the promise is kept | the one who promised |
    | has no answer in the sources | the municipality answers, or somebody sends us the answer | the municipality |
    | is under consideration | it is taken up, at the next meeting that the sources name | the body of that meeting |
    | has a reply after its newest answer that says »ikke tilfreds« | the answer is looked at again | the municipality |
    | has got a yes to something that is not yet done | it is done | the one who does it |
    | is anything else | nothing; it is closed | nobody |

    A text that is changed is done when it is changed, and an initiative when it is carried out. A promise that was not
    kept leaves its yes undone.
    """
    newest = raised.history[-1] if raised.history else None
    if newest and (promise := _open(raised)):
        due = promise.deadline
        return NextStep(Step.PROMISE, promise.who, promise.text, due, bool(due and due < today))
    if raised.state is AnswerState.UNANSWERED or newest is None:
        return _in_case(NextStep(Step.ANSWER, plan.site.municipality), raised, plan, today)
    if raised.state is AnswerState.CONSIDERED:
        return _in_case(NextStep(Step.MEETING, plan.site.municipality), raised, plan, today)
    if _is_dissatisfied(raised, newest):
        return NextStep(Step.AGAIN, plan.site.municipality)
    return (_undone(newest, plan) if newest.status in CHANGES_TEXT else None) or NextStep(Step.CLOSED)


def is_open(raised: Raised) -> bool:
    """Tell whether the sources have no answer to a point yet; only such a point has an age."""
    return not raised.answered


def _open(raised: Raised) -> Promise | None:
    """Find the open promise whose deadline comes first; one without a deadline comes last."""
    found = [promise for entry in raised.history for promise in entry.promised if promise.is_open]
    return min(found, key=lambda promise: promise.deadline or dt.date.max, default=None)


def _in_case(step: NextStep, raised: Raised, plan: Plan, today: dt.date) -> NextStep:
    """Add what the sources say of the case: the deadline, and when and where it is taken up."""
    case = plan.of(Consultation)[raised.response.consultation]
    if case.answer_by:
        step = replace(step, due=case.answer_by.date, overdue=case.answer_by.date < today)
    coming = sorted(case.next, key=lambda meeting: meeting.date)
    ahead = [meeting for meeting in coming if meeting.date >= today]
    if ahead:
        step = replace(step, meeting=ahead[0].date)
    elif coming:
        step = replace(step, passed=coming[-1].date)
    if coming and step.step is Step.MEETING:
        step = replace(step, who=(ahead[0] if ahead else coming[-1]).body)
    return step


def _is_dissatisfied(raised: Raised, newest: AnswerEntry) -> bool:
    replies = [reply for reply in raised.point.replies if reply.date >= newest.date]
    return bool(replies) and replies[-1].status is ReplyState.DISSATISFIED


def _undone(entry: AnswerEntry, plan: Plan) -> NextStep | None:
    """Find what a yes is to that nobody has done yet."""
    for change in entry.changes:
        initiative = plan.of(Initiative)[change.initiative] if change.initiative else None
        if initiative and not (initiative.history and initiative.history[-1].status is DeliveryState.DONE):
            departments = [plan.of(Department)[name].title for name in initiative.departments]
            return NextStep(Step.DELIVER, joined(departments) or plan.site.municipality, initiative.title)
    for promise in entry.promised:
        if promise.history and promise.history[-1].status is PromiseState.BROKEN:
            return NextStep(Step.DELIVER, promise.who, promise.text)
    return None
