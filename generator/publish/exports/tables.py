"""The tables of the open data: what each is called, and what stands in it.

The names of files are promises to those who read them: none is renamed or removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.base.local import said
from generator.model import Consultation, Indicator
from generator.publish.exports import columns, rows
from generator.publish.exports.columns import Column, ForeignKey
from generator.publish.exports.rows import Row
from generator.publish.view import View

FOLDER = "data"
"""The folder of all open data, from the site's root."""


@dataclass(frozen=True)
class Table:
    """A table with all that its readers must know."""

    name: str
    path: str
    """Where its files stand from the site's root, without the ending that their dialect gives them."""
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[Row]]
    key: tuple[str, ...] = ()
    references: tuple[ForeignKey, ...] = ()
    quotes: bool = False
    """Whether cells hold others' own words, which the site's licence does not cover."""
    documents: tuple[str, ...] = ()
    """The ids of the sources that all of its rows come from, where that is known without reading them."""
    indicator: Indicator | None = None
    """The indicator whose figures they are."""


def tables(view: View) -> Iterator[Table]:
    """List every table: first what there is one of, then the figures of each indicator."""
    yield from common(view)
    for case in view.plan.of(Consultation).values():
        if view.graph.points_of_case(case.id):
            yield Table(
                f"hvidbog-{case.id}",
                whitebook_path(case),
                f"Hvidbog: {case.title}",
                "En række for hvert punkt i høringen: ordlyd, svar, begrundelse, ændring, møde og gennemførelse.",
                columns.WHITEBOOK,
                partial(rows.whitebook, view, case),
                key=("point",),
                quotes=True,
            )
    for indicator in view.plan.of(Indicator).values():
        documents = dict.fromkeys(indicator.source_of(item).document for item in indicator.observations)
        yield Table(
            f"indikator-{indicator.id}",
            figures_path(indicator),
            indicator.title,
            f"{indicator.definition} Alle tal med periode, område, enhed og kilde.",
            columns.OBSERVATIONS,
            partial(rows.observations, view.plan, indicator),
            key=_key(indicator),
            documents=tuple(documents),
            indicator=indicator,
        )


def _key(indicator: Indicator) -> tuple[str, ...]:
    """Give the columns that tell one figure from every other; a column of a primary key may never be empty."""
    groups = [bool(observation.group) for observation in indicator.observations]
    names = ["period", "area_id", "group", "kind"] if all(groups) else ["period", "area_id", "kind"]
    return tuple(names if all(groups) or not any(groups) else [])


def common(view: View) -> list[Table]:
    """List the tables that there is one of."""
    return [
        Table(
            "indikatorer",
            f"{FOLDER}/indikatorer",
            "Alle tal i oversigt",
            "En række for hver indikator: hvad den måler, og hvor dens tal står.",
            columns.INDICATORS,
            partial(rows.indicators, view),
            key=("indicator",),
        ),
        Table(
            "overblik",
            f"{FOLDER}/overblik",
            said("Overblik over {the_many}"),
            said("En række for {each}: de høringspunkter, mål og tal, der hører til {it}."),
            columns.OVERVIEW,
            partial(rows.overview, view),
            key=("benchmark",),
        ),
        Table(
            "punkter",
            f"{FOLDER}/punkter",
            "Høringspunkter",
            "En række for hvert punkt i høringssvarene: ordlyd, svaret, der gælder nu, og koblinger.",
            columns.POINTS,
            partial(rows.points, view),
            key=("point",),
            quotes=True,
        ),
        Table(
            "svar",
            f"{FOLDER}/svar",
            "Svar på høringspunkterne",
            "En række, hver gang et punkt har fået en ny tilstand. Punkter uden svar har ingen række.",
            columns.ANSWERS,
            partial(rows.answers, view),
            references=(ForeignKey("point", "punkter", "point"),),
            quotes=True,
        ),
        Table(
            "hoeringssvar",
            f"{FOLDER}/hoeringssvar",
            "Høringssvar",
            "En række for hvert brev, også dem, der ikke rejser noget.",
            columns.LETTERS,
            partial(rows.letters, view),
            key=("response",),
            quotes=True,
        ),
        Table(
            "loefter",
            f"{FOLDER}/loefter",
            "Løfter",
            "En række for hvert løfte i svarene: hvem der gav det, fristen, og hvad der blev af det.",
            columns.PROMISES,
            partial(rows.promises, view),
            references=(ForeignKey("point", "punkter", "point"),),
            quotes=True,
        ),
        Table(
            "reaktioner",
            f"{FOLDER}/reaktioner",
            "Reaktioner på svarene",
            "En række, hver gang den, der rejste et punkt, har sagt noget om svaret.",
            columns.REPLIES,
            partial(rows.replies, view),
            references=(ForeignKey("point", "punkter", "point"),),
            quotes=True,
        ),
        Table(
            "beslutninger",
            f"{FOLDER}/beslutninger",
            "Beslutninger",
            "En række for hvert punkt på et møde: hvad der blev besluttet, og hvad det gælder.",
            columns.DECISIONS,
            partial(rows.decisions, view),
            key=("meeting", "item"),
            quotes=True,
        ),
        Table(
            "maal",
            f"{FOLDER}/maal",
            "Resultatmål",
            "En række for hvert delmål: kravet, tallet, der måler det, og hvordan det går.",
            columns.TARGETS,
            partial(rows.targets, view),
            key=("target", "part"),
            references=(ForeignKey("indicator", "indikatorer", "indicator"),),
        ),
        Table(
            "koblinger",
            f"{FOLDER}/koblinger",
            "Koblinger",
            "En række for hver kobling mellem to poster, den vej den er skrevet. Den gælder begge veje.",
            columns.LINKS,
            partial(rows.links, view),
        ),
    ]


def whitebook_path(case: Consultation) -> str:
    """Give the path of the table with every point of a case and its answer."""
    return f"{FOLDER}/hvidbog/{case.id}"


def figures_path(indicator: Indicator) -> str:
    """Give the path of the table with an indicator's figures."""
    return f"{FOLDER}/indikatorer/{indicator.id}"
