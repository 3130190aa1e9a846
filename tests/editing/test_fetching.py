"""Figures that fetch themselves, from a server on this machine that answers like Statistics Denmark and jobindsats.dk.

No test needs the net. The shapes are those of `tests/exports/README.md`.
"""

import functools
import http.server
import json
import threading
import time

import pytest
from imports import EXPORTS, FILE, HEAD, OLD, SOURCE, imported

from generator.commands import main
from generator.editing import fetching
from generator.editing.fetching import asking

STATBANK = f"""import:
{SOURCE}  from:
    service: statbank
    table: FOLK1A
    variables:
      OMRÅDE: ["000"]
      CIVILSTAND: [TOT]
      Tid: ["*"]
  columns: {{period: TID, area: OMRÅDE, value: INDHOLD}}
  areas: {{Hele landet: landet}}
  keep: {{CIVILSTAND: [I alt]}}
"""
JOBINDSATS = f"""import:
{SOURCE}  from:
    service: jobindsats
    table: Y30R21
    variables:
      area: [Randers]
      period: ["*QMAT*"]
      _ygrp_y30r21: ["*"]
  columns: {{period: Periode, area: Area, group: Ydelsesgrupper, value: Placering på benchmarkranglisten}}
  areas: {{Randers: eksempelby}}
  total: [Ydelsesgrupper i alt]
  ignore:
    - "kolonne 4"
    - "kolonne 5"
    - "kolonne 6"
    - "kolonne 7"
    - "kolonne 8"
    - "kolonne 9"
"""
CSV = (EXPORTS / "statbank-FOLK1A-da.csv").read_bytes()
ROWS = [json.loads(line) for line in (EXPORTS / "jobindsats-y30r21-randers.jsonl").read_text("utf-8").splitlines()]
PERIODS = [{"TableID": "y30r21", "Period": ["2020M01", *dict.fromkeys(row["Periode"] for row in ROWS)]}]
ANSWER = [{"Variables": [{"Label": name} for name in ROWS[0]], "Data": [list(row.values()) for row in ROWS]}]
TABLEINFO = {
    "id": "FOLK1A",
    "variables": [
        {
            "id": "OMRÅDE",
            "text": "område",
            "elimination": True,
            "values": [{"id": "000", "text": "Hele landet"}, {"id": "730", "text": "Randers"}],
        },
        {"id": "CIVILSTAND", "text": "civilstand", "elimination": True, "values": [{"id": "TOT", "text": "I alt"}]},
        {
            "id": "Tid",
            "text": "tid",
            "elimination": False,
            "time": True,
            "values": [{"id": "2008K1", "text": "2008K1"}],
        },
    ],
}
COUNTED = OLD.replace("7.5", "7")
KEY = "hemmelig-noegle"


def refusal(message="Værdien blev ikke fundet", code="EXTRACT-NOTFOUND"):
    return 400, json.dumps({"errorTypeCode": code, "message": message})


