import pytest

from generator.model.vocabulary import PromiseState
from generator.publish.exports import columns
from generator.publish.exports.columns import TYPES, Column

TABLES = [
    columns.INDICATORS,
    columns.OBSERVATIONS,
    columns.OVERVIEW,
    columns.POINTS,
    columns.ANSWERS,
    columns.TARGETS,
    columns.LINKS,
]


@pytest.mark.parametrize("table", TABLES)
def test_a_column_has_a_name_of_its_own_and_is_explained(table):
    names = [column.name for column in table]
    assert len(names) == len(set(names))
    assert all(column.title and column.description.endswith(".") for column in table)
    assert {column.type for column in table} <= set(TYPES)


def test_a_plain_column_holds_any_text():
    assert Column("text", "Ordlyd", "Brevets ord.").schema() == {
        "name": "text",
        "title": "Ordlyd",
        "type": "string",
        "description": "Brevets ord.",
    }


def test_what_a_column_demands_is_told_to_programs():
    column = Column("state", "Tilstand", "Hvad der blev af det.", required=True, values=PromiseState)
    assert column.schema(unique=True)["constraints"] == {
        "required": True,
        "unique": True,
        "enum": ["indfriet", "delvist indfriet", "udskudt", "ikke indfriet"],
    }


@pytest.mark.parametrize(
    ("ids", "pattern"),
    [("one", "[a-z0-9]+(-[a-z0-9]+)*"), ("many", "[a-z0-9]+(-[a-z0-9]+)*( [a-z0-9]+(-[a-z0-9]+)*)*")],
)
def test_a_column_of_ids_says_what_an_id_looks_like(ids, pattern):
    assert Column("goals", "Mål", "Id'er.", ids=ids).schema()["constraints"] == {"pattern": pattern}
