"""The log of changes, read from git whenever it is wanted; nobody keeps a second one.

When something happened is what the data say; when it was put on the site is what git says. The two are never mixed.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.base.clock import day_in_denmark
from generator.history import git
from generator.history.deltas import How, What
from generator.history.filed import Texts, points, records
from generator.history.sentences import ONLY_COUNTED, Change, told
from generator.history.versions import pairs
from generator.model import Consultation, Response
from generator.model.references import Place

_KINDS = {
    What.ANSWER: "answer",
    What.REPLY: "reply",
    What.STEP: "delivery",
    What.VERSION: "version",
    What.PROMISE: "promise",
}
"""What the timeline calls the steps."""


class Missing(StrEnum):
    """Why the log does not tell everything."""

    NOTHING = ""
    NO_GIT = "uden git"
    SHALLOW = "kun den nyeste del"


@dataclass(frozen=True)
class Entry:
    """What was put on the site at one time."""

    day: dt.date
    revision: str
    changes: Sequence[Change]

    @property
    def news(self) -> Sequence[Change]:
        """The changes that are told; the rest is only counted."""
        return [change for change in self.changes if change.kind not in ONLY_COUNTED]

    @property
    def counted(self) -> int:
        """How many changes are only counted: our own wording, and what has been read again."""
        return len(self.changes) - len(self.news)


@dataclass(frozen=True)
class Log:
    """Everything that was put on the site, the newest first."""

    entries: Sequence[Entry] = ()
    missing: Missing = Missing.NOTHING
    since: dt.date | None = None
    """The day from which it tells; None where it tells from the beginning."""
    steps: Mapping[tuple[str, str, str], dt.date] = field(default_factory=dict)
    """The day on which each step was put on the site, by what it is, the id of its record or point, and its number."""

    @property
    def news(self) -> Iterator[tuple[dt.date, Change]]:
        """Yield every change that is told, with the day on which it was put on the site."""
        for entry in self.entries:
            for change in entry.news:
                yield entry.day, change


def log(data: Path, published: dt.date | None = None) -> Log:
    """Read the log of a data folder; what was there when the site was published, or at first, is no change."""
    if not git.is_known(data):
        return Log(missing=Missing.NO_GIT, since=published)
    newest = git.resolved(data, "HEAD")
    return _read(data.resolve(), published, newest) if newest else Log(missing=Missing.NO_GIT, since=published)


@functools.lru_cache(maxsize=1)
def _read(data: Path, published: dt.date | None, newest: str) -> Log:  # noqa: ARG001  for another revision it is read anew
    """Read the log as it is at the newest revision; whoever edits builds many times at the same one."""
    missing = Missing.SHALLOW if git.is_shallow(data) else Missing.NOTHING
    found = list(git.revisions(data))
    if not found:  # the folder stands in a repository that does not keep it
        return Log(missing=Missing.NO_GIT, since=published)
    wanted = list(itertools.takewhile(lambda revision: not published or _day(revision) >= published, found))
    if wanted and all(not changed.before for changed in wanted[-1].files):
        wanted.pop()  # the beginning, or where a shallow history has been cut off
    texts = git.texts(data, _blobs(wanted))
    entries = [Entry(_day(revision), revision.name, _changes(revision, texts)) for revision in wanted]
    records.cache_clear()  # what a revision became is what the next one was, and nobody asks again
    return Log([entry for entry in entries if entry.changes], missing, published, dict(_steps(entries)))


def _day(revision: git.Revision) -> dt.date:
    return day_in_denmark(dt.datetime.fromtimestamp(revision.seconds, tz=dt.UTC))


def _blobs(revisions: Sequence[git.Revision]) -> Iterator[str]:
    for revision in revisions:
        for changed in revision.files:
            yield from filter(None, (changed.before, changed.after))


def _changes(revision: git.Revision, texts: Mapping[str, str]) -> list[Change]:
    before: Texts = {changed.path: texts[changed.before] for changed in revision.files if changed.before}
    after: Texts = {changed.path: texts[changed.after] for changed in revision.files if changed.after}
    return told(delta for pair in pairs(before, after) for delta in pair.deltas)


def _steps(entries: Sequence[Entry]) -> Iterator[tuple[tuple[str, str, str], dt.date]]:
    """Yield the steps that were put on the site; of a step that was taken away and put back, the first day counts."""
    for entry in entries:
        for change in entry.changes:
            delta = change.delta
            if delta.how is not How.ADDED:
                continue
            if delta.what in _KINDS:
                kind = "consultation" if delta.filed.model is Consultation else _KINDS[delta.what]
                yield (kind, change.point or change.subject[1], _number(delta.what, delta.place)), entry.day
            elif delta.what is What.WITHDRAWN:
                yield ("withdrawn", change.subject[1], "0"), entry.day
            elif delta.what is What.POINT:
                yield from _inside(delta.new, entry.day)
            elif delta.what is What.RECORD and delta.filed.model is Response:
                yield ("received", delta.filed.id, "0"), entry.day
                for _, point in points(delta.filed):
                    yield from _inside(point, entry.day)


def _number(what: What, place: Place) -> str:
    """Give a step's number among those of its kind, as the timeline has it; a promise's is of three."""
    inside = place[place.index("history") :] if what is What.PROMISE else place[-1:]
    return "-".join(str(step) for step in inside if isinstance(step, int))


def _inside(point: Mapping[str, Any], day: dt.date) -> Iterator[tuple[tuple[str, str, str], dt.date]]:
    for name, kind in (("history", "answer"), ("replies", "reply")):
        for index, _ in enumerate(point.get(name) or ()):
            yield (kind, str(point.get("id")), str(index)), day
