from generator.publish.rail import railed

HEAD = "<h1>Side</h1>\n<p>Fakta</p>\n"


def test_the_sections_of_a_page_are_listed_between_what_is_above_them_and_the_text():
    body = f'{HEAD}<h2 id="a">Det <a href="/x/">første</a></h2>\n<p>1</p>\n<h3 id="c">Under</h3>\n<h2 id="b">Andet</h2>'
    assert railed(body) == (
        '<h1>Side</h1>\n<p>Fakta</p>\n<div class="railed">\n'
        '<nav class="rail" id="paa-denne-side" aria-label="På denne side">'
        '<p class="rail-head" aria-hidden="true">På denne side</p>'
        '<ul><li><a href="#a">Det første</a></li><li><a href="#b">Andet</a></li></ul></nav>\n'
        '<div class="text">\n<h2 id="a">Det <a href="/x/">første</a></h2>\n<p>1</p>\n<h3 id="c">Under</h3>\n'
        '<h2 id="b">Andet</h2>\n</div>\n</div>'
    )


def test_a_section_says_how_it_stands():
    body = f'{HEAD}<h2 id="a" data-state="2 af 3">A</h2><h2 data-state="mangler" id="b">B</h2>'
    assert '<li><a href="#a">A</a> <span class="rail-state">2 af 3</span></li>' in railed(body)
    assert '<li><a href="#b">B</a> <span class="rail-state">mangler</span></li>' in railed(body)


def test_a_long_heading_may_have_a_short_name_there():
    body = f'{HEAD}<h2 id="a" data-state="2" data-short="Svar">Det blev der svaret</h2><h2 id="b">B</h2>'
    assert '<li><a href="#a">Svar</a> <span class="rail-state">2</span></li>' in railed(body)
    assert ">Det blev der svaret</h2>" in railed(body)


def test_what_a_heading_says_of_itself_is_never_taken_from_its_words():
    body = f'{HEAD}<h2 id="a"><b data-state="x">A</b></h2><h2 id="b">B</h2>'
    assert "rail-state" not in railed(body)


def test_a_page_of_one_section_needs_no_list():
    body = f'{HEAD}<h2 id="a">A</h2><p>1</p><h2>Uden adresse</h2>'
    assert railed(body) == body


def test_letters_need_no_row_each():
    letters = f'{HEAD}<h2 id="a">A</h2><h2 id="oe">Ø</h2>'
    assert '<nav class="rail letters" id="paa-denne-side" aria-label="På denne side">' in railed(letters)
    assert '<nav class="rail" ' in railed(letters + '<h2 id="c">Mere</h2>')


def test_tools_stand_below_the_list_and_the_page_may_say_where_it_goes():
    body = f'{HEAD}<!-- rail -->\n<section><h2 id="a">A</h2></section><section><h2 id="b">B</h2></section>'
    shown = railed(body, "<p>Print</p>")
    assert "</ul><p>Print</p></nav>" in shown
    assert '<div class="text">\n<section><h2 id="a">A</h2></section><section>' in shown


ROWS = '<tr id="fra-a" data-part="fra A"><td>1</td></tr><tr><td>2</td></tr><tr id="fra-c" data-part="fra C"></tr>'


def test_rows_of_a_long_list_stand_below_its_line():
    body = f'{HEAD}<h2 id="a">A</h2><table>{ROWS}</table><h2 id="b">B</h2><li id="d" data-part="fra D">4</li>'
    assert (
        '<ul><li><a href="#a">A</a><ul class="rail-parts"><li><a href="#fra-a">fra A</a></li>'
        '<li><a href="#fra-c">fra C</a></li></ul></li><li><a href="#b">B</a>'
        '<ul class="rail-parts"><li><a href="#d">fra D</a></li></ul></li></ul>'
    ) in railed(body)


def test_one_long_list_without_a_heading_is_listed_where_the_page_says():
    body = f"{HEAD}<!-- contents -->\n<table>{ROWS}</table>"
    assert railed(body) == (
        f'{HEAD.strip()}\n<nav class="rail" id="paa-denne-side" aria-label="På denne side">'
        '<p class="rail-head" aria-hidden="true">På denne side</p>'
        '<ul><li><a href="#fra-a">fra A</a></li><li><a href="#fra-c">fra C</a></li></ul></nav>\n'
        f"<table>{ROWS}</table>"
    )
    assert railed(f"{HEAD}<!-- contents -->\n<p>Kort</p>") == f"{HEAD}\n<p>Kort</p>"


def test_rows_by_letter_need_no_line_each():
    rows = '<li id="x-a" data-part="A">1</li><li id="x-oe" data-part="Ø">2</li>'
    assert '<nav class="rail letters" ' in railed(f"{HEAD}<!-- contents --><ul>{rows}</ul>")


def test_a_long_row_of_letters_may_end_with_a_section_of_another_kind():
    letters = "".join(f'<h2 id="{letter}">{letter.upper()}</h2>' for letter in "abc")
    last = '<h2 id="andet">Andet</h2>'
    assert '<nav class="rail letters" ' in railed(f"{HEAD}{letters}{last}")
    assert '<nav class="rail" ' in railed(f"{HEAD}{letters}{last}{last}")
