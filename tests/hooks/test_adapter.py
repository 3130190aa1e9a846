"""The adapter: what MkDocs is handed, and that it says the same as the pages written for another site generator."""

import os
import re
import subprocess
import sys

import frozen
import pytest
from build import main
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from sample import FILES

from generator import site
from generator.base import clock

NO_ADDRESS = (
    "Bemærk: Siden har ingen adresse. Skriv den i »address« i site.yml, når den er kendt. Uden den har siden ingen "
    "liste til søgemaskiner (sitemap.xml), og delte links har intet billede.\n"
)


def run(folder, out="site"):
    command = [sys.executable, "hooks/build.py", "data", out]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def run_here(monkeypatch, capsys):
    """Build without a process of its own, where what MkDocs itself would say in it is not asked about."""

    def run(folder):
        monkeypatch.chdir(folder)
        monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
        status = main("data", "site")
        return status, *capsys.readouterr()

    return run


def test_a_site_is_built_and_its_problems_are_counted(folder, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://x.example")
    done = run(folder())
    assert (done.returncode, done.stdout, done.stderr) == (0, "Ingen fejl og ingen advarsler.\n", "")


def test_a_site_without_an_address_says_what_it_lacks(folder):
    assert run(folder()).stdout == f"{NO_ADDRESS}Ingen fejl og ingen advarsler.\n"


def test_a_site_is_built_for_the_place_that_its_record_names_or_else_for_the_one_that_is_given(
    folder, monkeypatch, run_here
):
    record = FILES["site.yml"]
    places = [("", "https://x.example/plan/"), ("address: https://y.example/side\n", "https://y.example/side/")]
    for line, root in places:
        place = folder(data={"site.yml": record.replace("licence:", f"{line}licence:")})
        monkeypatch.setenv("SITE_URL", "" if line else "https://x.example/plan")
        assert run_here(place) == (0, "Ingen fejl og ingen advarsler.\n", "")
        text = (place / "site/pejlemaerker/p1/index.html").read_text("utf-8")
        assert re.findall('<link rel="canonical" href="(.+?)">', text) == [f"{root}pejlemaerker/p1/"]
    monkeypatch.setenv("SITE_URL", "https://x.example/plan")
    _, said, _ = run_here(place)
    assert said == (
        "data/site.yml:11:10: advarsel: Siden bliver bygget til »https://x.example/plan«, som SITE_URL siger, men her "
        "står »https://y.example/side«. Skriv den rigtige adresse her, eller byg uden SITE_URL. [webadresse]\n"
        "Ingen fejl og 1 advarsel.\n"
    )
    text = (place / "site/pejlemaerker/p1/index.html").read_text("utf-8")
    assert re.findall('<link rel="canonical" href="(.+?)">', text) == ["https://x.example/plan/pejlemaerker/p1/"]


@pytest.mark.parametrize("address", ["", "https://x.example/plan"])
def test_search_engines_are_told_the_days_that_are_known_and_no_others(folder, monkeypatch, run_here, address):
    gone = "moved:\n  - from: pejlemaerker/p3/\n    to: pejlemaerker/p2/\n"
    place = folder(data={"gone.yml": gone})
    for name, day in {"om/metode.md": "2025-11-01", "om/index.md": "2025-12-24"}.items():
        saved(place, f"content/{name}", day)
    saved(place, "data", "2025-12-31")
    monkeypatch.setenv("SITE_URL", address)
    assert run_here(place)[0] == 0
    listed = place / "site/sitemap.xml"
    assert not (place / "site/sitemap.xml.gz").exists()
    assert listed.exists() == bool(address)
    if not address:
        return
    found = dict(re.findall("<loc>(.+?)</loc>(?:<lastmod>(.+?)</lastmod>)?", listed.read_text("utf-8")))
    # Those written by hand have a day each; what is in the data has been there from the first.
    assert {page: day for page, day in found.items() if day} == {
        f"{address}/om/": "2025-12-24",
        f"{address}/om/metode/": "2025-11-01",
    }
    assert f"{address}/pejlemaerker/p2/" in found
    assert f"{address}/pejlemaerker/p3/" not in found
    assert not [page for page in found if page.endswith("404.html")]


def saved(place, name, day):
    who = {
        f"GIT_{role}_{part}": "pejl@example.invalid" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    stamps = {f"GIT_{role}_DATE": f"{day}T12:00:00+01:00" for role in ("AUTHOR", "COMMITTER")}
    for command in (["init", "-q"], ["add", name], ["-c", "commit.gpgsign=false", "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", place, *command], check=True, env={**os.environ, **who, **stamps})  # noqa: S603, S607


def test_dead_links_are_told_at_once_and_in_danish(folder):
    content = {
        "om/index.md": "# Om\n\nSe [a](/ministermaal/m2.md), [b](metode.md#intet) og [c](/zzz/).\n",
        "om/metode.md": "# Metode\n",
    }
    done = run(folder(content=content))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        (
            "content/om/index.md:3:8: fejl: Linket »/ministermaal/m2.md« fører ingen steder hen. "
            "Mente du »/ministermaal/m1.md«? [dødt-link]"
        ),
        (
            "content/om/index.md:3:34: fejl: Linket »/om/metode.md#intet« fører til en side, der ikke har "
            "stedet »#intet«. [dødt-link]"
        ),
        "content/om/index.md:3:58: fejl: Linket »/zzz/« fører ingen steder hen. [dødt-link]",
        "3 fejl og ingen advarsler.",
    ]


def test_what_runs_is_refused_in_a_page_written_by_hand(folder, run_here):
    place = folder(content={"om/metode.md": "# Metode\n\nSe <script>alert(1)</script>.\n"})
    status, said, errors = run_here(place)
    assert (status, said) == (1, "")
    assert errors.splitlines()[0] == (
        "content/om/metode.md:3:4: fejl: »<script>« er kode. Skriv almindelig tekst med Markdown. Er det et eksempel, "
        "så sæt det mellem `. [html]"
    )
    assert not (place / "site/index.html").exists()


def test_a_page_written_by_hand_is_held_against_the_places_of_a_generated_one(folder):
    done = run(folder(content={"redaktoer/index.md": "# For redaktører\n\n[Mål](/ministermaal/m1.md#koblingr)\n"}))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "content/redaktoer/index.md:3:7: fejl: Linket »/ministermaal/m1.md#koblingr« fører til en side, "
        "der ikke har stedet »#koblingr«. Mente du »#koblinger«? [dødt-link]\n1 fejl og ingen advarsler.\n"
    )


