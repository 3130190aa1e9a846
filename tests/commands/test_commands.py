"""What holds of every command: how it is found, loaded, helped with and written wrongly."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.commands import COMMANDS, main
from generator.terminal.group import CommandGroup

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "plotly", "openpyxl", "jinja2")

PEJL = """\
Brug: pejl [VALG] KOMMANDO …

  Tjek data, og byg siden.

Kommandoer:
  check      find alle fejl og mangler i data
  diff       fortæl, hvad der er ændret siden en anden version
  news       skriv en mail om det, der er kommet på siden siden en dag
  build      tjek data, og byg hele siden
  serve      vis siden, mens du retter
  new        lav en ny post med alle felter forklaret
  answer     skriv svaret på et punkt det rigtige sted
  letter     del et brev fra Word eller ren tekst i afsnit og punkter
  form       skriv det, som nogen har sendt i en formular på GitHub
  rename     giv en post et andet id, alle steder det står
  format     sæt filer op ens: felternes rækkefølge, linjeskift og
             anførselstegn
  confirm    skriv ned, at koblinger, svar og ord om tal er læst igen
  import     vis, hvad en tabel ville ændre i en indikator, og skriv det
  fetch      hent nye tal fra deres kilde, og vis, hvad de ændrer
  schema     skriv skemaer, så din editor kan hjælpe
  hvidbog    lav en hvidbog til Word eller regneark, og læs den igen
  bilag      lav et bilag til en dagsorden som PDF
  webserver  skriv opsætningen til nginx, Apache eller Caddy
  pages      skriv siderne som Markdown, til en anden sidebygger

Valg:
  --help  vis denne hjælp

Kommandoen ender med:
  0    alt er i orden
  1    noget i data eller på en side skal rettes
  2    kommandoen er skrevet forkert
  3    en fejl i Pejl
  4    maskinen står i vejen, fx med fuld disk eller uden adgang
  130  kommandoen blev afbrudt
"""

HELP = {
    "check": """\
Brug: pejl check [VALG]

  Find alle fejl og mangler i data.

Valg:
  --format text|github|json  hvordan fejlene skrives (text)
  --report FIL               en fil, som en rapport i Markdown føjes til
  --against REVISION         find også det, der er skrevet om siden en
                             revision i git
  --data MAPPE               mappen med data (data)
  --content MAPPE            mappen med jeres egne sider (content ved siden af
                             data)
  --help                     vis denne hjælp
""",
    "diff": """\
Brug: pejl diff [VALG] GAMMEL [NY]

  Fortæl, hvad der er ændret siden en anden version.

Angiv:
  GAMMEL  den gamle version: en revision i git eller en mappe
  [NY]    den nye; uden den: mappen med data, som den er nu

Valg:
  --format text|markdown|json  hvordan ændringerne skrives (text)
  --data MAPPE                 mappen med data (data)
  --help                       vis denne hjælp
""",
    "news": """\
Brug: pejl news [VALG]

  Skriv en mail om det, der er kommet på siden siden en dag.

Valg:
  --since DATO       den første dag, der tæller, fx 2026-01-31; skal angives
  --organisation ID  kun det, der gælder organisationens egne punkter
  --data MAPPE       mappen med data (data)
  --help             vis denne hjælp
""",
    "build": """\
Brug: pejl build [VALG]

  Tjek data, og byg hele siden.

Valg:
  --out MAPPE      mappen, siden lægges i (site)
  --data MAPPE     mappen med data (data)
  --content MAPPE  mappen med jeres egne sider (content ved siden af data)
  --help           vis denne hjælp
""",
    "serve": """\
Brug: pejl serve [VALG]

  Vis siden, mens du retter.

Valg:
  --data MAPPE     mappen med data (data)
  --content MAPPE  mappen med jeres egne sider (content ved siden af data)
  --help           vis denne hjælp
""",
    "new": """\
Brug: pejl new [VALG] TYPE|MAPPE

  Lav en ny post med alle felter forklaret.

Angiv:
  TYPE|MAPPE  hvad posten er, for eksempel kilde, eller en ny kommunes mappe

Valg:
  --set FELT=VÆRDI  et felt og dets værdi; uden felter bliver du spurgt
  --write           skriv ændringerne i filerne
  --data MAPPE      mappen med data (data)
  --help            vis denne hjælp
