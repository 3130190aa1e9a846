"""Rules on letters: their headings name benchmarks, and their answers come after them, in order."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import danish_date, joined, natural_key
from generator.model import Benchmark, Response
from generator.model.references import Place
from generator.rules.scope import Scope

# »4. En samlet plan OG 8. Partnerskaber«: a number begins the heading, or stands between »og« and a capital letter,
# so that »5. Efter 9. klasse« names only 5.
_NUMBER_FIRST = re.compile(r"([0-9]{1,4})\.\s")
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
            absent = [number for number in named(section.heading) if by_number[number] and number not in listed]
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


def named(heading: str) -> list[int]:
    """Give the numbers of the benchmarks that a heading names."""
    first = _NUMBER_FIRST.match(heading)
    later = _NUMBER_LATER.findall(heading)
    return [int(number) for number in ([first[1], *later] if first else later)]
