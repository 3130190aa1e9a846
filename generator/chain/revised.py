"""What figures and demands were before they were changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import DemandRevision, FigureRevision, Indicator, Observation, SubTarget


class RevisedFigure(NamedTuple):
    """A figure that was changed, with what it was and what it became."""

    figure: Observation
    revision: FigureRevision
    became: float


def figures(indicator: Indicator) -> Iterator[RevisedFigure]:
    """Yield every change of an indicator's figures; of one figure the newest comes first."""
    for figure in indicator.observations:
        became = figure.value
        for revision in reversed(figure.revised):
            yield RevisedFigure(figure, revision, became)
            became = revision.value


def demands(part: SubTarget) -> Iterator[tuple[DemandRevision, SubTarget]]:
    """Yield every change of a demand with the demand as it was before it, the newest first."""
    before = part
    for revision in reversed(part.revised):
        was = {name: getattr(revision, name) for name in revision.model_fields_set - {"date", "why"}}
        before = before.model_copy(update=was)
        yield revision, before
