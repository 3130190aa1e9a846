"""`pejl webserver`: the file for a server, and what is said where there cannot be one."""

import re
import shlex

import pytest
from pages import page
from sample import FILES

from generator.publish.servers import SERVERS, WHERE

ADDRESS = {"site.yml": f"{FILES['site.yml']}address: https://eksempelby.example/plan/\n"}
BAD = {"indicators/ledighed.yml": FILES["indicators/ledighed.yml"].replace("value: 2550", "value: 72,3")}


@pytest.fixture
def guide():
    return page("redaktoer/server.md", "{#klar}")


def blocks(guide):
    """Give the examples of the guide, each with what it is written in."""
    return re.findall(r"^```([a-z]+)\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)


def test_the_file_is_written_and_says_how_it_is_used(project, tmp_path, pejl):
    out = tmp_path / "pejl.conf"
    told = f"Opsætningen ligger i {out}. Øverst i den står, hvordan den bliver taget i brug.\n"
    assert pejl("webserver", "--for", "nginx", "--data", project(ADDRESS), "--out", out) == (0, told, "")
    lines = out.read_text("utf-8").splitlines()
    assert lines[:12] == [
        "# https://eksempelby.example/plan/ på nginx.",
        "# Skrevet af »pejl webserver --for nginx«. Ret ikke i filen: den bliver skrevet igen, når siden er bygget.",
        "#",
        "# Læg den i /etc/nginx/snippets/pejl.conf, og tag den ind dér, hvor værten er sat op:",
        "#",
        "#   server {",
        "#       listen 80;",
        "#       listen [::]:80;",
        "#       server_name eksempelby.example;",
        "#       include /etc/nginx/snippets/pejl.conf;",
        "#   }",
        "",
    ]
    assert '    alias "/var/www/pejl/";' in lines


@pytest.mark.parametrize(
    ("server", "line"),
    [
        ("nginx", '    alias "/srv/vor side/";'),
        ("apache", 'Alias "/plan/" "/srv/vor side/"'),
        ("caddy", '\troot * "/srv/vor side"'),
    ],
)
def test_without_a_file_it_is_shown(project, pejl, server, line):
    status, said, errors = pejl("webserver", "--for", server, "--root", "/srv/vor side/", "--data", project(ADDRESS))
    assert (status, errors, line in said.splitlines()) == (0, "", True)


def test_without_an_address_there_is_none(project, tmp_path, pejl):
    data, out = project(), tmp_path / "pejl.conf"
    sentence = f"Sidens adresse mangler. Skriv den i feltet »address« i {data / 'site.yml'}.\n"
    assert pejl("webserver", "--for", "caddy", "--data", data, "--out", out) == (1, "", sentence)


def test_bad_data_give_none(project, pejl):
    status, said, errors = pejl("webserver", "--for", "apache", "--data", project(ADDRESS | BAD))
    assert (status, said, "[tal]" in errors) == (1, "", True)


@pytest.mark.parametrize("root", ["www/pejl", '/srv/"; evil', "/srv/$uri", "/srv/{path}", "/srv/%{HTTP_HOST}", "/a\nb"])
def test_a_folder_that_a_server_could_misread_is_refused(project, pejl, root):
    shown = root.replace("\n", " ")
    sentence = f"»{shown}« kan ikke bruges til --root. Skriv hele stien, for eksempel /var/www/pejl.\n"
    assert pejl("webserver", "--for", "nginx", "--root", root, "--data", project(ADDRESS)) == (2, "", sentence)


def test_a_trial_is_set_up_where_it_stands_and_says_so(project, pejl, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://proeve.example/")
    data = project(ADDRESS)
    status, said, errors = pejl("webserver", "--for", "caddy", "--data", data)
    assert (status, said.splitlines()[0]) == (0, "# https://proeve.example/ på Caddy.")
    assert errors == (
        f"{data}/site.yml:17:10: advarsel: Siden bliver bygget til »https://proeve.example«, som SITE_URL siger, "
        "men her står »https://eksempelby.example/plan«. Skriv den rigtige adresse her, eller byg uden SITE_URL. "
        "[webadresse]\n"
    )


def test_the_commands_of_the_guide_are_understood(guide, project, pejl, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project({"site.yml": f"{FILES['site.yml']}address: https://plan.nordby.example/\n"})
    lines = {
        line for kind, block in blocks(guide) if kind == "sh" for line in block.splitlines() if "pejl webserver" in line
    }
    assert lines == {".venv/bin/pejl webserver --for nginx --out pejl.conf"}
    for line in lines:
        status, _, errors = pejl(*shlex.split(line)[1:])
        assert (status, errors) == (0, "")


@pytest.mark.parametrize("server", SERVERS)
def test_the_guide_takes_the_file_in_as_the_file_itself_says(guide, project, pejl, server):
    site = {"site.yml": f"{FILES['site.yml']}address: https://plan.nordby.example/\n"}
    _, said, _ = pejl("webserver", "--for", server, "--data", project(site))
    head = said.partition("\n\n")[0].splitlines()
    frame = "\n".join(line.removeprefix("#   ") for line in head if line.startswith("#   "))
    assert WHERE[server] in frame
    assert frame in [block.rstrip() for _, block in blocks(guide)]
    assert f"sudo cp pejl.conf {WHERE[server]}\n" in guide