class Service(http.server.ThreadingHTTPServer):
    """Answers each path with the next of its answers, and the last for ever; remembers what it was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, []
        self.address = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_):
        """Say nothing of a caller that has gone."""

    def next(self, path):
        waiting = self.answers.get(path, [(404, b"")])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        self.server.asked.append((self.command, self.path, body, self.headers.get("Authorization")))
        status, content, *headers = self.server.next(self.path)
        if callable(content):
            content = content()
        content = content if isinstance(content, bytes) else content.encode()
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = answer  # noqa: N815  the names that http.server asks for

    def log_message(self, *_):
        pass


@pytest.fixture
def service():
    started = Service()
    thread = threading.Thread(target=started.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield started
    started.shutdown()
    started.server_close()
    thread.join()


@pytest.fixture
def fetch(project, tmp_path, capsys, monkeypatch, service):
    """Give a function that fetches figures and gives the status, what was shown and what was wrong."""
    monkeypatch.setenv("PEJL_STATBANK_URL", service.address)
    monkeypatch.setenv("PEJL_JOBINDSATS_URL", service.address)
    monkeypatch.setenv("JOBINDSATS_API_KEY", KEY)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    quick = functools.partial(asking.Asker, to_connect=2, to_read=1, in_all=60, tries=3, pause=0)
    monkeypatch.setattr(fetching, "Asker", quick)

    def call(mapping=STATBANK, *options, unit="personer", more=None):
        if not (tmp_path / "data").exists():
            head = HEAD.replace("unit: personer", f"unit: {unit}")
            project({FILE: head + COUNTED + mapping} | (more or {}))
        capsys.readouterr()
        status = main(["fetch", *(options or ["ledighed"]), "--data", str(tmp_path / "data")])
        said = capsys.readouterr()
        return status, said.out, said.err.replace(f"{tmp_path.as_posix()}/", "")

    return call


@pytest.fixture
def refused(fetch):
    """Give a function that fetches what cannot be fetched, and gives the one problem."""

    def call(mapping=STATBANK, **more):
        status, out, err = fetch(mapping, **more)
        problem, count, nothing = err.splitlines()
        assert (status, out.strip(), count) == (1, "Ledige (ledighed)", "1 fejl og ingen advarsler.")
        assert nothing == "Intet er skrevet."
        assert KEY not in out + err
        return problem.removesuffix(" [import]").removeprefix("data/indicators/ledighed.yml:")

    return call


# What is fetched


def test_figures_from_statistics_denmark(fetch, service, tmp_path):
    service.answers = {"/data": [(200, CSV)]}
    status, out, err = fetch()
    lines = out.splitlines()
    assert (status, err, lines[:3]) == (
        0,
        "",
        ["Ledige (ledighed)", "52 nye tal:", "  1. kvartal 2008, Hele landet: 5.475.791 personer"],
    )
    assert lines[-2:] == ["Intet er skrevet endnu. Passer det, så kør det samme igen med --write.", ""]
    assert service.asked == [
        (
            "POST",
            "/data",
            {
                "table": "FOLK1A",
                "format": "CSV",
                "lang": "da",
                "delimiter": "Semicolon",
                "variables": [
                    {"code": "OMRÅDE", "values": ["000"]},
                    {"code": "CIVILSTAND", "values": ["TOT"]},
                    {"code": "Tid", "values": ["*"]},
                ],
            },
            None,
        )
    ]
    assert len(imported(tmp_path / "data")) == 1
    assert fetch(STATBANK, "ledighed", "--write")[0] == 0
    found = imported(tmp_path / "data")[1:]
    rows = [line.split(";") for line in CSV.decode("utf-8-sig").splitlines()[1:]]
    assert [(code, value) for code, _, _, value, _ in found] == [
        (period.replace("K", "-K"), int(value)) for _, _, period, value in rows
    ]
    assert sorted(path.name for path in (tmp_path / "data/indicators").iterdir()) == ["ledighed.yml"]


def test_a_changed_figure_is_told_as_a_change(fetch, service):
    service.answers = {"/data": [(200, CSV), (200, CSV.replace(b"5475791", b"5475799"))]}
    fetch(STATBANK, "ledighed", "--write")
    status, out, _ = fetch()
    assert (status, out.splitlines()[1:3]) == (
        0,
        ["1 ændret tal:", "  1. kvartal 2008, Hele landet: 5.475.791 personer → 5.475.799 personer"],
    )


def test_figures_from_jobindsats_with_a_key_and_the_periods_that_the_table_has(fetch, service, tmp_path):
    service.answers = {
        "/tables/y30r21/json/": [(200, json.dumps(PERIODS))],
        "/data/y30r21/json": [(200, json.dumps(ANSWER))],
    }
    status, out, err = fetch(JOBINDSATS, "ledighed", "--write", unit="placering")
    assert (status, err) == (0, ""), out
    assert service.asked == [
        ("GET", "/tables/y30r21/json/", None, KEY),
        (
            "POST",
            "/data/y30r21/json",
            {
                "area": ["Randers"],
                "_ygrp_y30r21": "*",
                "period": ["2020QMAT02", "2020QMAT04", "2021QMAT02", "2021QMAT04", "2022QMAT02", "2022QMAT04"],
            },
            KEY,
        ),
    ]
    found = imported(tmp_path / "data")[1:]
    assert [value for *_, value, _ in found] == [row["Placering på benchmarkranglisten"] for row in ROWS]
    assert found[0] == ("2019-K3/2020-K2", "eksempelby", None, 52, "actual")
    assert KEY not in (tmp_path / "data" / FILE).read_text("utf-8")


def test_periods_that_are_written_out_are_asked_for_as_they_are(fetch, service):
    service.answers = {"/data/y30r21/json": [(200, json.dumps(ROWS[:4]))]}
    mapping = JOBINDSATS.replace('"*QMAT*"', "2020QMAT02")
    status, out, _ = fetch(mapping, unit="placering")
    assert (status, out.splitlines()[1]) == (0, "4 nye tal:")
    assert [path for _, path, *_ in service.asked] == ["/data/y30r21/json"]


def test_all_indicators_are_fetched_and_one_that_fails_stops_no_other(fetch, service, tmp_path):
    other = (HEAD + COUNTED + STATBANK).replace("title: Ledige", "title: Borgere")
    broken = other.replace("FOLK1A", "FOLK9").replace("Borgere", "Andre")
    service.answers = {"/data": [refusal(), (200, CSV)], "/tableinfo": [refusal()]}
    more = {"indicators/andre.yml": broken, "indicators/borgere.yml": other}
    status, out, err = fetch("", "--all", "--write", more=more)
    assert status == 1
    assert [line for line in out.splitlines() if line.endswith(")")] == ["Andre (andre)", "Borgere (borgere)"]
    assert "FOLK9" in err
    assert "5475791" in (tmp_path / "data/indicators/borgere.yml").read_text("utf-8")
    assert "5475791" not in (tmp_path / "data/indicators/andre.yml").read_text("utf-8")


# What goes wrong


def test_a_busy_service_is_asked_again(fetch, service):
    service.answers = {"/data": [(503, b""), (429, b"", ("Retry-After", "0")), (200, CSV)]}
    assert fetch()[0] == 0
    assert len(service.asked) == 3


def test_a_service_that_stays_busy(refused, service):
    service.answers = {"/data": [(503, b"")]}
    assert refused() == "16:5: fejl: Statistikbanken svarer med fejl 503. Prøv igen senere."
    assert len(service.asked) == 3


def test_no_net(refused, service):
    service.shutdown()
    service.server_close()
    assert refused() == (
        "16:5: fejl: Der er ingen forbindelse til 127.0.0.1 efter 3 forsøg. Se efter, om der er net, og "
        "prøv igen senere."
    )


SLOW = "16:5: fejl: 127.0.0.1 svarer for langsomt. Prøv igen senere, eller vælg færre værdier i »variables«."


def test_a_service_that_does_not_answer_in_time(monkeypatch, refused, service):
    service.answers = {"/data": [(200, lambda: time.sleep(0.4) or CSV)]}
    hasty = functools.partial(asking.Asker, to_connect=2, to_read=0.1, in_all=60, tries=3, pause=0)
    monkeypatch.setattr(fetching, "Asker", hasty)
    assert refused() == SLOW


def test_an_answer_that_drips(monkeypatch, refused, service):
    service.answers = {"/data": [(200, CSV)]}
    clock = iter([0, 1000])
    monkeypatch.setattr(fetching, "Asker", functools.partial(asking.Asker, clock=lambda: next(clock)))
    assert refused() == SLOW


def test_an_answer_that_is_too_long(monkeypatch, refused, service):
    monkeypatch.setattr(asking, "_MOST_BYTES", 1_000)
    service.answers = {"/data": [(200, CSV)]}
    assert refused() == "19:7: fejl: Svaret fylder over 0 MB. Vælg færre værdier i »variables«."


def test_an_address_that_has_moved_is_not_followed(refused, service):
    service.answers = {"/data": [(301, b"", ("Location", "https://ny.example/v2/data"))]}
    assert refused() == (
        f"16:5: fejl: {service.address}/data er flyttet til https://ny.example/v2/data. Se efter, om det er den "
        "rigtige, og skriv den i miljøvariablen PEJL_STATBANK_URL."
    )


def test_a_key_never_goes_to_an_address_that_is_not_safe(monkeypatch, refused):
    monkeypatch.setenv("PEJL_JOBINDSATS_URL", "http://jobindsats.example/v2")
    assert refused(JOBINDSATS) == (
        "16:5: fejl: Adressen http://jobindsats.example/v2 i PEJL_JOBINDSATS_URL er ikke sikker. Brug en adresse, der "
        "begynder med https."
    )


@pytest.mark.parametrize(
    ("change", "info", "problem"),
    [
        (
            ("FOLK1A", "FOLK9X"),
            refusal("Tabellen blev ikke fundet"),
            (
                "17:12: fejl: Statistikbanken har ingen tabel, der hedder »FOLK9X«. Den kan være lukket eller have "
                "fået et nyt navn. Find den på statistikbanken.dk, og ret »table«."
            ),
        ),
        (
            ("CIVILSTAND: [TOT]", "CIVILSTAN: [TOT]"),
            (200, json.dumps(TABLEINFO)),
            "20:18: fejl: Tabellen FOLK1A har ikke variablen »CIVILSTAN«. Mente du »CIVILSTAND«?",
        ),
        (
            ('["000"]', '["731"]'),
            (200, json.dumps(TABLEINFO)),
            "19:15: fejl: Variablen »OMRÅDE« i tabellen FOLK1A har ikke værdien »731«. Mente du »730«?",
        ),
        (
            ('["000"]', "[Randers]"),
            (200, json.dumps(TABLEINFO)),
            "19:15: fejl: Variablen »OMRÅDE« i tabellen FOLK1A har ikke værdien »Randers«. Skriv koden »730«.",
        ),
        (
            ('      Tid: ["*"]\n', ""),
            (200, json.dumps(TABLEINFO)),
            (
                "19:7: fejl: Tabellen FOLK1A skal vide, hvilke værdier af »Tid« du vil have. Skriv dem i »variables«, "
                'for eksempel »Tid: ["*"]«, som er alle.'
            ),
        ),
        (
            ("x", "x"),
            (200, json.dumps(TABLEINFO)),
            "16:5: fejl: Statistikbanken svarer: »Værdien blev ikke fundet«. Ret »from«.",
        ),
    ],
    ids=["table", "variable", "value", "name-for-value", "not-chosen", "else"],
)
def test_what_the_bank_refuses_is_told_at_its_place(refused, service, change, info, problem):
    service.answers = {"/data": [refusal()], "/tableinfo": [info]}
    assert refused(STATBANK.replace(*change)) == problem


def test_a_refusal_that_looks_like_an_answer(refused, service):
    service.answers = {"/data": [(200, refusal()[1])], "/tableinfo": [refusal()]}
    assert "har ingen tabel, der hedder »FOLK1A«" in refused()


def test_a_table_with_other_columns_than_before(fetch, service):
    service.answers = {"/data": [(200, CSV.replace(b"INDHOLD", b"ANTAL"))]}
    status, _, err = fetch()
    assert (status, err.splitlines()[0]) == (
        1,
        (
            "statbank/FOLK1A:1:1: fejl: Rækken ligner overskrifterne, men mangler »INDHOLD«. Vælg mellem »OMRÅDE«, "
            "»CIVILSTAND«, »TID« og »ANTAL«. [import]"
        ),
    )


def test_a_page_in_place_of_a_table(fetch, service):
    service.answers = {"/data": [(200, b"<!doctype html><title>Vedligehold</title>")]}
    status, _, err = fetch()
    assert (status, err.splitlines()[0]) == (
        1,
        (
            "statbank/FOLK1A:1:1: fejl: Filen er en hjemmeside eller XML og ikke en tabel. Åbn den i Excel, og gem den "
            "som .xlsx. [import]"
        ),
    )


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (401, "jobindsats.dk afviser nøglen. Se efter, om den i JOBINDSATS_API_KEY er rigtig og stadig gælder."),
        (403, "jobindsats.dk afviser nøglen. Se efter, om den i JOBINDSATS_API_KEY er rigtig og stadig gælder."),
        (404, "jobindsats.dk har ikke tabellen. Den kan være lukket eller have fået et nyt navn."),
        (
            400,
            (
                "jobindsats.dk kan ikke bruge det, der bliver spurgt om (fejl 400). Se efter, om variablerne i »from« "
                "og deres værdier stadig findes i tabellen."
            ),
        ),
        (500, "jobindsats.dk svarer med fejl 500. Prøv igen senere."),
    ],
)
def test_what_jobindsats_refuses(refused, service, status, problem):
    service.answers = {"/tables/y30r21/json/": [(status, b"{}")]}
    assert refused(JOBINDSATS).split("fejl: ", 1)[1] == problem


def test_no_key(monkeypatch, refused, service):
    monkeypatch.delenv("JOBINDSATS_API_KEY")
    assert refused(JOBINDSATS).split("fejl: ")[1] == (
        "Nøglen til jobindsats.dk mangler. Skriv den i miljøvariablen JOBINDSATS_API_KEY."
    )
    assert service.asked == []


@pytest.mark.parametrize(
    ("described", "problem"),
    [
        (PERIODS[:1], "Tabellen har ingen perioder som »*Y*«. Den nyeste er »2022QMAT04«."),
        ([], "jobindsats.dk siger ikke, hvilke perioder tabellen har. Skriv dem selv, for eksempel »2024QMAT02«."),
    ],
)
def test_periods_that_the_table_does_not_have(refused, service, described, problem):
    service.answers = {"/tables/y30r21/json/": [(200, json.dumps(described))]}
    assert refused(JOBINDSATS.replace("*QMAT*", "*Y*")).split("fejl: ")[1] == problem


# The command


def test_an_indicator_that_says_nothing_of_where_its_figures_are(fetch):
    mapping = STATBANK[: STATBANK.index("  from:")] + STATBANK[STATBANK.index("  columns:") :]
    status, _, err = fetch(mapping)
    assert (status, err.splitlines()[0]) == (
        1,
        (
            "data/indicators/ledighed.yml:1:1: fejl: Indikatoren siger ikke, hvor dens tal hentes. Skriv »from« under "
            "»import«. Se »Tal, der henter sig selv« i vejledningen. [import]"
        ),
    )


def test_an_indicator_that_is_not_there(fetch):
    assert fetch(STATBANK, "ledige") == (2, "", "Ingen indikator har id'et »ledige«. Mente du »ledighed«?\n")


def test_nothing_to_fetch(fetch):
    assert fetch("", "--all") == (2, "", "Ingen indikatorer er valgt. Skriv et id, eller skriv --all.\n")


def test_data_with_errors_are_not_added_to(fetch, service):
    status, _, err = fetch(STATBANK.replace("table: FOLK1A", "tabel: FOLK1A"))
    assert (status, err.splitlines()[-1]) == (1, "Intet er hentet. Ret først fejlene i data.")
    assert service.asked == []
