"""The municipality's logo: a small picture in which nothing can run."""

import pytest

from generator.reading.loading import load

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def found(data):
    return [str(problem).replace(f"{data}/", "data/") for problem in load(data).problems]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", SVG.format('<path d="M0 0h1v1z"/>').encode()),
        ("logo.svg", SVG.format('<g id="a"/><use href="#a"/>').encode()),
        ("logo.svg", b'<?xml version="1.0"?>\n<!-- Tegnet af byen -->\n' + SVG.format("").encode()),
        ("logo.png", PNG),
    ],
)
def test_a_picture_is_taken_as_it_is(project, name, content):
    data = project()
    (data / name).write_bytes(content)
    assert found(data) == []
    assert (load(data).plan.logo.name, load(data).plan.logo.data) == (name, content)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "<script"),
        ('<path onload="alert(1)"/>', "onload="),
        ('<a href="javascript:alert(1)"/>', 'href="j'),
        ('<image href="https://andre.example/x.png"/>', 'href="h'),
        ("<style>@import 'https://andre.example'</style>", "@import"),
        ("<foreignObject/>", "<foreignObject"),
        ('<path style="fill:url(https://andre.example)"/>', "url(h"),
    ],
)
def test_a_drawing_that_can_run_or_fetch_something_is_refused(project, inside, what):
    data = project()
    (data / "logo.svg").write_text(SVG.format(inside), "utf-8")
    fix = "Det kan køre eller hente noget. Gem tegningen uden det. [logo]"
    assert found(data) == [f"data/logo.svg:1:1: fejl: Logoet indeholder »{what}«. {fix}"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("logo.png", b"GIF89a", "Filen er ikke et billede i formatet PNG. Gem det som PNG."),
        ("logo.svg", b"<html></html>", "Filen er ikke en tegning i formatet SVG. Gem den som SVG."),
        ("logo.svg", SVG.format(" " * 100_000).encode(), "Logoet fylder mere end 100 kB. Læg et mindre."),
    ],
)
def test_another_file_is_refused_with_the_way_on(project, name, content, message):
    data = project()
    (data / name).write_bytes(content)
    assert found(data) == [f"data/{name}:1:1: fejl: {message} [logo]"]


def test_there_is_only_one_logo(project):
    data = project()
    (data / "logo.svg").write_text(SVG.format(""), "utf-8")
    (data / "logo.png").write_bytes(PNG)
    assert found(data) == ["data/logo.svg:1:1: fejl: Der er to logoer. Slet det ene. [logo]"]
