import jinja2
import pytest
from jinja2.bccache import Bucket

from generator.base.compiled import compiled


@pytest.fixture
def bucket():
    return Bucket(jinja2.Environment(autoescape=True), "a" * 40, "checksum")


def environment(text):
    return jinja2.Environment(loader=jinja2.DictLoader({"a": text}), autoescape=True, bytecode_cache=compiled())


def test_a_template_is_compiled_anew_only_when_its_text_is_another(monkeypatch, tmp_path):
    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: str(tmp_path))
    assert environment("{{ 1 + 1 }}").get_template("a").render() == "2"
    again = environment("{{ 1 + 1 }}")
    monkeypatch.setattr(again, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert again.get_template("a").render() == "2"
    assert environment("{{ 1 + 2 }}").get_template("a").render() == "3"


def test_a_closed_or_full_folder_only_costs_time(monkeypatch, tmp_path, bucket):
    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: str(tmp_path / "gone"))
    compiled().dump_bytecode(bucket)


def test_without_a_safe_place_nothing_is_kept(monkeypatch):
    def refuse(_):
        raise RuntimeError

    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "_get_default_cache_dir", refuse)
    assert compiled() is None