""",
    "answer": """\
Brug: pejl answer [VALG] PUNKT

  Skriv svaret på et punkt det rigtige sted.

Angiv:
  PUNKT  punktets id, for eksempel hr25-4-1

Valg:
  --set FELT=VÆRDI  et felt og dets værdi; uden felter bliver du spurgt
  --write           skriv ændringerne i filerne
  --data MAPPE      mappen med data (data)
  --help            vis denne hjælp
""",
    "letter": """\
Brug: pejl letter [VALG] FIL

  Del et brev fra Word eller ren tekst i afsnit og punkter.

Angiv:
  FIL  brevet: ren tekst eller Word (.docx)

Valg:
  --prefix ID       det, alle punkternes id'er begynder med, for eksempel hr25
  --set FELT=VÆRDI  et felt og dets værdi; uden felter bliver du spurgt
  --write           skriv ændringerne i filerne
  --data MAPPE      mappen med data (data)
  --help            vis denne hjælp
""",
    "form": """\
Brug: pejl form [VALG] FIL

  Skriv det, som nogen har sendt i en formular på GitHub.

Angiv:
  FIL  formularens tekst, som den står i sagen

Valg:
  --write       skriv ændringerne i filerne
  --data MAPPE  mappen med data (data)
  --help        vis denne hjælp
""",
    "rename": """\
Brug: pejl rename [VALG] GAMMEL NY

  Giv en post et andet id, alle steder det står.

Angiv:
  GAMMEL  postens id
  NY      det nye id

Valg:
  --type TYPE   hvad posten er, hvis flere har id'et
  --write       skriv ændringerne i filerne
  --data MAPPE  mappen med data (data)
  --help        vis denne hjælp
""",
    "format": """\
Brug: pejl format [VALG] [FIL …]

  Sæt filer op ens: felternes rækkefølge, linjeskift og anførselstegn.

Angiv:
  [FIL …]  kun disse filer; ellers alle i data

Valg:
  --against FØR  hent tabte noter fra filerne i en revision eller mappe
  --check        skriv intet, og fejl, hvis en fil ikke er sat op
  --write        skriv ændringerne i filerne
  --data MAPPE   mappen med data (data)
  --help         vis denne hjælp
""",
    "confirm": """\
Brug: pejl confirm [VALG] [ID …]

  Skriv ned, at koblinger, svar og ord om tal er læst igen.

Angiv:
  [ID …]  kun disse poster; uden id: kun dem, der aldrig er læst

Valg:
  --data MAPPE  mappen med data (data)
  --help        vis denne hjælp
""",
    "import": """\
Brug: pejl import [VALG] FIL

  Vis, hvad en tabel ville ændre i en indikator, og skriv det.

Angiv:
  FIL  tabellen: CSV, Excel eller JSON

Valg:
  --indicator ID  indikatoren, som tallene hører til; skal angives
  --write         skriv ændringerne i indikatorens fil
  --remove        slet også tal fra samme kilde, som tabellen ikke har
  --data MAPPE    mappen med data (data)
  --help          vis denne hjælp
""",
    "fetch": """\
Brug: pejl fetch [VALG] [ID …]

  Hent nye tal fra deres kilde, og vis, hvad de ændrer.

Angiv:
  [ID …]  indikatorerne, der skal hentes tal til

Valg:
  --all         alle indikatorer, der siger, hvor deres tal hentes
  --write       skriv ændringerne i indikatorernes filer
  --data MAPPE  mappen med data (data)
  --help        vis denne hjælp
""",
    "schema": """\
Brug: pejl schema [VALG]

  Skriv skemaer, så din editor kan hjælpe.

Valg:
  --data MAPPE  mappen med data (data)
  --help        vis denne hjælp
""",
    "hvidbog": """\
Brug: pejl hvidbog [VALG] HØRING

  Lav en hvidbog til Word eller regneark, og læs den igen.

Angiv:
  HØRING  høringens id, for eksempel pejlemaerker-2025

