"""Rules on answers: what each state must say, what is changed, what is promised, and what is said to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.local import benchmark as word
from generator.base.local import said
from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import danish_date, joined
from generator.model import Benchmark, Change
from generator.model.vocabulary import CHANGES_TEXT, DECIDED, AnswerState, PromiseState
from generator.reading.loaded import Origin
from generator.rules.scope import Scope

ONLY_DECIDED = (
    "answer",
    "accepted",
    "not_accepted",
    "reason",
    "decided_by",
    "decision",
    "changes",
    "promised",
)
"""What only an answer that somebody has decided on can have."""


def needed(status: str | None) -> list[str]:
    """Name what an answer in a state must have: a decided one its words, and half a yes which half."""
    return [
        *(("answer", "reason") if status in DECIDED else ()),
        *(("accepted", "not_accepted") if status == AnswerState.PARTLY else ()),
    ]


def decision_explained(scope: Scope) -> Iterator[Problem]:
    """Whoever has decided on a point gives an answer and a reason and says who decided; half a yes says which half."""
    for entry, index, origin in scope.answers:
        names = needed(entry.status)
        missing = [f"»{name}«" for name in names if not getattr(entry, name)]
        if names and not (entry.decided_by or entry.decision):
            missing.append("»decided_by«")
        if missing:
            message = f"»{entry.status}« kræver også {joined(missing)}. Tilføj det, eller vælg »under vurdering«."
            yield Problem(origin.locate("history", index, "status"), message, Rule.ANSWER_MISSING)


def parts_of_a_yes(scope: Scope) -> Iterator[Problem]:
    """Only an answer that accepts some of a point says which part."""
    for entry, index, origin in scope.answers:
        for name in ("accepted", "not_accepted"):
            if entry.status in DECIDED and entry.status is not AnswerState.PARTLY and getattr(entry, name):
                message = f"»{entry.status}« kan ikke have »{name}«. Slet feltet, eller vælg »delvist imødekommet«."
                yield Problem(origin.locate_key("history", index, name), message, Rule.ANSWER_UNDECIDED)


def something_changed(scope: Scope) -> Iterator[Problem]:
    """A point that is accepted says what changed or what is promised; only such a point says what changed."""
    for entry, index, origin in scope.answers:
        if entry.status in CHANGES_TEXT and not (entry.changes or entry.promised):
            message = f"»{entry.status}« kræver »changes« eller »promised«: hvad er ændret, eller hvad er lovet?"
            yield Problem(origin.locate("history", index, "status"), message, Rule.ANSWER_CHANGE)
        elif entry.status in DECIDED - CHANGES_TEXT and entry.changes:
            message = f"»{entry.status}« ændrer ikke noget. Slet »changes«, eller vælg »imødekommet«."
            yield Problem(origin.locate_key("history", index, "changes"), message, Rule.ANSWER_CHANGE)
        else:
            for number, change in enumerate(entry.changes):
                if message := _wrong(change):
                    yield Problem(origin.locate("history", index, "changes", number), message, Rule.ANSWER_CHANGE)


def version_of_a_change(scope: Scope) -> Iterator[Problem]:
    """A change of a benchmark's text names one of its versions."""
    benchmarks = scope.loaded.of(Benchmark)
    for entry, index, origin in scope.answers:
        for number, change in enumerate(entry.changes):
            benchmark = benchmarks.get(change.benchmark or "")
            if benchmark and change.version and change.version > len(benchmark.versions):
                place = origin.locate("history", index, "changes", number, "version")
                known = len(benchmark.versions)
                has = f"kun {known} i »versions«" if known else "ingen »versions«"
                message = f"»{benchmark.id}« har {has}. Ret nummeret, eller skriv udgaven på {word().the}."
                yield Problem(place, message, Rule.ANSWER_CHANGE)


def answer_without_decision(scope: Scope) -> Iterator[Problem]:
    """A point that nobody has decided on has no answer, reason, decider, change or promise."""
    for entry, index, origin in scope.answers:
        if entry.status not in DECIDED:
            for name in ONLY_DECIDED:
                if getattr(entry, name):
                    message = f"»{entry.status}« kan ikke have »{name}«. Slet feltet, eller vælg »besvaret«."
                    yield Problem(origin.locate_key("history", index, name), message, Rule.ANSWER_UNDECIDED)


def joint_answer(scope: Scope) -> Iterator[Problem]:
    """A joint answer stands once, at one of the points, and the others lead to it."""
    points = {point.id: point for _, _, point, _ in scope.points}
    for _, _, point, origin in scope.points:
        other = points.get(point.answered_with or "")
        if other is None:
            continue
        place = origin.locate("answered_with")
        if other is point:
            yield Problem(place, "Punktet er besvaret sammen med sig selv. Skriv et andet punkt.", Rule.JOINT_ANSWER)
        elif other.answered_with:
            message = f"»{other.id}« er selv besvaret sammen med »{other.answered_with}«. Skriv det her."
            yield Problem(place, message, Rule.JOINT_ANSWER)
        elif not any(entry.status in DECIDED for entry in other.history):
            message = f"»{other.id}« har intet svar. Skriv det fælles svar der, eller slet linjen."
            yield Problem(place, message, Rule.JOINT_ANSWER)
        else:
            for index, entry in enumerate(point.history):
                if entry.status in DECIDED:
                    message = f"Svaret står ved »{other.id}«. Slet det her, eller slet »answered_with«."
                    yield Problem(origin.locate("history", index, "status"), message, Rule.JOINT_ANSWER)


