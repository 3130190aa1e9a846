"""An indicator's figures as a schema.org Dataset and all of them as a DataCatalog, which search engines read."""

from __future__ import annotations

from typing import Any

from generator.figures.coverage import Coverage
from generator.model import Area, Document, Indicator, Plan, Site, Theme
from generator.publish.exports.sheets import DIALECTS, MEDIA
from generator.publish.exports.tables import FOLDER, figures_path


def dataset(plan: Plan, indicator: Indicator, covered: Coverage) -> dict[str, Any]:
    """Describe an indicator's figures; where the site's address is not known, addresses are relative to the page."""
    site = plan.site
    root = _root(site, indicator.address)
    areas = dict.fromkeys(plan.of(Area)[observation.area].title for observation in indicator.observations)
    publisher = _publisher(site)
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": _identity(root, indicator),
        "url": f"{root}{indicator.address}",
        "name": indicator.title,
        "description": indicator.definition if indicator.is_outdated else f"{indicator.definition} {indicator.summary}",
        "identifier": indicator.id,
        "inLanguage": "da",
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "temporalCoverage": f"{covered.first}/{covered.last}",
        "spatialCoverage": [{"@type": "Place", "name": name} for name in areas],
        "variableMeasured": {"@type": "PropertyValue", "name": indicator.title, "unitText": indicator.unit},
        "isBasedOn": list(dict.fromkeys(_source(plan, root, indicator))),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": site.title, "url": f"{root}{FOLDER}/"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": dialect.title,
                "encodingFormat": MEDIA,
                "contentUrl": f"{root}{dialect.path(figures_path(indicator))}",
            }
            for dialect in DIALECTS
        ],
    }
    if indicator.themes:
        described["keywords"] = [plan.of(Theme)[theme].title for theme in indicator.themes]
    if site.licence_url:
        described["license"] = site.licence_url
    return described


def data_catalogue(plan: Plan) -> dict[str, Any]:
    """Describe all open data on the page that explains them; each data set is told of in full on its own page."""
    site = plan.site
    root = _root(site, f"{FOLDER}/")
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": f"{root}{FOLDER}/#katalog",
        "url": f"{root}{FOLDER}/",
        "name": f"Åbne data: {site.title}, {site.municipality}",
        "description": site.tagline,
        "inLanguage": "da",
        "isAccessibleForFree": True,
        "publisher": _publisher(site),
        "dataset": [
            {"@type": "Dataset", "@id": _identity(root, one), "url": f"{root}{one.address}", "name": one.title}
            for one in plan.of(Indicator).values()
        ],
    }
    if site.licence_url:
        described["license"] = site.licence_url
    return described


def _root(site: Site, page: str) -> str:
    """Give what leads from a page to the site's root."""
    return f"{site.root}/" if site.root else "../" * page.count("/")


def _identity(root: str, indicator: Indicator) -> str:
    return f"{root}{indicator.address}#data"


def _publisher(site: Site) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": site.municipality}


def _source(plan: Plan, root: str, indicator: Indicator) -> list[str]:
    return [
        f"{root}{plan.of(Document)[indicator.source_of(observation).document].address}"
        for observation in indicator.observations
    ]
