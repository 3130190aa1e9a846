"""Rules on letters and their answers: an answer comes after the letter, and says what it must."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import danish_date, joined, natural_key
from generator.model import AnswerEntry, Benchmark, Response
from generator.model.references import Place
from generator.model.vocabulary import CHANGES_TEXT, DECIDED
from generator.reading.loaded import Origin
from generator.rules.scope import Scope

# »4. En samlet plan OG 8. Partnerskaber«: a number begins the heading, or stands between »og« and a capital letter,
# so that »5. Efter 9. klasse« names only 5.
_NUMBER_FIRST = re.compile(r"([0-9]{1,4})\.\s")
_NUMBER_LATER = re.compile(r"(?:\b(?i:og|samt)|[,;/&+])\s*([0-9]{1,4})\.\s+(?=[A-ZÆØÅ])")


def history_in_order(scope: Scope) -> Iterator[Problem]:
    """The entries of a history stand in order of date, the newest last."""
    for history, origin in scope.histories:
        for index, (before, entry) in enumerate(itertools.pairwise(history), start=1):
            if entry.date < before.date:
                message = f"{danish_date(entry.date)} ligger før trinnet over. Sæt det ældste trin øverst."
                yield Problem(origin.locate("history", index, "date"), message, Rule.HISTORY_ORDER)


def answer_before_letter(scope: Scope) -> Iterator[Problem]:
    """Nothing is answered before the letter is written."""
    for response, _, point, origin in scope.points:
        for index, entry in enumerate(point.history):
            if entry.date < response.date:
                message = f"Svaret ligger før brevet, som er fra {danish_date(response.date)}. Ret den ene dato."
                yield Problem(origin.locate("history", index, "date"), message, Rule.ANSWER_BEFORE_LETTER)


def decision_explained(scope: Scope) -> Iterator[Problem]:
    """Whoever has decided on a point gives an answer and a reason, and says who decided."""
    for entry, index, origin in _answers(scope):
        needed = ("answer", "reason", "decided_by") if entry.status in DECIDED else ()
        missing = [f"»{name}«" for name in needed if not getattr(entry, name)]
        if missing:
            message = f"»{entry.status}« kræver også {joined(missing)}. Tilføj det, eller vælg »under vurdering«."
            yield Problem(origin.locate("history", index, "status"), message, Rule.ANSWER_MISSING)


def text_changed(scope: Scope) -> Iterator[Problem]:
    """A point that is accepted says what changed in the text; only such a point does."""
    for entry, index, origin in _answers(scope):
        change = entry.change
        if entry.status in CHANGES_TEXT and change is None:
            message = f"»{entry.status}« kræver »change«: skriv »before« og »after«, eller »reference«."
            yield Problem(origin.locate("history", index, "status"), message, Rule.ANSWER_CHANGE)
        elif entry.status in DECIDED - CHANGES_TEXT and change:
            message = f"»{entry.status}« ændrer ikke teksten. Slet »change«, eller vælg »imødekommet«."
            yield Problem(origin.locate_key("history", index, "change"), message, Rule.ANSWER_CHANGE)
        elif change and not (change.reference or (change.before and change.after)):
            message = "Ændringen siger ikke nok. Skriv både »before« og »after«, eller »reference«."
            yield Problem(origin.locate_key("history", index, "change"), message, Rule.ANSWER_CHANGE)
        elif change and change.before and change.before == change.after:
            message = "Teksten er den samme før og efter. Ret »after«."
            yield Problem(origin.locate("history", index, "change", "after"), message, Rule.ANSWER_CHANGE)


def answer_without_decision(scope: Scope) -> Iterator[Problem]:
    """A point that nobody has decided on has no answer, reason, decider or change."""
    for entry, index, origin in _answers(scope):
        if entry.status not in DECIDED:
            for name in ("answer", "reason", "decided_by", "change"):
                if getattr(entry, name):
                    message = f"»{entry.status}« kan ikke have »{name}«. Slet feltet, eller vælg »besvaret«."
                    yield Problem(origin.locate_key("history", index, name), message, Rule.ANSWER_UNDECIDED)


def heading_names_benchmarks(scope: Scope) -> Iterator[Problem]:
    """A section of a letter lists the benchmarks whose numbers stand in its heading, and no others."""
    numbers = {benchmark.id: benchmark.number for benchmark in scope.loaded.of(Benchmark).values()}
    by_number: dict[int, list[str]] = defaultdict(list)
    for name, number in sorted(numbers.items(), key=lambda item: natural_key(item[0])):
        by_number[number].append(name)
    for response, origin in scope.each(Response):
        for s, section in enumerate(response.sections):
            written = set(map(int, re.findall(r"(?<![0-9])[0-9]{1,4}(?![0-9])", section.heading)))
            listed = {numbers.get(name) for name in section.benchmarks}
            absent = [number for number in _named(section.heading) if by_number[number] and number not in listed]
            strange = [
                b
                for b, name in enumerate(section.benchmarks)
                # A number that two have is another rule's business.
                if name in numbers and numbers[name] not in written and len(by_number[numbers[name]]) == 1
            ]
            for number, index in itertools.zip_longest(absent, strange):
                name = by_number[number][0] if number else ""
                place: Place = ("sections", s, "heading")
                if number and index is not None:
                    wrong = section.benchmarks[index]
                    message = f"Overskriften nævner {number}, men »benchmarks« nævner »{wrong}«. Ret den ene."
                elif number:
                    message = f"Overskriften nævner {number}. Tilføj »{name}« i »benchmarks«."
                else:
                    place = ("sections", s, "benchmarks", index)
                    wrong = section.benchmarks[index]
                    message = f"Overskriften nævner ikke {numbers[wrong]}. Slet »{wrong}« her."
                yield Problem(origin.locate(*place), message, Rule.LETTER_HEADING)


def benchmarks_of_point(scope: Scope) -> Iterator[Problem]:
    """A point concerns benchmarks that the heading above it names."""
    for _, section, point, origin in scope.points:
        strange = set(point.benchmarks or []).difference(section.benchmarks)
        for index, name in enumerate(point.benchmarks if strange and point.benchmarks else []):
            if name in strange:
                allowed = joined([f"»{each}«" for each in section.benchmarks], "eller") or "ingen pejlemærker"
                message = f"Punktet står under en overskrift, der ikke nævner »{name}«, men {allowed}. Slet det her."
                yield Problem(origin.locate("benchmarks", index), message, Rule.POINT_BENCHMARKS)


def _answers(scope: Scope) -> Iterator[tuple[AnswerEntry, int, Origin]]:
    for _, _, point, origin in scope.points:
        for index, entry in enumerate(point.history):
            yield entry, index, origin


def _named(heading: str) -> list[int]:
    first = _NUMBER_FIRST.match(heading)
    later = _NUMBER_LATER.findall(heading)
    return [int(number) for number in ([first[1], *later] if first else later)]
