from generator.model import Area, Department, TargetGroup, Term, Theme


def test_an_area_has_a_name_of_its_own_inside_a_sentence(town):
    assert {name: area.inline for name, area in town.of(Area).items()} == {
        "eksempelby": "Eksempelby",
        "fjordbyerne": "Fjordbyerne",
        "landet": "hele landet",
    }


def test_small_records_share_a_page_and_themes_have_one_each(town):
    assert town.of(Department)["ungehuset"].address == "afdelinger-og-maalgrupper/#ungehuset"
    assert town.of(TargetGroup)["sygemeldte"].address == "afdelinger-og-maalgrupper/#sygemeldte"
    assert town.of(Term)["fleksjob"].address == "ordliste/#fleksjob"
    assert town.of(Theme)["unge"].address == "emner/unge/"
