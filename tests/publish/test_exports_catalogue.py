"""The catalogue as rdflib reads it, held against what DCAT-AP 3 makes mandatory and most of what it recommends."""

import json

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from sample import FILES, TODAY

from generator import site

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
WHERE = "https://host.example/pejl/data/catalog.jsonld"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENSED = FILES["site.yml"] + f"licence_url: {LICENCE}\n"


@pytest.fixture
def text(asset):
    return lambda changes=None: asset("data/catalog.jsonld", changes)


@pytest.fixture
def graph(text):
    def read(changes=None, where=WHERE):
        return Graph().parse(data=text(changes), format="json-ld", publicID=where)

    return read


def things(graph, kind):
    found = sorted(graph.subjects(RDF.type, kind))
    assert found
    return found


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (DCAT.Catalog, DCTERMS.title),
        (DCAT.Catalog, DCTERMS.description),
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Catalog, DCAT.dataset),
        (DCAT.Catalog, DCTERMS.language),
        (DCAT.Catalog, DCTERMS.license),
        (DCAT.Catalog, DCAT.themeTaxonomy),
        (DCAT.Catalog, FOAF.homepage),
        (DCAT.Dataset, DCTERMS.title),
        (DCAT.Dataset, DCTERMS.description),
        (DCAT.Dataset, DCTERMS.publisher),
        (DCAT.Dataset, DCAT.contactPoint),
        (DCAT.Dataset, DCAT.distribution),
        (DCAT.Dataset, DCAT.keyword),
        (DCAT.Dataset, DCAT.theme),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCAT.downloadURL),
        (DCAT.Distribution, DCAT.mediaType),
        (DCAT.Distribution, URIRef("http://data.europa.eu/r5r/availability")),
        (DCAT.Distribution, DCTERMS.description),
        (DCAT.Distribution, DCTERMS["format"]),
        (DCAT.Distribution, DCTERMS.rights),
        (FOAF.Agent, FOAF.name),
        (SKOS.Concept, SKOS.prefLabel),
        (VCARD.Kind, VCARD.fn),
    ],
)
def test_what_dcat_ap_asks_for_is_there(graph, kind, name):
    read = graph({"site.yml": LICENSED})
    assert [thing for thing in things(read, kind) if (thing, name, None) not in read] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (DCAT.contactPoint, VCARD.Kind),
        (DCAT.dataset, DCAT.Dataset),
        (DCAT.distribution, DCAT.Distribution),
        (DCAT.landingPage, FOAF.Document),
        (DCAT.mediaType, DCTERMS.MediaType),
        (DCAT.theme, SKOS.Concept),
        (DCAT.themeTaxonomy, SKOS.ConceptScheme),
        (DCTERMS["format"], DCTERMS.MediaTypeOrExtent),
        (DCTERMS.language, DCTERMS.LinguisticSystem),
        (DCTERMS.license, DCTERMS.LicenseDocument),
        (DCTERMS.publisher, FOAF.Agent),
        (DCTERMS.rights, DCTERMS.RightsStatement),
        (DCTERMS.temporal, DCTERMS.PeriodOfTime),
        (FOAF.homepage, FOAF.Document),
    ],
)
def test_what_is_named_is_of_the_class_that_dcat_ap_asks_for(graph, name, kind):
    read = graph({"site.yml": LICENSED})
    named = set(read.objects(None, name))
    assert named
    assert [thing for thing in named if (thing, RDF.type, kind) not in read] == []


def test_every_table_and_the_records_are_a_data_set(graph):
    names = {str(found).rpartition("#")[2] for found in graph().subjects(RDF.type, DCAT.Dataset)}
    tables = {
        "indikatorer",
        "overblik",
        "punkter",
        "svar",
        "hoeringssvar",
        "loefter",
        "reaktioner",
        "beslutninger",
        "maal",
        "koblinger",
    }
    assert names == {"poster", "indikator-ledighed", "hvidbog-jobplan-2025", *tables}


def test_every_file_that_it_names_is_published(project, graph):
    paths = {asset.path for asset in site.build(project(), TODAY).assets}
    found = {str(url).removeprefix("https://host.example/pejl/") for url in graph().objects(None, DCAT.downloadURL)}
    described = {"data/catalog.jsonld", "data/datapackage.json"}
    assert found == {path for path in paths if path.startswith("data/")} - described


def test_an_indicator_says_when_its_figures_are_from_and_where_they_are_shown(graph):
    read = graph()
    indicator = URIRef(f"{WHERE}#indikator-ledighed")
    period = read.value(indicator, DCTERMS.temporal)
    assert str(read.value(period, DCAT.startDate)) == "2023-01-01"
    assert str(read.value(period, DCAT.endDate)) == "2024-12-31"
    assert list(read.objects(indicator, DCAT.landingPage)) == [
        URIRef("https://host.example/pejl/indikatorer/ledighed/")
    ]
    assert read.value(indicator, DCTERMS.title) == Literal("Ledige", lang="da")


def test_without_an_address_everything_is_where_the_catalogue_is_read(graph, text):
    assert "eksempelby.example/pejl" not in text()
    elsewhere = graph(where="https://other.example/data/catalog.jsonld")
    assert (URIRef("https://other.example/data/catalog.jsonld"), RDF.type, DCAT.Catalog) in elsewhere


def test_with_an_address_everything_is_there_wherever_the_catalogue_is_read(graph):
    changes = {"site.yml": FILES["site.yml"] + "address: https://eksempelby.example/pejl\n"}
    read = graph(changes, where="https://other.example/copy.jsonld")
    assert things(read, DCAT.Catalog) == [URIRef("https://eksempelby.example/pejl/data/catalog.jsonld")]
    urls = set(read.objects(None, DCAT.downloadURL))
    assert URIRef("https://eksempelby.example/pejl/data/indikatorer/ledighed.csv") in urls
    assert [url for url in urls if not url.startswith("https://eksempelby.example/pejl/data/")] == []


def test_a_file_with_quotations_has_rights_and_no_licence_of_ours(graph):
    read = graph({"site.yml": LICENSED})
    quoting = {
        str(part).rpartition("#")[2]
        for part in read.subjects(RDF.type, DCAT.Distribution)
        if (part, DCTERMS.license, URIRef(LICENCE)) not in read
    }
    assert {"punkter.csv", "punkter-excel.csv", "svar.csv", "response.json"} <= quoting
    assert not {"indikatorer/ledighed.csv", "maal.csv", "koblinger.csv"} & quoting


def test_nothing_is_said_twice_about_where_to_write(graph):
    contact = FILES["site.yml"].replace("url: https://eksempelby.example/kontakt", "email: post@eksempelby.example")
    read = graph({"site.yml": contact})
    assert list(read.objects(None, VCARD.hasEmail)) == [URIRef("mailto:post@eksempelby.example")]
    assert list(graph().objects(None, VCARD.hasURL)) == [URIRef("https://eksempelby.example/kontakt")]


def test_no_context_has_to_be_fetched(text):
    assert all(isinstance(value, str) for value in json.loads(text())["@context"].values())
