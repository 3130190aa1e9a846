import pytest

from generator.commands import serve


def test_the_site_is_served_from_the_data_that_were_asked_for(project, pejl, monkeypatch):
    data, seen = project(), []
    monkeypatch.setattr(serve.platform, "serve", lambda folder, settings: seen.append((folder, settings)) or 0)
    assert pejl("serve", "--data", data) == (0, "", "")
    assert seen == [(data, {})]


def test_the_pages_of_another_municipality_are_told(project, pejl, monkeypatch, tmp_path):
    seen = []
    monkeypatch.setattr(serve.platform, "serve", lambda _, settings: seen.append(settings) or 0)
    data, other = project(), tmp_path / "nabo/content"
    other.mkdir(parents=True)
    assert pejl("serve", "--data", data, "--content", other) == (0, "", "")
    assert seen == [{"PEJL_CONTENT": str(other)}]
    (tmp_path / "content").mkdir()
    told = f"Bemærk: Ved siden af {data} ligger der andre sider end dem i {other}.\n"
    assert pejl("serve", "--data", data, "--content", other) == (0, "", told)
    (tmp_path / "nabo/data").mkdir()
    told = f"Bemærk: Siderne i {other} ligger ved siden af andre data end {data}.\n"
    assert pejl("serve", "--data", data, "--content", other) == (0, "", told)
    assert pejl("serve", "--data", data, "--content", tmp_path / "content") == (0, "", "")


@pytest.mark.parametrize("status", [0, 1])
def test_serve_ends_as_the_server_did(pejl, monkeypatch, status):
    monkeypatch.setattr(serve.platform, "serve", lambda *_: status)
    assert pejl("serve") == (status, "", "")


def test_breaking_off_is_how_serving_ends(pejl, monkeypatch):
    def broken_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(serve.platform, "serve", broken_off)
    assert pejl("serve") == (0, "", "")
