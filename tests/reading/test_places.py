from generator.model import Benchmark, Consultation, Response, Theme
from generator.reading.places import FOLDERS, IN_FILES, LISTS, RECORD_TYPES, ids_of, top_files


def test_every_type_stands_in_a_folder_or_in_a_list():
    assert {model.place for model in RECORD_TYPES} == {*FOLDERS, *LISTS}
    assert {model for model in RECORD_TYPES if model.place in FOLDERS} == set(IN_FILES)
    assert Theme not in IN_FILES


def test_a_record_has_its_ids_from_where_it_stands():
    assert ids_of(Benchmark, "p1", "") == {"id": "p1"}
    assert ids_of(Consultation, "consultation", "plan-2025") == {"id": "plan-2025"}
    assert ids_of(Response, "raadet", "plan-2025") == {
        "id": "plan-2025/raadet",
        "consultation": "plan-2025",
        "organisation": "raadet",
    }


def test_the_files_at_the_top_are_the_site_and_the_lists():
    assert sorted(top_files()) == ["areas", "departments", "glossary", "gone", "site", "target_groups", "themes"]
