"""Rules on letters: their words, the benchmarks they are about, and their answers, which come after them, in order."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from generator.base.problems import Problem, Severity
from generator.base.rule import Rule
from generator.base.text import danish_date, joined, natural_key
from generator.model import Benchmark, Response
from generator.model.references import Place
from generator.rules.scope import Scope

# »4. En samlet plan OG 8. Partnerskaber«: a number begins the heading, or stands between »og« and a capital letter,
# so that »5. Efter 9. klasse« names only 5.
_NUMBER_FIRST = re.compile(r"([0-9]{1,4})\.\s")
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")
_NUMBER_LATER = re.compile(r"(?:\b(?i:og|samt)|[,;/&+])\s*([0-9]{1,4})\.\s+(?=[A-ZÆØÅ])")


def history_in_order(scope: Scope) -> Iterator[Problem]:
    """The entries of a history stand in order of date, the newest last."""
    for steps, origin, place in scope.histories:
        for index, (before, entry) in enumerate(itertools.pairwise(steps), start=1):
            if entry.date < before.date:
                message = f"{danish_date(entry.date)} ligger før trinnet over. Sæt det ældste trin øverst."
                yield Problem(origin.locate(*place, index, "date"), message, Rule.HISTORY_ORDER)


def answer_before_letter(scope: Scope) -> Iterator[Problem]:
    """Nothing is answered before the letter is written."""
    for response, _, point, origin in scope.points:
        for index, entry in enumerate(point.history):
            if entry.date < response.date:
                message = f"Svaret ligger før brevet, som er fra {danish_date(response.date)}. Ret den ene dato."
                yield Problem(origin.locate("history", index, "date"), message, Rule.ANSWER_BEFORE_LETTER)


def letter_without_words(scope: Scope) -> Iterator[Problem]:
    """A letter that raises nothing still has its words: the answer that nobody has any remarks is an answer."""
    for response, origin in scope.each(Response):
        if not (response.sections or response.opening):
            message = "Brevet har ingen ord. Skriv dem i »opening«, eller punkterne i »sections«."
            yield Problem(origin.locate(), message, Rule.TOO_SHORT)


def heading_differs(scope: Scope) -> Iterator[Problem]:
    """The number that begins a heading is that of a benchmark in the section's list; the list counts all the same."""
    numbers = {benchmark.id: benchmark.number for benchmark in scope.loaded.of(Benchmark).values()}
    by_number: dict[int, list[str]] = defaultdict(list)
    for name, number in sorted(numbers.items(), key=lambda item: natural_key(item[0])):
        by_number[number].append(name)
    for response, origin in scope.each(Response):
        for s, section in enumerate(response.sections):
            begun = [number for number in named(section.heading) if by_number[number]]
            listed = {numbers.get(name) for name in section.benchmarks}
            written = set(map(int, _NUMBER.findall(section.heading)))
            absent = [number for number in begun if number not in listed]
            strange = [
                b
                for b, name in enumerate(section.benchmarks if begun else [])
                # A number that two have is another rule's business.
                if name in numbers and numbers[name] not in written and len(by_number[numbers[name]]) == 1
            ]
            for number, index in itertools.zip_longest(absent, strange):
                place: Place = ("sections", s, "heading")
                if number and index is not None:
                    wrong = section.benchmarks[index]
                    message = (
                        f"Overskriften har tallet {number}, men »benchmarks« nævner »{wrong}«, som gælder. Se efter."
                    )
                elif number:
                    name = by_number[number][0]
                    message = f"Overskriften har tallet {number}, men »{name}« står ikke i »benchmarks«. Mangler det?"
                else:
                    place = ("sections", s, "benchmarks", index)
                    wrong = section.benchmarks[index]
                    message = f"Overskriften har ikke tallet {numbers[wrong]}, men »{wrong}« gælder. Se efter."
                yield Problem(origin.locate(*place), message, Rule.LETTER_HEADING, Severity.WARNING)


def benchmarks_of_point(scope: Scope) -> Iterator[Problem]:
    """A point concerns benchmarks that its section concerns."""
    for _, section, point, origin in scope.points:
        strange = set(point.benchmarks or []).difference(section.benchmarks)
        for index, name in enumerate(point.benchmarks if strange and point.benchmarks else []):
            if name in strange:
                others = joined([f"»{each}«" for each in section.benchmarks])
                has = f"kun {others}" if others else "ingen"
                message = f"Overskriftens »benchmarks« har {has}. Tilføj »{name}« der, eller slet det her."
                yield Problem(origin.locate("benchmarks", index), message, Rule.POINT_BENCHMARKS)


def named(heading: str) -> list[int]:
    """Give the numbers of the benchmarks that a heading names."""
    first = _NUMBER_FIRST.match(heading)
    later = _NUMBER_LATER.findall(heading)
    return [int(number) for number in ([first[1], *later] if first else later)]
