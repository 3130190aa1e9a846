"""An indicator's figures as a schema.org Dataset, which search engines read on its page."""

from __future__ import annotations

from typing import Any

from generator.exports.rows import span
from generator.exports.sheets import DIALECTS
from generator.exports.tables import figures
from generator.model import Indicator, Plan


def dataset(plan: Plan, indicator: Indicator) -> dict[str, Any]:
    """Describe an indicator's figures; where the site's address is not known, addresses are relative to the page."""
    site = plan.site
    root = f"{site.address.rstrip('/')}/" if site.address else "../" * indicator.address.count("/")
    start, end = span(indicator)
    areas = dict.fromkeys(plan.areas[observation.area].title for observation in indicator.observations)
    publisher = {"@type": "GovernmentOrganization", "name": site.municipality}
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{root}{indicator.address}#data",
        "url": f"{root}{indicator.address}",
        "name": indicator.title,
        "description": f"{indicator.definition} {indicator.summary}",
        "identifier": indicator.id,
        "inLanguage": "da",
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "temporalCoverage": f"{start}/{end}",
        "spatialCoverage": [{"@type": "Place", "name": name} for name in areas],
        "variableMeasured": {"@type": "PropertyValue", "name": indicator.title, "unitText": indicator.unit},
        "isBasedOn": list(dict.fromkeys(_source(plan, root, indicator))),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": site.title, "url": f"{root}data/"},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "text/csv",
                "contentUrl": f"{root}{dialect.path(figures(indicator))}",
            }
            for dialect in DIALECTS
        ],
    }
    if indicator.themes:
        described["keywords"] = [plan.themes[theme].title for theme in indicator.themes]
    if site.licence_url:
        described["license"] = site.licence_url
    return described


def _source(plan: Plan, root: str, indicator: Indicator) -> list[str]:
    return [
        f"{root}{plan.documents[indicator.source_of(observation).document].address}"
        for observation in indicator.observations
    ]
