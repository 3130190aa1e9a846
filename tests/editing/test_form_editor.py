"""What the form editor is told: every type of record has its form, and every word in it is the model's."""

import re

import pytest
from sample import FILES

from generator.base import local
from generator.editing.form_editor import api, configuration
from generator.model import RECORD_TYPES, Benchmark, Filing, FormEditor, Indicator, Site
from generator.reading.loading import load

HOST = "https://github.com/by/plan"


@pytest.fixture
def site(project):
    """Give the sample's site with the editor, in a repository."""
    about = FILES["site.yml"].replace("licence:", f"repository: {HOST}\nform_editor:\n  branch: main\nlicence:")
    return load(project({"site.yml": about})).site


@pytest.fixture
def told(site):
    return configuration(site)


def collection(told, name):
    return next(found for found in told["collections"] if found["name"] == name)


def field(fields, *way):
    """Give a field, or one inside it."""
    found = next(found for found in fields if found["name"] == way[0])
    return field(found["fields"], *way[1:]) if way[1:] else found


def every(fields):
    """Yield every field and all that stand inside them."""
    for found in fields:
        yield found
        yield from every([*found.get("fields", []), *([found["field"]] if "field" in found else [])])


def test_every_type_of_record_has_a_collection_or_a_file(told):
    alone = [found["name"] for found in told["collections"] if "folder" in found]
    lists = [found["name"] for found in collection(told, "lister")["files"]]
    assert alone == [model.type for model in RECORD_TYPES if model.filing is not Filing.LIST]
    assert lists == [model.type for model in RECORD_TYPES if model.filing is Filing.LIST]
    assert [found["file"] for found in collection(told, "siden")["files"]] == ["data/site.yml", "data/gone.yml"]


def test_what_is_saved_becomes_a_proposal_in_the_repository(told):
    assert told["publish_mode"] == "editorial_workflow"
    backend = told["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == ("github", "by/plan", "main")
    assert backend["auth_methods"] == ["token"]
    assert [found["name"] for found in told["collections"] if "folder" in found and found["publish"] is not False] == []


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (HOST, ("https://api.github.com", "https://api.github.com/graphql")),
        ("https://git.by.example/by/plan", ("https://git.by.example/api/v3", "https://git.by.example/api/graphql")),
    ],
)
def test_the_editor_talks_to_the_host_of_the_repository(site, repository, address):
    moved = site.model_copy(update={"repository": repository})
    backend = configuration(moved)["backend"]
    assert (backend["api_root"], backend["graphql_api_root"]) == address
    assert api(moved) == address[0]


def test_a_field_says_what_the_model_says_of_it(told):
    fields = collection(told, "benchmark")["fields"]
    assert field(fields, "number") == {
        "name": "number",
        "label": "Nummer",
        "required": True,
        "widget": "number",
        "value_type": "int",
    }
    assert field(fields, "summary")["hint"] == Benchmark.model_fields["summary"].description
    assert field(fields, "title")["widget"] == "string"
    assert field(fields, "no_metric")["required"] is False


def test_a_date_a_choice_and_a_period_have_forms_of_their_own(told):
    fields = collection(told, "indicator")["fields"]
    assert field(fields, "unit")["options"][:2] == ["procent", "procentpoint"]
    period = field(fields, "observations", "period")
    assert (period["widget"], period["pattern"][1][:26]) == ("string", "Det er ikke en periode. Sk")
    day = field(collection(told, "benchmark")["fields"], "history", "date")
    assert (day["widget"], day["type"], day["format"]) == ("datetime", "date", "YYYY-MM-DD")


def test_another_record_is_chosen_from_those_that_there_are(told):
    fields = collection(told, "benchmark")["fields"]
    document = field(fields, "source", "document")
    assert (document["widget"], document["collection"], document["value_field"]) == ("relation", "document", "{{slug}}")
    themes = field(fields, "themes")
    assert (themes["collection"], themes["file"], themes["value_field"]) == ("lister", "theme", "poster.*.id")
    assert themes["multiple"] is True
    because = field(fields, "versions", "because")
    assert (because["collection"], because["value_field"]) == ("response", "sections.*.points.*.id")


def test_what_stands_in_a_files_name_is_asked_nowhere_and_what_stands_in_a_list_is(told):
    assert "id" not in [found["name"] for found in collection(told, "response")["fields"]]
    areas = next(found for found in collection(told, "lister")["files"] if found["name"] == "area")
    (items,) = areas["fields"]
    assert (items["root"], items["fields"][0]["name"]) == (True, "id")


def test_what_only_a_command_writes_is_out_of_sight_and_what_no_form_can_show_is_left_alone(told):
    assert field(collection(told, "indicator")["fields"], "seen") == {"name": "seen", "widget": "hidden"}
    assert "import" not in [found["name"] for found in collection(told, "indicator")["fields"]]
    assert Indicator.model_fields["import_"].exclude
    terms = next(found for found in collection(told, "lister")["files"] if found["name"] == "term")
    assert [found["name"] for found in terms["fields"][0]["fields"]] == [
        "id",
        "title",
        "explanation",
        "synonyms",
        "source",
    ]


def test_every_field_that_is_seen_has_a_danish_name(told):
    files = [file for found in told["collections"] for file in found.get("files", [found])]
    shown = [
        found for found in every([each for file in files for each in file["fields"]]) if found["widget"] != "hidden"
    ]
    assert len(shown) > 300
    assert [found["name"] for found in shown if found["label"] == found["name"]] == []


def test_what_the_municipality_calls_things_stands_in_the_form(site):
    local.speak(local.Noun("en", "mærkesag", "mærkesagen", "mærkesager", "mærkesagerne"))
    try:
        fields = collection(configuration(site), "response")["fields"]
    finally:
        local.speak(local.BENCHMARK)
    found = field(fields, "sections", "benchmarks")
    assert (found["label"], "mærkesager" in found["hint"]) == ("Mærkesager", True)
    assert [text for text in texts(configuration(site)) if re.search(r"(?<!\{)\{[A-Za-z_]+\}(?!\})", text)] == []


def texts(told):
    """Yield every text that the editor is told."""
    for value in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from [value] if isinstance(value, str) else texts(value)


def test_the_letters_are_told_from_the_file_of_their_case(told):
    letters, cases = collection(told, "response"), collection(told, "consultation")
    assert letters["folder"] == cases["folder"] == "data/consultations"
    assert cases["path"] == "{{slug}}/consultation"
    assert (letters["filter"]["field"], letters["create"]) == ("date", False)
    assert "date" not in [found["name"] for found in cases["fields"]]


def test_a_site_without_the_editor_says_nothing_of_it():
    assert Site.model_fields["form_editor"].default is None
    assert FormEditor(branch="main").branch == "main"
