"""An appendix to an agenda about a benchmark, a consultation, a decision or the whole plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from generator.base.text import composed
from generator.chain import whitebook
from generator.chain.decided import decided
from generator.chain.graph import Raised
from generator.model import Benchmark, Consultation, Decision
from generator.publish.paper.nodes import nodes
from generator.publish.paper.pictures import printed
from generator.publish.paper.setting import Paper, typeset
from generator.publish.view import View

Subject: TypeAlias = Benchmark | Consultation | Decision
"""What an appendix can be about, besides the whole plan."""

_PLACE = re.compile(r'<h[2-5] id="([^"]+)"')
_PICTURE = re.compile(r'<picture key="([^"]+)"')


def subject(view: View, name: str) -> Subject | None:
    """Find what an appendix is about by its id."""
    wanted = composed(name).strip().lower()
    plan = view.plan
    return plan.of(Benchmark).get(wanted) or plan.of(Consultation).get(wanted) or plan.of(Decision).get(wanted)


def known(view: View) -> list[str]:
    """List the ids that an appendix can be about."""
    return [name for model in (Benchmark, Consultation, Decision) for name in view.plan.of(model)]


def appendix(view: View, record: Subject | None) -> bytes:
    """Make the appendix about a record, or about the whole plan where none is given."""
    return typeset(paper(view, record), view.today)


def paper(view: View, record: Subject | None) -> Paper:
    """Gather what stands in an appendix."""
    html, module = view.render(
        "appendix.html.j2",
        record=record,
        subject=record.type if record else "",
        whole=record is None,
        points=_points(view, record),
        chapters=_chapters(view, record),
    )
    reach = partial(_reach, places=frozenset(_PLACE.findall(html)), root=view.plan.site.root)
    pictures = {name: printed(view.charts[name].wide) for name in _PICTURE.findall(html)}
    return Paper(str(module.title), view.plan.site.municipality, nodes(html, reach), pictures)


def _points(view: View, record: Subject | None) -> Sequence[Raised]:
    """List the points that an appendix is about, each once."""
    match record:
        case Benchmark():
            return view.graph.points_of(record.id)
        case Consultation():
            return view.graph.points_of_case(record.id)
        case Decision():
            items = decided(view.graph)[record.id].values()
            return list({raised.point.id: raised for item in items for raised, _ in item.answers}.values())
    return view.graph.points


def _chapters(view: View, record: Subject | None) -> list[whitebook.Chapter]:
    """Give the points of a case or of everything by benchmark; of the whole plan a benchmark without any as well."""
    match record:
        case Consultation():
            return list(whitebook.chapters(view.graph, record.id))
        case None:
            return whitebook.whole(view.graph)
    return []


def _reach(href: str, *, places: frozenset[str], root: str) -> str:
    """Say where a link leads from paper: to a place inside, to the site where its address is known, or nowhere."""
    path, _, anchor = href.partition("#")
    name = anchor or path.rstrip("/").rpartition("/")[2]
    if name in places and (anchor or path.startswith("/")):
        return f"#{name}"
    if href.startswith("/"):
        return f"{root}{href}" if root else ""
    return href if href.startswith(("https://", "http://")) else ""