Valg:
  --out FIL         skriv skemaet: .docx til Word, .csv til regneark
  --from FIL        læs svarene i et udfyldt skema
  --set FELT=VÆRDI  et felt og dets værdi; uden felter bliver du spurgt
  --write           skriv ændringerne i filerne
  --data MAPPE      mappen med data (data)
  --help            vis denne hjælp
""",
    "bilag": """\
Brug: pejl bilag [VALG] [ID]

  Lav et bilag til en dagsorden som PDF.

Angiv:
  [ID]  id på en del af planen, en høring eller et møde

Valg:
  --hele-planen  tag hele planen og alle punkter med
  --out FIL      filen, bilaget skrives i (bilag-ID.pdf)
  --data MAPPE   mappen med data (data)
  --help         vis denne hjælp
""",
    "webserver": """\
Brug: pejl webserver [VALG]

  Skriv opsætningen til nginx, Apache eller Caddy.

Valg:
  --for nginx|apache|caddy  webserveren; skal angives
  --out FIL                 filen, der skrives; uden den bliver den vist
  --root MAPPE              mappen på serveren, som siden ligger i
                            (/var/www/pejl)
  --data MAPPE              mappen med data (data)
  --help                    vis denne hjælp
""",
    "pages": """\
Brug: pejl pages [VALG]

  Skriv siderne som Markdown, til en anden sidebygger.

Valg:
  --out MAPPE   mappen, siderne lægges i; skal angives
  --data MAPPE  mappen med data (data)
  --help        vis denne hjælp
""",
}


def fresh(code, *arguments, **environment):
    """Run Python in a process of its own, from the project's folder."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, **environment)  # noqa: S603


def test_help_names_every_command(pejl):
    assert pejl("--help") == (0, PEJL, "")


def test_without_a_command_the_help_is_shown_as_an_error(pejl):
    assert pejl() == (2, "", PEJL)


def test_every_command_has_its_help_asserted():
    assert list(HELP) == [
        "check",
        "diff",
        "news",
        "build",
        "serve",
        "new",
        "answer",
        "letter",
        "form",
        "rename",
        "format",
        "confirm",
        "import",
        "fetch",
        "schema",
        "hvidbog",
        "bilag",
        "webserver",
        "pages",
    ]
    assert set(HELP) == set(COMMANDS)


@pytest.mark.parametrize("name", HELP)
def test_help_of_a_command(pejl, name):
    assert pejl(name, "--help") == (0, HELP[name], "")


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_that_is_given_to_a_command_is_explained(name):
    group = CommandGroup("generator.commands", COMMANDS, "")
    command = group.get_command(click.Context(group), name)
    assert [param.name for param in command.params if not param.help] == []


def test_help_loads_no_command_and_no_model():
    code = "import sys; from generator.commands import main; main(['--help']); print('pydantic' in sys.modules)"
    assert fresh(code).stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("name", ["build", "serve", "check"])
def test_no_model_is_loaded_for_what_another_process_does_or_an_earlier_run_knows(name):
    code = f"import sys; import generator.commands.{name}; print('pydantic' in sys.modules)"
    assert fresh(code).stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("arguments", [("check", "--data"), ("confirm", "--data"), ("schema", "--data")])
def test_light_commands_load_nothing_heavy(project, tmp_path, arguments):
    code = f"""
import sys
from generator.commands import main
status = main(sys.argv[1:])
print(status, [name for name in {HEAVY} if name in sys.modules])
"""
    folder = project() if arguments[1] == "--data" else tmp_path
    assert fresh(code, *arguments, folder).stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "kilde", "--set", "title=Ny"),
        ("answer", "ae-1", "--set", "status=under vurdering"),
        ("rename", "p1", "p9"),
        ("letter", __file__, "--set", "title=Ny"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_commands_that_write_load_nothing_heavy(project, arguments):
    code = f"""
import sys
from generator.commands import main
main(sys.argv[1:])
print([name for name in {HEAVY} if name in sys.modules])
"""
    assert fresh(code, *arguments, "--data", project()).stdout.splitlines()[-1] == "[]"


def test_the_package_runs_as_a_program_and_gives_its_status():
    def run(*arguments):
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=None)  # noqa: S603
        return done.returncode, done.stdout.splitlines()[:1], done.stderr.splitlines()[:1]

    assert run("--help") == (0, ["Brug: pejl [VALG] KOMMANDO …"], [])
    assert run("bild") == (2, [], ["»bild« er ikke en kommando. Mente du »build«?"])