def promise_kept_in_time(scope: Scope) -> Iterator[Problem]:
    """A promise is due after it was given, and only a promise that is postponed gets a new deadline, a later one."""
    for entry, index, origin in scope.answers:
        for number, promise in enumerate(entry.promised):
            where = ("history", index, "promised", number)
            if promise.due and promise.due < entry.date:
                message = f"Fristen ligger før svaret, som er fra {danish_date(entry.date)}. Ret den ene dato."
                yield Problem(origin.locate(*where, "due"), message, Rule.PROMISE)
            due = promise.due
            for step, what in enumerate(promise.history):
                place = (*where, "history", step)
                if what.date < entry.date:
                    message = f"Trinnet ligger før løftet, som er fra {danish_date(entry.date)}. Ret den ene dato."
                    yield Problem(origin.locate(*place, "date"), message, Rule.PROMISE)
                if what.due and what.status is not PromiseState.POSTPONED:
                    message = f"»{what.status}« har ingen ny frist. Slet »due«, eller vælg »udskudt«."
                    yield Problem(origin.locate_key(*place, "due"), message, Rule.PROMISE)
                elif what.due and due and what.due <= due:
                    message = f"Den nye frist er ikke senere end den gamle, {danish_date(due)}. Ret den ene dato."
                    yield Problem(origin.locate(*place, "due"), message, Rule.PROMISE)
                due = what.due or due


def reply_to_an_answer(scope: Scope) -> Iterator[Problem]:
    """Somebody says something to an answer only after it was given."""
    points = {point.id: point for _, _, point, _ in scope.points}
    for _, _, point, origin in scope.points:
        if not point.replies:
            continue
        other = points.get(point.answered_with or "")
        given = [*point.history, *(other.history if other else ())]
        first = min((entry.date for entry in given if entry.status in DECIDED), default=None)
        for index, reply in enumerate(point.replies):
            if first is None:
                message = "Punktet har intet svar at reagere på. Skriv svaret i »history« først."
                yield Problem(origin.locate("replies", index), message, Rule.REPLY)
            elif reply.date < first:
                message = f"Reaktionen ligger før det første svar, som er fra {danish_date(first)}. Ret den ene dato."
                yield Problem(origin.locate("replies", index, "date"), message, Rule.REPLY)


def split_point(scope: Scope) -> Iterator[Problem]:
    """A point is split into at least two of the same letter, which have its words between them, one after the other."""
    parts: dict[str, list[tuple[str, str, Origin]]] = {}
    homes = {point.id: (response.id, point.text) for response, _, point, _ in scope.points}
    for response, _, point, origin in scope.points:
        if point.split_from in homes:
            parts.setdefault(point.split_from, []).append((response.id, point.text, origin))
    for name, found in parts.items():
        letter, words = homes[name]
        _, _, first = found[0]
        if any(response != letter for response, _, _ in found):
            message = f"»{name}« står i et andet brev. Et punkt deles i punkter i sit eget brev."
            yield Problem(first.locate("split_from"), message, Rule.SPLIT)
        elif len(found) == 1:
            message = f"»{name}« er kun delt i ét punkt. Skriv »split_from« på alle delene, eller slet linjen."
            yield Problem(first.locate("split_from"), message, Rule.SPLIT)
        elif " ".join(" ".join(text for _, text, _ in found).split()) != " ".join(words.split()):
            message = f"Delene har ikke tilsammen ordene i »{name}«, fra først til sidst. Ret »text« i delene."
            yield Problem(first.locate("split_from"), message, Rule.SPLIT)


def _wrong(change: Change) -> str:
    """Say what is wrong with a change; nothing where it says one thing, and says it whole."""
    text = change.before or change.after or change.reference
    named = [name for name, value in (("benchmark", change.benchmark), ("initiative", change.initiative)) if value]
    if len(named) > 1 or (named and (change.before or change.after)):
        return "Ændringen siger flere ting. Skriv et punkt i listen for hver."
    if bool(change.benchmark) != bool(change.version):
        return said("{With_article} har udgaver. Skriv både »benchmark« og »version«.")
    if not (named or text):
        return "Ændringen er tom. Skriv »benchmark« og »version«, »initiative«, »before« og »after« eller »reference«."
    if not (named or change.reference or (change.before and change.after)):
        return "Ændringen siger ikke nok. Skriv både »before« og »after«, eller »reference«."
    if change.before and change.before == change.after:
        return "Teksten er den samme før og efter. Ret »after«."
    return ""
