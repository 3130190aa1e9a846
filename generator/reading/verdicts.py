"""What a check has found, kept from one run to the next, and told again where it would look at the very same.

It is known by every byte and every name in the folders that a check reads, by the day, and by the code. Only what holds
no error is kept: where something is wrong, git may be asked how old a file is, and nothing here knows what git says.
To find it again, no model is made and no file is parsed, which is most of what a check costs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.base import remembering
from generator.base.problems import Location, Problem, Severity, has_errors
from generator.base.rule import Rule
from generator.reading.decoding import decode
from generator.reading.folder import shown_name, written

_FILE = ".check"


class _UnusualError(Exception):
    """Raised for a folder in which something is neither a file nor a folder; a check may have more to say about it."""


@dataclass(frozen=True)
class Verdict:
    """What a check has found."""

    problems: Sequence[Problem]
    root: str = ""
    """The site's address, for whoever writes links to it."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The texts that problems stand in, by the names that the files have in messages."""


@dataclass(frozen=True)
class Seen:
    """What a check is about to look at: the folders with data and pages, as they are, and the day."""

    data: Path
    pages: Path
    today: dt.date
    _lent: dict[str, bytes] = field(default_factory=dict, init=False, repr=False)

    def known(self) -> Verdict | None:
        """Give what a check has found in the very same; None where none has looked at it."""
        mark = self.mark  # all is looked at before anything is checked, or nobody could tell what was changed meanwhile
        try:
            kept = json.loads(remembering.read(self._place))
            if mark is None or kept["mark"] != mark:
                return None
            problems = [_problem(*row) for row in kept["problems"]]
            return Verdict(problems, str(kept["root"]), self._texts({it.location.path for it in problems}))
        except (ValueError, TypeError, KeyError):  # whatever a broken file holds, it is as good as none
            return None

    def keep(self, verdict: Verdict) -> None:
        """Keep what a check has found, unless somebody has changed something meanwhile."""
        if self.mark is None or has_errors(verdict.problems) or not self._is_unchanged():
            return
        rows = [
            ((it.location.path, it.location.line, it.location.column), it.message, it.rule, it.severity)
            for it in verdict.problems
        ]
        kept = {"mark": self.mark, "root": verdict.root, "problems": rows}
        remembering.write(self._place, json.dumps(kept).encode())

    @cached_property
    def mark(self) -> str | None:
        """All of it condensed; None where a check may look at more than this."""
        made = hashlib.blake2b(remembering.maker(), digest_size=16)
        try:
            for folder, files in ((self.data, self._files), (self.pages, self._page_files)):
                made.update(b"%b\0%b\0" % (self.today.isoformat().encode(), os.fsencode(folder)))
                for path, raw in files.items():
                    made.update(b"%b\0%d\0" % (os.fsencode(path), len(raw)))
                    made.update(raw)
        except (OSError, _UnusualError):
            return None
        return made.hexdigest()

    def written(self, path: str) -> bytes:
        """Give what is written in a file as it was seen, so that a check need not read it anew.

        Raises:
            OSError: it cannot be read, and was not seen.
        """
        if self.mark is None or path not in self._files:
            return written(path)
        self._lent[path] = self._files[path]
        return self._lent[path]

    def _is_unchanged(self) -> bool:
        """Tell whether all that a check has looked at is as it was; what it was lent from here need not be."""
        try:
            return (
                dict(_files(os.fspath(self.data), self._lent)) == self._files
                and dict(_files(os.fspath(self.pages), {})) == self._page_files
            )
        except (OSError, _UnusualError):
            return False

    @property
    def _place(self) -> Path:
        return remembering.place(self.data, _FILE)

    def _texts(self, names: Container[str]) -> Mapping[str, str]:
        return {name: decode(raw, name)[0] for path, raw in self._files.items() if (name := shown_name(path)) in names}

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        """The files of data."""
        return dict(_files(os.fspath(self.data), {}))

    @cached_property
    def _page_files(self) -> Mapping[str, bytes]:
        """The files of pages."""
        return dict(_files(os.fspath(self.pages), {}))


def _files(folder: str, known: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield every path in a folder that is not hidden, with what is written there; of a folder that is nothing.

    A file is not read where it is known what is written in it.

    Raises:
        OSError: something cannot be read.
        _UnusualError: something is neither a file nor a folder.
    """
    if not os.path.lexists(folder):  # there need be no pages
        return
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield f"{entry.path}/", b""
            yield from _files(entry.path, known)
        elif entry.is_file(follow_symlinks=False) and entry.path in known:
            yield entry.path, known[entry.path]
        elif entry.is_file(follow_symlinks=False):
            yield entry.path, written(entry.path)
        else:
            raise _UnusualError(entry.path)


def _problem(place: tuple[str, int, int], message: str, rule: str, severity: str) -> Problem:
    return Problem(Location(*place), message, _RULES[rule], Severity(severity))


_RULES = {str(rule): rule for rule in Rule}
