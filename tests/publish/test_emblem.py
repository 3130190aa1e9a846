"""The site's sign: icons and the picture of a shared page, drawn without a browser."""

import struct

import pytest

from generator.model import Logo
from generator.publish.emblem import drawing
from generator.publish.emblem.files import ICONS, icons, picture, sign

PNG = b"\x89PNG\r\n\x1a\n"


def placed(site, address="https://x.example"):
    return site.model_copy(update={"address": address})


def size(content: bytes) -> tuple[int, int]:
    """Read how wide and high a PNG is."""
    assert content.startswith(PNG)
    return struct.unpack(">II", content[16:24])


def test_without_a_logo_the_sign_is_a_shield_on_the_colour(town):
    found = {asset.path: asset for asset in icons(town.site, None)}
    assert found["favicon.svg"].content == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="10" '
        'fill="#12436d"/><path fill="#fff" d="M16 11h32v27L32 54 16 38z"/></svg>'
    )


def test_a_logo_stands_on_the_municipalitys_own_colour(other):
    drawn = {asset.path: asset for asset in icons(other.site, other.logo)}["favicon.svg"].content
    assert 'rx="10" fill="#5b2333"/><image x="8" y="8" width="48" height="48" href="data:image/svg+xml;base64,' in drawn


def test_an_icon_is_there_for_tabs_and_for_a_telephone(other):
    found = {asset.path: asset.data for asset in icons(other.site, other.logo)}
    assert tuple(found) == ICONS
    assert size(found["apple-touch-icon.png"]) == (180, 180)
    reserved, kind, count = struct.unpack("<HHH", found["favicon.ico"][:6])
    assert (reserved, kind, count) == (0, 1, 3)
    for place, side in enumerate((16, 32, 48)):
        entry = struct.unpack("<BBBBHHII", found["favicon.ico"][6 + 16 * place : 22 + 16 * place])
        assert entry[:6] == (side, side, 0, 0, 1, 32)
        length, start = entry[6:]
        assert size(found["favicon.ico"][start : start + length]) == (side, side)
    assert start + length == len(found["favicon.ico"])


def test_only_a_site_with_an_address_has_a_picture_to_share(town):
    assert [asset.path for asset in sign(town.site, None)] == list(ICONS)
    *_, last = sign(placed(town.site), None)
    assert last == picture(placed(town.site), None)
    assert last.path.startswith("assets/deling.")


@pytest.mark.parametrize(
    "title", ["Pejl", "Arbejdsmarkedsuddannelsesudvalgets plan " * 40, '#read("/etc/passwd") [*', "计划"]
)
def test_the_picture_has_its_size_whatever_the_site_is_called(title):
    drawn = drawing.picture(drawing.sign("#12436d", None), "#12436d", title, "Eksempelby Kommune")
    assert size(drawn) == (1200, 630)


def test_the_picture_follows_name_colour_and_logo(town, other):
    renamed = other.site.model_copy(update={"title": "Omsorg"})
    recoloured = other.site.model_copy(update={"colour": "#123456"})
    png = Logo("logo.png", {asset.path: asset.data for asset in icons(town.site, None)}["apple-touch-icon.png"])
    made = [
        (other.site, other.logo),
        (renamed, other.logo),
        (recoloured, other.logo),
        (other.site, None),
        (other.site, png),
    ]
    assert len({picture(*each).path for each in made}) == len(made)
    assert picture(*made[0]) == picture(*made[0])


@pytest.mark.parametrize("logo", [Logo("logo.svg", b"<svg"), Logo("logo.png", PNG)])
def test_a_logo_that_cannot_be_drawn_gives_way_to_the_shield(town, logo):
    found = {asset.path: asset.data for asset in icons(town.site, logo)}
    shield = {asset.path: asset.data for asset in icons(town.site, None)}
    assert size(found["apple-touch-icon.png"]) == (180, 180)
    assert found == shield
