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

from generator.base.clock import day_in_denmark
from generator.history import git, logged
from generator.history.filed import Texts, records
from generator.history.logged import Logged, Put, Step
from generator.history.sentences import ONLY_COUNTED, Change, told
from generator.history.versions import pairs


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
    changes: Sequence[Logged]
    steps: Sequence[Step]

    @property
    def news(self) -> Sequence[Logged]:
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
    steps: Mapping[Step, dt.date] = field(default_factory=dict)
    """The day on which each step was put on the site; of one that was taken away and put back, the first counts."""

    @property
    def news(self) -> Iterator[tuple[dt.date, Logged]]:
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


def days(folder: Path) -> Mapping[str, dt.date]:
    """Give the day on which each file below a folder was last changed, as far as git knows, by its path from there."""
    if not git.is_known(folder):
        return {}
    found = list(git.revisions(folder)) if git.resolved(folder, "HEAD") else []
    if found and git.is_shallow(folder):
        found.pop()  # where the history has been cut off, everything looks new
    changed: dict[str, dt.date] = {}
    for revision in found:
        for file in revision.files:
            changed.setdefault(file.path, _day(revision))
    return changed


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
    entries = [Entry(_day(revision), revision.name, *put) for revision, put in _put(data, wanted)]
    steps = {step: entry.day for entry in entries for step in entry.steps}
    return Log([entry for entry in entries if entry.changes], missing, published, steps)


def _put(data: Path, wanted: Sequence[git.Revision]) -> Iterator[tuple[git.Revision, Put]]:
    """Yield each revision with what it put on the site; only those that nobody has looked at before are read."""
    marks = {revision.name: logged.mark(revision) for revision in wanted}
    known = logged.kept(data)
    fresh = [revision for revision in wanted if marks[revision.name] not in known]
    texts = git.texts(data, _blobs(fresh))
    known |= {marks[revision.name]: logged.put(_changes(revision, texts)) for revision in fresh}
    records.cache_clear()  # what a revision became is what the next one was, and nobody asks again
    if fresh:
        logged.keep(data, {mark: known[mark] for mark in marks.values()})
    yield from ((revision, known[marks[revision.name]]) for revision in wanted)


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
