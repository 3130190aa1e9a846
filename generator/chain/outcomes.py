"""Points counted by what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.chain.graph import Raised
from generator.model.vocabulary import DECIDED, AnswerState

_ORDER = (
    AnswerState.ACCEPTED,
    AnswerState.PARTLY,
    AnswerState.REJECTED,
    AnswerState.ANSWERED,
    AnswerState.NOTED,
    AnswerState.CONSIDERED,
    AnswerState.UNANSWERED,
)
"""Yes before no, and what nobody has decided on last."""


@dataclass(frozen=True)
class Outcomes:
    """How many points have got which answer."""

    counts: Mapping[AnswerState, int]

    @property
    def all(self) -> int:
        """How many points there are."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """How many have an answer, whatever the answer is; one under consideration has none."""
        return sum(number for state, number in self.counts.items() if state in DECIDED)

    @property
    def silent(self) -> int:
        """How many the sources say nothing about."""
        return self.counts[AnswerState.UNANSWERED]

    @property
    def found(self) -> Sequence[tuple[AnswerState, int]]:
        """The states that any point has, in their order, with the number of points."""
        return [(state, self.counts[state]) for state in _ORDER if self.counts[state]]


def outcomes(points: Iterable[Raised]) -> Outcomes:
    """Count points by what came of them; a point that is split is left out."""
    return Outcomes(Counter(item.state for item in points if item.counts))
