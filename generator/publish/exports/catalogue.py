"""The data sets as a DCAT-AP catalogue, which data portals read.

Every address in it is relative to the catalogue itself. Where the site's own address is known, the context names it as
their base; otherwise they are resolved against wherever the catalogue is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from generator.figures.coverage import Coverage
from generator.model import IDENTIFIED_TYPES, Indicator, Plan, Site, Theme
from generator.publish.exports import jsonfiles
from generator.publish.exports.descriptor import NOT_OURS
from generator.publish.exports.lines import in_lines
from generator.publish.exports.sheets import DANISH, DIALECTS, MEDIA, PLAIN
from generator.publish.exports.tables import FOLDER, Table

Node: TypeAlias = dict[str, Any]

PATH = f"{FOLDER}/catalog.jsonld"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_THEME = {"@id": f"{_EU}/data-theme/GOVE"}
_LANGUAGE = {"@id": f"{_EU}/language/DAN"}
_STABLE = {"@id": f"{_EU}/planned-availability/STABLE"}
_JSON = "application/json"
_FORMATS = {MEDIA: f"{_EU}/file-type/CSV", _JSON: f"{_EU}/file-type/JSON"}
_SHEETS = {
    PLAIN: ("CSV", "Komma mellem felterne og punktum i tallene, i UTF-8."),
    DANISH: (
        "CSV til Excel",
        "Semikolon mellem felterne og komma i tallene, som Excel med danske indstillinger venter.",
    ),
}
_MEDIA = "https://www.iana.org/assignments/media-types"


def catalogue(plan: Plan, tables: Iterable[Table], coverage: Mapping[str, Coverage]) -> str:
    """Write the catalogue as JSON-LD."""
    context = {"@base": f"{plan.site.root}/{PATH}"} if plan.site.root else {}
    sets = [*(_table(plan, table, coverage) for table in tables), _records(plan)]
    graph = [_catalogue(plan.site, sets), _publisher(plan.site), *sets, *_vocabulary(plan.site)]
    return in_lines({"@context": context | _CONTEXT, "@graph": graph})


def _catalogue(site: Site, sets: Iterable[Node]) -> Node:
    return {
        "@id": "",
        "@type": "dcat:Catalog",
        **_titled(f"{site.title}, {site.municipality}", site.tagline),
        "dct:publisher": {"@id": "#udgiver"},
        "dct:language": _LANGUAGE,
        "foaf:homepage": _page("../"),
        "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
        **_licence(site),
        "dcat:dataset": [{"@id": data["@id"]} for data in sets],
    }


def _table(plan: Plan, table: Table, coverage: Mapping[str, Coverage]) -> Node:
    own = _of_indicator(plan, table.indicator, coverage[table.indicator.id]) if table.indicator else {}
    files = ((dialect, dialect.path(table.path).removeprefix(f"{FOLDER}/")) for dialect in DIALECTS)
    parts = [_distribution(plan.site, path, _SHEETS[dialect], MEDIA, quotes=table.quotes) for dialect, path in files]
    return _dataset(plan.site, table.name, (table.title, table.description), parts) | own


def _records(plan: Plan) -> Node:
    files = {jsonfiles.path_of(model.type): model.plural for model in IDENTIFIED_TYPES} | {jsonfiles.GRAPH: "Koblinger"}
    parts = [
        _distribution(plan.site, path.removeprefix(f"{FOLDER}/"), (title, f"{title}, som JSON."), _JSON, quotes=True)
        for path, title in files.items()
    ]
    text = "Alle poster med alle felter, en fil for hver slags, og koblingerne mellem dem."
    return _dataset(plan.site, "poster", ("Alle poster", text), parts)


def _dataset(site: Site, name: str, words: tuple[str, str], distributions: list[Node]) -> Node:
    return {
        "@id": f"#{name}",
        "@type": "dcat:Dataset",
        **_titled(*words),
        "dct:identifier": name,
        "dct:publisher": {"@id": "#udgiver"},
        "dcat:contactPoint": {"@id": "#kontakt"},
        "dct:language": _LANGUAGE,
        "dcat:theme": _THEME,
        "dcat:keyword": [_danish(site.municipality), _danish(site.unit)],
        "dcat:landingPage": _page("./"),
        "dcat:distribution": distributions,
    }


def _of_indicator(plan: Plan, indicator: Indicator, covered: Coverage) -> Node:
    found: Node = {
        "dcat:landingPage": _page(f"../{indicator.address}"),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": covered.first.isoformat(), "@type": "xsd:date"},
            "dcat:endDate": {"@value": covered.last.isoformat(), "@type": "xsd:date"},
        },
    }
    themes = [plan.of(Theme)[theme].title for theme in indicator.themes]
    found["dcat:keyword"] = [_danish(word) for word in (plan.site.municipality, plan.site.unit, *themes)]
    return found


def _distribution(site: Site, path: str, words: tuple[str, str], media: str, *, quotes: bool) -> Node:
    return {
        "@id": f"#{path}",
        "@type": "dcat:Distribution",
        **_titled(*words),
        "dcat:accessURL": {"@id": path},
        "dcat:downloadURL": {"@id": path},
        "dct:format": {"@id": _FORMATS[media]},
        "dcat:mediaType": {"@id": f"{_MEDIA}/{media}"},
        "dcatap:availability": _STABLE,
        "dct:language": _LANGUAGE,
        **(_not_ours() if quotes else _licence(site)),
    }


def _licence(site: Site) -> Node:
    rights = {"@type": "dct:RightsStatement", "rdfs:label": _danish(site.licence)}
    licence = {"dct:license": {"@id": site.licence_url}} if site.licence_url else {}
    return {**licence, "dct:rights": rights}


def _not_ours() -> Node:
    return {"dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": _danish(NOT_OURS)}}


def _publisher(site: Site) -> Node:
    return {"@id": "#udgiver", "@type": "foaf:Agent", "foaf:name": _danish(site.municipality)}


def _contact(site: Site) -> Node:
    found: Node = {
        "@id": "#kontakt",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": _danish(site.contact.role),
    }
    if site.contact.email:
        found["vcard:hasEmail"] = {"@id": f"mailto:{site.contact.email}"}
    if site.contact.url:
        found["vcard:hasURL"] = {"@id": site.contact.url}
    return found


def _vocabulary(site: Site) -> Iterator[Node]:
    """Say what the things are that are named by their addresses, so that nobody has to fetch them to know."""
    yield _contact(site)
    yield _LANGUAGE | {"@type": "dct:LinguisticSystem", "skos:inScheme": {"@id": f"{_EU}/language"}}
    scheme = {"@id": f"{_EU}/data-theme"}
    yield scheme | {"@type": "skos:ConceptScheme", "dct:title": {"@value": "Data theme", "@language": "en"}}
    name = {"@value": "Government and public sector", "@language": "en"}
    yield _THEME | {"@type": "skos:Concept", "skos:prefLabel": name, "skos:inScheme": scheme}
    stable = {"@value": "stable", "@language": "en"}
    yield _STABLE | {
        "@type": "skos:Concept",
        "skos:prefLabel": stable,
        "skos:inScheme": {"@id": f"{_EU}/planned-availability"},
    }
    for media, extent in _FORMATS.items():
        yield {"@id": extent, "@type": "dct:MediaTypeOrExtent", "skos:inScheme": {"@id": f"{_EU}/file-type"}}
        yield {"@id": f"{_MEDIA}/{media}", "@type": "dct:MediaType"}
    if site.licence_url:
        yield {"@id": site.licence_url, "@type": "dct:LicenseDocument"}


def _titled(title: str, description: str) -> Node:
    return {"dct:title": _danish(title), "dct:description": _danish(description)}


def _page(address: str) -> Node:
    return {"@id": address, "@type": "foaf:Document"}


def _danish(text: str) -> Mapping[str, str]:
    return {"@value": text, "@language": "da"}
