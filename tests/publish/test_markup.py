from generator.publish.markup import addresses, headings, ids


def test_headings_with_an_id_are_found_with_their_mark_up():
    body = '<h1>Titel</h1><h2 class="h" id="a"><a href="x">A</a> og B</h2><p>Tekst</p><h3>Uden</h3><h3 id="b"> B\n</h3>'
    found = list(headings(body))
    assert [(one.level, one.id, one.title) for one in found] == [(2, "a", '<a href="x">A</a> og B'), (3, "b", "B")]
    assert body[found[0].end : found[1].start] == "<p>Tekst</p><h3>Uden</h3>"


def test_places_and_links_are_found_each_once():
    body = '<p id="a"><a href="x/#y">x</a> <a href="x/#y" id="b">y</a> <img src="z.svg"><b data-src="f.json">'
    assert ids(body) == {"a", "b"}
    assert addresses(body) == ["x/#y", "z.svg", "f.json"]
