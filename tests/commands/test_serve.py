import pytest

from generator.commands import serve


def test_the_site_is_served_from_the_data_that_were_asked_for(project, pejl, monkeypatch):
    data, seen = project(), []
    monkeypatch.setattr(serve.platform, "serve", lambda folder: seen.append(folder) or 0)
    assert pejl("serve", "--data", data) == (0, "", "")
    assert seen == [data]


@pytest.mark.parametrize("status", [0, 1])
def test_serve_ends_as_the_server_did(pejl, monkeypatch, status):
    monkeypatch.setattr(serve.platform, "serve", lambda _: status)
    assert pejl("serve") == (status, "", "")


def test_breaking_off_is_how_serving_ends(pejl, monkeypatch):
    def broken_off(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(serve.platform, "serve", broken_off)
    assert pejl("serve") == (0, "", "")
