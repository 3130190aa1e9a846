"""The files that machines look for at a name they know."""

import datetime as dt

import pytest

from generator.publish.wellknown import well_known

TODAY = dt.date(2027, 1, 15)


def files(site, **changes):
    return {asset.path: asset.content for asset in well_known(site.model_copy(update=changes), TODAY)}


def test_without_address_or_contact_there_is_one_file(town):
    assert files(town.site) == {"robots.txt": "User-agent: *\nDisallow:\n"}


@pytest.mark.parametrize("address", ["https://x.example", "https://x.example/plan/"])
def test_the_map_of_the_site_is_named_by_its_whole_address(town, address):
    told = f"User-agent: *\nDisallow:\n\nSitemap: {address.rstrip('/')}/sitemap.xml\n"
    assert files(town.site, address=address) == {"robots.txt": told}


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("sikkerhed@x.example", "mailto:sikkerhed@x.example"),
        ("https://x.example/sikkerhed", "https://x.example/sikkerhed"),
    ],
)
def test_a_security_contact_is_right_for_less_than_a_year_from_the_build(town, contact, told):
    assert files(town.site, security=contact)[".well-known/security.txt"] == (
        f"Contact: {told}\nExpires: 2028-01-10T00:00:00Z\nPreferred-Languages: da, en\n"
    )


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://x.example/", ["Canonical: https://x.example/.well-known/security.txt"]),
        ("https://x.example/plan", []),
    ],
)
def test_only_at_the_top_of_a_host_does_the_file_say_where_it_stands(town, address, canonical):
    told = files(town.site, security="sikkerhed@x.example", address=address)[".well-known/security.txt"].splitlines()
    assert told[3:] == canonical
