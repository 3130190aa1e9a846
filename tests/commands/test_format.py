from sample import FILES, TODAY

from generator.checking import check

GOAL = "goals/m1.yml"
MIXED = FILES[GOAL].replace(
    "title: Flere i job\nkind: ministerial\n", "kind: ministerial\n# Titlen.\ntitle: 'Flere i job'\n"
)
IN_FORM = FILES[GOAL].replace("kind: ministerial\n", "kind: ministerial\n").replace("number: 1\n", 'number: "1"\n')


def test_a_file_is_shown_and_then_put_in_its_form(project, pejl):
    data = project({GOAL: MIXED})
    path = data / GOAL
    shown = (
        f"{path.as_posix()}:\n"
        "  linje 1-2:\n"
        "    + # Titlen.\n"
        "    + title: Flere i job\n"
        "  linje 4:\n"
        "    - # Titlen.\n"
        "    - title: 'Flere i job'\n"
        "    - number: 1\n"
        '    + number: "1"\n'
    )
    again = "Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n"
    assert pejl("format", path, "--data", data) == (0, shown + again, "")
    assert path.read_text("utf-8") == MIXED
    done = "Skrevet. Det, der står i filerne, er det samme. Send det nu ind som et forslag.\n"
    assert pejl("format", path, "--data", data, "--write") == (0, shown + done, "")
    assert path.read_text("utf-8") == "# Titlen.\n" + IN_FORM
    assert pejl("format", path, "--data", data, "--write") == (0, "Der er intet at skrive.\n", "")


def test_a_check_names_each_file_and_writes_nothing(project, pejl):
    data = project({GOAL: MIXED})
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    path = (data / GOAL).as_posix()
    said = f"{path} er ikke sat op. Kør »pejl format {path} --write«.\n1 fil skal sættes op.\n"
    assert pejl("format", "--check", data / GOAL, "--data", data) == (1, said, "")
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == before


def test_a_whole_folder_is_put_in_its_form_and_says_the_same(project, pejl):
    data = project({GOAL: MIXED})
    before = check(data, TODAY)[0].records
    assert pejl("format", "--data", data, "--write")[0] == 0
    assert pejl("format", "--check", "--data", data) == (0, "Ingen filer skal sættes op.\n", "")
    loaded, problems = check(data, TODAY)
    assert (loaded.records, problems) == (before, [])


def test_a_file_that_cannot_be_read_stops_everything(project, pejl):
    data = project({GOAL: MIXED, "benchmarks/p1.yml": "title: [a\n"})
    path = (data / "benchmarks/p1.yml").as_posix()
    assert pejl("format", "--data", data, "--write") == (
        1,
        "",
        (
            f"{path}:1:8: fejl: En liste i skarpe parenteser er ikke lukket. Skriv et komma eller ]. [yaml]\n"
            "1 fejl og ingen advarsler.\nIntet er skrevet. Ret først fejlene i filerne.\n"
        ),
    )
    assert (data / GOAL).read_text("utf-8") == MIXED


def test_only_files_with_data_have_a_form(project, pejl, tmp_path):
    data, other = project(), tmp_path / "andet.yml"
    other.write_text("a: 1\n", "utf-8")
    sentence = f"{other} ligger ikke i {data}. Angiv en fil med data.\n"
    assert pejl("format", other, "--data", data) == (2, "", sentence)


def test_what_another_program_lost_is_put_back_from_before(project, pejl, tmp_path):
    noted = FILES[GOAL].replace("number: 1\n", '# Planens nummer.\nnumber: "1"\n')
    before = project({GOAL: noted})
    before.rename(tmp_path / "før")
    rewritten = FILES[GOAL].replace("title: Flere i job", "title: Flere i arbejde").replace("number: 1", "number: '1'")
    data = project({GOAL: rewritten})
    status, _, errors = pejl("format", data / GOAL, "--data", data, "--against", tmp_path / "før", "--write")
    assert (status, errors) == (0, "")
    assert (data / GOAL).read_text("utf-8") == noted.replace("Flere i job", "Flere i arbejde")


def test_what_files_are_held_against_must_be_there(project, pejl):
    data = project()
    sentence = f"»main« er ingen mappe, og {data} står ikke i et kodelager, som git kan læse.\n"
    assert pejl("format", "--data", data, "--against", "main") == (2, "", sentence)
