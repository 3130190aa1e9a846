"""The server of the preview: what it answers, and how an open page hears that something is new."""

import re
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import serve
from preview import Preview

from generator.publish.assets import assets


@pytest.fixture
def server(folder, monkeypatch):
    monkeypatch.chdir(folder())
    made = serve.Server(Preview(Path("data")), 0)
    threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def address(server, path):
    return f"http://{serve.HOST}:{server.server_port}{path}"


def get(server, path):
    return urllib.request.urlopen(address(server, path), timeout=20)  # noqa: S310  our own server


def change():
    path = Path("data/benchmarks/p1.yml")
    path.write_text(path.read_text("utf-8").replace("Job først", "Job til alle"), "utf-8")


def test_pages_and_files_are_answered_with_what_they_are(server):
    server.preview.refresh()
    page = get(server, "/pejlemaerker/p1/?q=1")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Job først" in page.read().decode()
    assert get(server, f"/{assets()['assets/pejl.css'].path}").headers["Content-Type"] == "text/css; charset=utf-8"
    assert get(server, "/favicon.svg").headers["Content-Type"] == "image/svg+xml"
    assert get(server, "/pejlemaerker/p1").url == address(server, "/pejlemaerker/p1/")


def test_an_address_that_does_not_exist_gets_the_sites_own_page(server):
    server.preview.refresh()
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(server, "/../data/site.yml")
    assert caught.value.status == 404
    assert "Siden findes ikke" in caught.value.read().decode()


def test_an_open_page_hears_of_news_and_knows_its_own_edition(server):
    server.preview.refresh()
    first = server.edition
    script = f'<script src="{serve.LISTENER}" data-edition="{first}"></script>'
    assert script.encode() in get(server, "/").read()
    assert f'new EventSource("{serve.NEWS}")'.encode() in get(server, serve.LISTENER).read()
    news = get(server, serve.NEWS)
    assert [news.readline() for _ in range(3)] == [b"retry: 500\n", f"data: {first}\n".encode(), b"\n"]
    server.tell()
    assert [news.readline() for _ in range(2)] == [b"retry: 500\n", f"data: {server.edition}\n".encode()]
    assert server.edition != first


def test_what_is_saved_is_followed(server):
    words = serve.follow(server, [Path("data"), Path("content")])
    told = r"Ingen fejl og ingen advarsler\. Hentet på \d+,\d sekunder\."
    assert re.fullmatch(told, next(words))
    change()
    assert re.fullmatch(told, next(words))
    assert "Job til alle" in get(server, "/pejlemaerker/p1/").read().decode()
    Path("content/om/index.md").write_text("[Mål](/maal/m9.md)\n", "utf-8")
    # What was saved meanwhile ends the following of links, which begins anew when the pages are there.
    assert re.fullmatch(told, next(words))
    assert next(words).endswith("[dødt-link]\n1 fejl og ingen advarsler.")
    assert "Siden kan ikke vises endnu" in get(server, "/").read().decode()


def test_code_that_changes_is_not_followed_and_that_is_said(server, tmp_path):
    words = serve.follow(server, [tmp_path])
    next(words)
    (tmp_path / "kode.py").write_text("", "utf-8")
    assert next(words) == "Pejl selv er ændret. Stop med Ctrl+C, og start igen."


def test_an_address_in_use_is_told(server, capsys):
    assert serve.main("data", server.server_port) == 1
    assert capsys.readouterr().err == (f"{address(server, '/')} er optaget. Stop det program, der bruger adressen.\n")


def test_a_page_in_a_browser_loads_anew_when_a_file_is_saved(server, chromium):
    words = serve.follow(server, [Path("data")])
    next(words)
    page = chromium.new_page()
    page.goto(address(server, "/pejlemaerker/p1/"))
    assert page.inner_text("h1") == "Job først"
    change()
    next(words)
    page.wait_for_function("() => document.querySelector('h1').innerText === 'Job til alle'")
    page.close()
