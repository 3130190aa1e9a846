import json

from generator.publish.searching import search_index

PAGE = """<div class="pejl">
<h1>Job &amp; løn</h1>
<p class="lead">Flere i <a href="x/">job</a>.</p>
<svg data-search-exclude><text>72</text></svg>
<h2 id="tal">Tallene</h2>
<table class="numbers" data-search-exclude><tr><td>2.550</td></tr></table>
<ul class="plain">
<li>Steg med 3&nbsp;% &#34;i år&#34; &lt;b&gt;</li>
</ul>
<h3>Uden sted</h3>
<p>Mere.</p>
</div>"""


def entries(*pages):
    return json.loads(b"".join(search_index(pages)))["docs"]


def test_a_page_is_cut_at_its_headings_and_keeps_only_what_a_hit_shows():
    assert entries(("maal/m1/", "Mål 1: Job", PAGE)) == [
        {"location": "maal/m1/", "title": "Mål 1: Job", "text": "Job &amp; løn <p>Flere i job.</p>"},
        {
            "location": "maal/m1/#tal",
            "title": "Tallene",
            "text": '<ul> <li>Steg med 3 % "i år" &lt;b&gt;</li> </ul> Uden sted <p>Mere.</p>',
        },
    ]


def test_a_top_heading_with_an_id_is_the_title_of_the_page():
    body = '<h1 id="om">Om <code>pejl</code></h1>\n<p>Kort.</p>\n<h2 id="mere">Mere</h2>'
    assert entries(("om/", "Om siden", body)) == [
        {"location": "om/", "title": "Om <code>pejl</code>", "text": "<p>Kort.</p>"},
        {"location": "om/#mere", "title": "Mere", "text": ""},
    ]


def test_the_index_tells_material_how_to_cut_words():
    config = json.loads(b"".join(search_index([])))["config"]
    assert (config["lang"], config["separator"], config["pipeline"]) == (["da"], r"[\s\-]+", ["trimmer"])
