import json
from pathlib import Path

import jinja2
import pytest
import yaml
from lxml import html
from sample import FILES, TODAY

from generator import site

THEME = Path(__file__).parents[2] / "hooks/theme"


@pytest.fixture
def dataset(project):
    def build(changes=None):
        built = site.build(project(changes), TODAY)
        page = next(page for page in built.pages if page.path == "indikatorer/ledighed.md")
        return yaml.safe_load(page.markdown().split("\n---\n")[0])["dataset"]

    return build


def test_an_indicator_is_a_data_set(dataset):
    publisher = {"@type": "GovernmentOrganization", "name": "Eksempelby Kommune"}
    assert dataset() == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": "../../indikatorer/ledighed/#data",
        "url": "../../indikatorer/ledighed/",
        "name": "Ledige",
        "description": "Personer uden job. Færre er ledige.",
        "identifier": "ledighed",
        "inLanguage": "da",
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "temporalCoverage": "2023-01-01/2024-12-31",
        "spatialCoverage": [{"@type": "Place", "name": "Eksempelby Kommune"}],
        "variableMeasured": {"@type": "PropertyValue", "name": "Ledige", "unitText": "personer"},
        "isBasedOn": ["../../kilder/plan-2025/"],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "Pejl Eksempelby", "url": "../../data/"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": "CSV",
                "encodingFormat": "text/csv",
                "contentUrl": "../../data/indikatorer/ledighed.csv",
            },
            {
                "@type": "DataDownload",
                "name": "CSV til Excel med danske indstillinger",
                "encodingFormat": "text/csv",
                "contentUrl": "../../data/indikatorer/ledighed-excel.csv",
            },
        ],
    }


def test_where_the_address_is_known_every_link_is_whole(dataset):
    changed = FILES["site.yml"] + "address: https://eksempelby.example/pejl\nlicence_url: https://licence.example/\n"
    found = dataset({"site.yml": changed})
    assert found["url"] == "https://eksempelby.example/pejl/indikatorer/ledighed/"
    assert found["license"] == "https://licence.example/"
    assert "../" not in json.dumps(found)


def test_themes_are_keywords(dataset):
    changed = FILES["indicators/ledighed.yml"] + "themes:\n  - job\n"
    assert dataset({"indicators/ledighed.yml": changed})["keywords"] == ["Job"]


def test_the_page_about_open_data_is_a_catalogue_of_them(project):
    changed = FILES["site.yml"] + "licence_url: https://licence.example/\n"
    made = site.build(project({"site.yml": changed}), TODAY).pages
    assert next(page.dataset for page in made if page.path == "data/index.md") == {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": "../data/#katalog",
        "url": "../data/",
        "name": "Åbne data: Pejl Eksempelby, Eksempelby Kommune",
        "description": "Se, hvordan det går.",
        "inLanguage": "da",
        "isAccessibleForFree": True,
        "publisher": {"@type": "GovernmentOrganization", "name": "Eksempelby Kommune"},
        "dataset": [
            {
                "@type": "Dataset",
                "@id": "../indikatorer/ledighed/#data",
                "url": "../indikatorer/ledighed/",
                "name": "Ledige",
            }
        ],
        "license": "https://licence.example/",
    }


def test_other_pages_have_none(project):
    made = site.build(project(), TODAY).pages
    assert [page.path for page in made if page.dataset] == ["data/index.md", "indikatorer/ledighed.md"]


def test_no_text_can_end_the_element_that_it_stands_in():
    hostile = {"name": "</script><script>alert(1)</script><!--", "description": "<b>'\"&"}
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))  # noqa: S701  as MkDocs makes it
    rendered = environment.get_template("partials/dataset.html").render(page={"meta": {"dataset": hostile}})
    elements = html.fragments_fromstring(rendered)
    assert [(element.tag, element.get("type")) for element in elements] == [("script", "application/ld+json")]
    assert json.loads(elements[0].text) == hostile


def test_a_page_without_figures_has_no_such_element():
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))  # noqa: S701  as MkDocs makes it
    template = environment.get_template("partials/dataset.html")
    assert template.render(page={"meta": {"dataset": None}}).strip() == ""
    assert template.render(page={}).strip() == ""
