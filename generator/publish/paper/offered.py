"""The papers that lie beside a site's pages, where its `site.yml` asks for them, told of with their size.

A page says how long a paper is, so it is made before the page. What one run has set is kept for the next, because to
set a paper takes as long as to make ten pages; a preview makes those of the pages that somebody looks at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base import remembering
from generator.base.lazy import Lazy
from generator.base.text import counted, file_size
from generator.chain.graph import grouped
from generator.model import Benchmark, Consultation, Decision
from generator.model.vocabulary import PaperKind
from generator.publish.paper import setting, worksheet
from generator.publish.paper.appendix import Subject, paper
from generator.publish.view import Asset, View


class Prepared(NamedTuple):
    """A paper about to be made: all that its bytes follow from, and what makes them."""

    source: bytes
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Offered:
    """A paper as a page offers it."""

    path: str
    name: str
    """What it is: `Bilag til dagsordenen`."""
    form: str
    """What it can be opened with: `PDF`."""
    home: str
    """The address of the page that offers it."""
    prepare: Callable[[], Prepared]


class Papers:
    """The papers of a plan that its site offers."""

    def __init__(self, view: View, data: Path) -> None:
        self.every = list(_offered(view))
        self._by_path = {one.path: one for one in self.every}
        self._at = grouped((one.home, one) for one in self.every)
        self._data = data
        self._facts: dict[str, str] = {}
        self.assets = Lazy(self._by_path, lambda path: Asset(path, self._made(self._by_path[path])), keep=False)

    def of(self, address: str) -> Sequence[Offered]:
        """List what the page at an address offers."""
        return self._at.get(address, ())

    def said(self, one: Offered) -> str:
        """Say how a paper is opened and how long it is: `PDF, 3 sider, 45 kB`."""
        if one.path not in self._facts:
            self._made(one)
        return self._facts[one.path]

    def _made(self, one: Offered) -> bytes:
        prepared = one.prepare()
        name = hashlib.blake2b(one.path.encode(), digest_size=8).hexdigest()
        made = remembering.made_once(remembering.place(self._data, f".{name}"), *prepared)
        self._facts[one.path] = f"{one.form}, {_length(one.form, made)}{file_size(len(made))}"
        return made


def _offered(view: View) -> Iterator[Offered]:
    plan, wanted = view.plan, view.plan.site.papers
    if PaperKind.PLAN in wanted and plan.of(Benchmark):
        home = f"{Benchmark.section}/"
        make = partial(_appendix, view, None)
        yield Offered(f"{home}bilag-hele-planen.pdf", "Hele planen som bilag", "PDF", home, make)
    for kind, model in _SUBJECTS.items():
        for record in plan.of(model).values() if kind in wanted else ():
            make = partial(_appendix, view, record)
            yield Offered(
                f"{record.address}bilag-{record.id}.pdf", "Bilag til dagsordenen", "PDF", record.address, make
            )
    for case in plan.of(Consultation).values() if PaperKind.CONSULTATIONS in wanted else ():
        if view.graph.points_of_case(case.id):
            for suffix, form in (("docx", "Word"), ("csv", "CSV til regneark")):
                make = partial(_worksheet, view, case, suffix)
                yield Offered(
                    f"{case.address}skema-{case.id}.{suffix}", "Skema til kommunens svar", form, case.address, make
                )


_SUBJECTS: dict[PaperKind, type[Subject]] = {
    PaperKind.BENCHMARKS: Benchmark,
    PaperKind.CONSULTATIONS: Consultation,
    PaperKind.MEETINGS: Decision,
}


def _length(form: str, made: bytes) -> str:
    """Say how many pages a PDF has, which no other file has before it is opened."""
    if form != "PDF":
        return ""
    return f"{counted(setting.pages(made), 'side', 'sider')}, ".replace(" ", "\N{NO-BREAK SPACE}", 1)


def _appendix(view: View, record: Subject | None) -> Prepared:
    made = paper(view, record)
    return Prepared(setting.source(made, view.today), partial(setting.typeset, made, view.today))


def _worksheet(view: View, case: Consultation, suffix: str) -> Prepared:
    sheet = worksheet.sheet(view, case)
    make = worksheet.word if suffix == "docx" else worksheet.spreadsheet
    return Prepared(repr((suffix, sheet)).encode(), partial(make, sheet))
