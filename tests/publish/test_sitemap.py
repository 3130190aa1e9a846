from lxml import etree

from generator.publish.sitemap import sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_pages_are_listed_in_order_with_the_days_that_are_known():
    made = sitemap([("https://x.example/b/?a=1&b=2", ""), ("https://x.example/a/", "2027-01-15")])
    assert made == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://x.example/a/</loc><lastmod>2027-01-15</lastmod></url>\n"
        "<url><loc>https://x.example/b/?a=1&amp;b=2</loc></url>\n"
        "</urlset>\n"
    )
    found = etree.fromstring(made.encode()).findall("s:url/s:loc", NAMES)
    assert [address.text for address in found] == ["https://x.example/a/", "https://x.example/b/?a=1&b=2"]
