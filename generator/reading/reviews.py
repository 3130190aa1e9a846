"""Which texts and figures links, answers and words were made for, and whether those are still the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import Identified, Indicator, Point, condensed, wording
from generator.model.references import Place
from generator.reading.loaded import Loaded, Origin


@dataclass(frozen=True)
class Review:
    """A link, an answer or words about figures, what they were made for, and its fingerprint when it was last read."""

    record: Identified
    origin: Origin
    place: Place
    seen: str | None
    texts: tuple[Identified, ...]
    said: Callable[[Identified], str] = wording
    """Gives a record's words; whoever has many reviews of the same records remembers them."""

    @property
    def current(self) -> str:
        """The fingerprint of the texts as they are now."""
        return condensed(*map(self.said, self.texts))

    @property
    def is_stale(self) -> bool:
        """Tell whether a text has changed since it was last read."""
        return self.seen is not None and self.seen != self.current


def reviews(loaded: Loaded) -> Iterator[Review]:
    """Yield every editorial link and every answer that points somewhere, to be held against its texts."""
    plan = loaded.plan
    if plan is None:
        return
    said = _Said()
    for record in plan.linking():
        if not record.links and not isinstance(record, Point):
            continue
        origin = loaded.origin(record)
        for index, link in enumerate(record.links):
            end = link.end
            target = plan.find(*end) if end else None
            if target:  # a link that leads nowhere is another rule's business
                yield Review(record, origin, ("links", index), link.seen, (record, target), said)
        if isinstance(record, Point):
            for index, entry in enumerate(record.history):
                if entry.answer:
                    yield Review(record, origin, ("history", index), entry.seen, (record,), said)


def figure_reviews(loaded: Loaded) -> Iterator[Review]:
    """Yield the words about every indicator's figures, to be held against the figures."""
    for indicator in loaded.of(Indicator).values():
        yield Review(indicator, loaded.origin(indicator), (), indicator.seen, (indicator,), _figures_of(indicator))


def _figures_of(indicator: Indicator) -> Callable[[Identified], str]:
    return lambda _: indicator.figures


class _Said:
    """The words of records, worked out once for each: a record that is much linked is read in every link."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, record: Identified) -> str:
        key = (record.type, record.id)
        if key not in self._known:
            self._known[key] = wording(record)
        return self._known[key]
