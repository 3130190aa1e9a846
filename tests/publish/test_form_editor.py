"""The files of the form editor: what its page says and allows, and that the library asks nobody but the repository."""

import json
import re

import form_editor as real
import pytest
from sample import FILES, TODAY

from generator.publish import form_editor, form_library
from generator.reading.loading import load
from generator.site import build

SWITCHED_ON = FILES["site.yml"].replace(
    "licence:", "repository: https://github.com/by/plan\nform_editor:\n  branch: main\nlicence:"
)


@pytest.fixture
def files(project):
    """Give the files of a site with the editor by their addresses under `/rediger/`."""

    def made(about=SWITCHED_ON):
        assets = build(project({"site.yml": about}), TODAY).assets
        return {
            asset.path.removeprefix("rediger/"): asset.data for asset in assets if asset.path.startswith("rediger/")
        }

    return made


def test_a_site_that_has_not_asked_for_it_has_none_of_it(files):
    assert files(FILES["site.yml"]) == {}


def test_the_page_is_there_before_the_library_is(files, monkeypatch):
    monkeypatch.setattr(form_editor, "is_fetched", lambda: False)
    assert sorted(files()) == ["config.json", "index.html", "rediger.css", "rediger.js"]


def test_the_page_allows_its_own_site_and_the_host_of_the_repository(files):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', files()["index.html"].decode())[1]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#x27;", "'").split(";"))
    assert rules["script-src"] == rules["font-src"] == "'self'"
    assert rules["connect-src"] == "'self' blob: data: https://api.github.com"
    assert (rules["default-src"], rules["form-action"], rules["base-uri"]) == ("'none'", "'none'", "'none'")
    assert "unsafe-eval" not in policy
    assert re.findall(r"https?:[^ ;]*", policy) == ["https://api.github.com"]


def test_a_host_of_ones_own_is_allowed_as_a_whole(files):
    page = files(SWITCHED_ON.replace("https://github.com/", "https://git.by.example/"))["index.html"].decode()
    assert "connect-src &#x27;self&#x27; blob: data: https://git.by.example;" in page


def test_the_page_tells_the_other_ways_to_those_without_javascript(files):
    page = files()["index.html"].decode()
    assert "Formularen kræver JavaScript, og det er slået fra i din browser." in page
    assert 'href="https://github.com/by/plan/issues/new/choose"' in page
    assert "<h1>Ret siden i en formular</h1>" in page


def test_what_the_site_is_called_is_text_on_the_page(project):
    site = load(project({"site.yml": SWITCHED_ON})).site.model_copy(update={"title": "<b>Pejl</b> & $policy"})
    page = next(form_editor.assets(site, "https://api.github.com", {})).data.decode()
    assert "&lt;b&gt;Pejl&lt;/b&gt; &amp; $policy</a>" in page


def test_what_the_editor_is_told_is_a_file_beside_it(files):
    told = json.loads(files()["config.json"])
    assert told["backend"]["repo"] == "by/plan"


def test_the_library_asks_its_own_site_for_its_fonts_and_words(files):
    real.skip_without_library()
    found = files()
    program = found["sveltia-cms.js"].decode()
    assert [name for name in found if name.startswith("fonts/")] == [
        "fonts/source-sans-3-latin-wght-normal.woff2",
        "fonts/noto-mono-latin-400-normal.woff2",
        "fonts/material-symbols-outlined-latin-wght-normal.woff2",
    ]
    assert re.findall(r"url\(https?:[^)]*\)", program) == []
    assert "githubstatus.com/api" not in program
    words = json.loads(found[f"sveltia@{form_library.version()}/locales/da.json"])
    assert (words["save"], words["list_item_options"]) == ("Gem", "Muligheder for punktet")
    assert (words["status"]["draft"], words["status"]["deploying"]) == ("Kladde", "Bliver udgivet")


def test_our_words_are_for_what_the_library_says_in_english_alone():
    real.skip_without_library()
    folder = form_library.MODULES / form_library.NAME / "locales"
    danish, english = (set(keys(json.loads((folder / f"{name}.json").read_text("utf-8")))) for name in ("da", "en-US"))
    ours = set(keys(json.loads((form_library.NEEDS.parent / "da.json").read_text("utf-8"))))
    assert ours <= english - danish


def keys(words, way=""):
    for name, word in words.items():
        yield from keys(word, f"{way}{name}.") if isinstance(word, dict) else [f"{way}{name}"]


def test_everything_that_is_fetched_is_locked_by_its_hash():
    lock = json.loads((form_library.NEEDS / "package-lock.json").read_text("utf-8"))["packages"]
    own = json.loads((form_library.NEEDS / "package.json").read_text("utf-8"))
    assert lock.pop("") == {key: own[key] for key in ("name", "dependencies")}
    assert [name for name, about in lock.items() if not about["integrity"].startswith("sha512-")] == []
    assert [name for name, about in lock.items() if "resolved" in about] == []
    assert all(re.fullmatch(r"[0-9.]+", version) for version in own["dependencies"].values())


def test_without_npm_an_editor_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(form_library.shutil, "which", lambda _: None)
    with pytest.raises(form_library.FetchError) as told:
        form_library.fetch()
    assert str(told.value) == (
        "Formularredaktøren er slået til i site.yml, men npm mangler på maskinen. Installér Node.js, som har npm med, "
        "eller slet »form_editor« i site.yml."
    )


def test_what_npm_says_is_told(monkeypatch, tmp_path):
    npm = tmp_path / "npm"
    npm.write_text('#!/bin/sh\necho "npm error EINTEGRITY" >&2\nexit 1\n', "utf-8")
    npm.chmod(0o755)
    monkeypatch.setattr(form_library.shutil, "which", lambda _: str(npm))
    with pytest.raises(form_library.FetchError) as told:
        form_library.fetch()
    assert str(told.value) == (
        "Formularredaktøren kunne ikke hentes. npm siger:\nnpm error EINTEGRITY\nPrøv igen, når maskinen er på nettet."
    )