def test_bad_data_are_told_as_the_check_tells_them(folder, run_here):
    status, said, errors = run_here(folder(data={"benchmarks/p1.yml": "number: en\n"}))
    assert (status, said) == (1, "")
    assert errors.startswith("data/benchmarks/p1.yml:1:1: fejl: ")
    assert errors.endswith(" fejl og ingen advarsler.\n")


def main_of(path):
    (page,) = html.fromstring(path.read_text("utf-8")).xpath("//div[@class='pejl']")
    return page


def test_pages_for_another_site_generator_say_the_same(published, tmp_path):
    built = site.build(frozen.DATA, clock.today())
    assert len(built.pages) > 100
    for made in built.pages:
        path = tmp_path / "docs" / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.markdown(), "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("{{ page.content }}", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Andet\ntheme: {name: null, custom_dir: theme}\nplugins: []\n", "utf-8"
    )
    build(load_config(str(tmp_path / "mkdocs.yml")))
    for made in built.pages:
        place = f"{made.path.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html".lstrip("/")
        ours, plain = main_of(published / place), main_of(tmp_path / "site" / place)
        # Where a long word may be broken and where years stay together, in the frame of ours.
        for sign in ours.xpath(
            ".//i[not(node())] | .//*[self::h1 or self::h2 or self::h3 or self::h4]//span[@class='span']"
        ):
            sign.drop_tag()
        assert ours.text_content().split() == plain.text_content().split(), place
        for attribute in ("id", "href", "src", "class"):
            assert ours.xpath(f".//@{attribute}") == plain.xpath(f".//@{attribute}"), place
