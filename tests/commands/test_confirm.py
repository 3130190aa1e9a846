from sample import FILES

BAD = {"indicators/ledighed.yml": FILES["indicators/ledighed.yml"].replace("value: 2550", "value: 72,3")}


def test_confirm_reads_what_nobody_has_read_and_then_nothing(project, pejl):
    data = project()
    assert pejl("confirm", "--data", data) == (0, "6 linjer er skrevet.\n", "")
    assert pejl("confirm", "--data", data) == (0, "Ingen linjer er skrevet.\n", "")


def test_a_changed_text_is_confirmed_only_by_its_id(project, pejl):
    data = project()
    pejl("confirm", "--data", data)
    path = data / "indicators/ledighed.yml"
    path.write_text(path.read_text("utf-8").replace("Personer uden job.", "Personer uden løn."), "utf-8")
    assert pejl("confirm", "--data", data) == (0, "Ingen linjer er skrevet.\n", "")
    assert pejl("confirm", "--data", data, "p1") == (0, "1 linje er skrevet.\n", "")


def test_confirm_knows_when_an_id_is_wrong(project, pejl):
    sentence = "Ingen koblinger, svar eller ord om tal hører til: p8, p99.\n"
    assert pejl("confirm", "--data", project(), "p99", "p1", "p8") == (2, "", sentence)


def test_bad_data_are_left_as_they_are(project, pejl):
    data = project(BAD)
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    status, said, errors = pejl("confirm", "--data", data)
    assert (status, said) == (1, "")
    assert errors.endswith("[tal]\n1 fejl og ingen advarsler.\n")
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == before