@pytest.mark.parametrize(
    ("arguments", "of", "sentence"),
    [
        (["chekc"], "", "»chekc« er ikke en kommando. Mente du »check«?"),
        (
            ["x"],
            "",
            (
                "»x« er ikke en kommando. Vælg mellem: "
                "answer, bilag, build, check, confirm, diff, fetch, form, format, hvidbog, import, letter, new, news, "
                "pages, rename, schema, serve, webserver."
            ),
        ),
        (["ch\x1beck"], "", "»ch?eck« er ikke en kommando. Mente du »check«?"),
        (["-q"], "", "»-q« er ikke et valg til »pejl«. Vælg mellem: --help."),
        (["check", "--fromat", "json"], " check", "»--fromat« er ikke et valg til »pejl check«. Mente du »--format«?"),
        (
            ["build", "-q"],
            " build",
            "»-q« er ikke et valg til »pejl build«. Vælg mellem: --content, --data, --help, --out.",
        ),
        (["check", "--format", "jsn"], " check", "»jsn« kan ikke bruges til --format. Mente du »json«?"),
        (
            ["check", "--format", "xml"],
            " check",
            "»xml« kan ikke bruges til --format. Vælg mellem: github, json, text.",
        ),
        (["check", "data", "mere"], " check", "»data mere« er for meget til »pejl check«. Slet det."),
        (["build", "--out"], " build", "»--out« mangler en værdi: mappen, siden lægges i (site)."),
        (["pages"], " pages", "»--out« mangler: mappen, siderne lægges i."),
        (["import", "--indicator", "x"], " import", "»FIL« mangler: tabellen: CSV, Excel eller JSON."),
        (["import", __file__], " import", "»--indicator« mangler: indikatoren, som tallene hører til."),
        (["import", __file__, "--write=ja"], " import", "»--write« tager ingen værdi. Skriv kun »--write«."),
        (["import", "nej.csv", "--indicator", "x"], " import", "nej.csv findes ikke. Angiv en fil, der findes."),
        (["import", "/", "--indicator", "x"], " import", "/ er en mappe. Angiv en fil."),
        (["check", "--data", __file__], " check", f"{__file__} er en fil. Angiv en mappe."),
        (["schema", "--data", __file__], " schema", f"{__file__} er en fil. Angiv en mappe."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage(pejl, arguments, of, sentence):
    assert pejl(*arguments) == (2, "", f"{sentence}\nSe hjælpen med: pejl{of} --help\n")


@pytest.mark.parametrize("arguments", [["check"], ["confirm"], ["build"], ["serve"], ["pages", "--out", "ud"]])
def test_a_day_that_is_no_date(pejl, project, monkeypatch, tmp_path, arguments):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PEJL_TODAY", "i går")
    sentence = "»i går« i PEJL_TODAY er ikke en dato. Skriv den som 2026-01-31.\n"
    assert pejl(*arguments, "--data", project()) == (2, "", sentence)


def test_the_day_can_be_set(pejl, project, monkeypatch):
    data = project()
    monkeypatch.setenv("PEJL_TODAY", "2026-01-09")  # the day before the last that is dated in the sample
    status, said, _ = pejl("check", "--data", data)
    assert (status, "[fremtidig-dato]" in said) == (1, True)
    monkeypatch.setenv("PEJL_TODAY", "2026-01-10")
    assert pejl("check", "--data", data) == (0, "Ingen fejl og ingen advarsler.\n", "")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("arguments", [["--help"], ["x→−"], ["import", "x→−", "--indicator", "y"]])
def test_no_sign_stops_a_command_on_a_stream_that_cannot_hold_it(encoding, arguments):
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=environment)  # noqa: S603
    said = (done.stdout + done.stderr).decode(encoding)
    assert "Traceback" not in said
    assert done.returncode == (0 if arguments == ["--help"] else 2)
    assert ("x->-" in said) == (arguments != ["--help"])


def test_main_takes_what_was_written_at_the_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["pejl", "cheks"])
    assert main() == 2
    assert capsys.readouterr().err.startswith("»cheks« er ikke en kommando. Mente du »check«?")
