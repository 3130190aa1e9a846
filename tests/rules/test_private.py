"""What is private is found however it is spelled, and only that; what only looks so is allowed by a note."""

import pytest
from effort import growth
from sample import LETTER, changed

from generator.rules.private import KINDS


def found_in(text):
    return [(kind.rule.value, text[start:end]) for kind in KINDS for start, end in kind.find(text)]


@pytest.mark.parametrize(
    "number",
    [
        "24.12.88-4321",
        "24-12-88-4321",
        "24/12/88-4321",
        "24 12 88 4321",
        "24.12.1988-4321",
        "241288–4321",
        "241288 - 4321",
        "241288.4321",
        "241288-\n    4321",
        "24\u00a012\u00a088\u00a04321",
    ],
)
def test_a_cpr_number_is_found_however_it_is_grouped(number):
    assert found_in(f"Født {number}, siger brevet.") == [("cpr", number)]


@pytest.mark.parametrize("lead", ["cpr.", "CPR:", "cpr-nr. ", "Cpr-nummer: ", "CPR nr.: "])
def test_behind_its_name_ten_digits_are_a_cpr_number_even_if_they_are_no_day(lead):
    assert found_in(f"{lead}992288-4321 og mere") == [("cpr", "992288-4321")]


@pytest.mark.parametrize(
    "number",
    [
        "31-45-67-89",
        "31.45.67.89",
        "(+45) 31 45 67 89",
        "+45-31-45-67-89",
        "+45 3145 6789",
        "0045-31456789",
        "+46 70 987 65 43",
        "mobil: 31-45-67-89",
        "mob. 3145 6789",
        "tlf.nr. 31 456 789",
        "Tel: 31456789",
        "sms til 31456789",
        "ring til mig på 31456789",
    ],
)
def test_a_phone_number_is_found_however_it_is_grouped(number):
    assert found_in(f"Skriv, eller {number}.") == [("telefon", number)]


@pytest.mark.parametrize(
    "address",
    [
        "kim@post.example",
        "kim (at) post.example",
        "kim[at]post[dot]example",
        "kim snabel-a post.example",
        "kim @ post.dk",
    ],
)
def test_an_e_mail_address_is_found_however_its_sign_is_written(address):
    assert found_in(f"Skriv til {address}, tak.") == [("e-mail", address)]


@pytest.mark.parametrize(
    "address", ["Møllevej 3", "Nygade 117 C", "Nørre Allé 20", "Skt. Hans Gade 9", "Birkeparken 41"]
)
def test_a_street_with_a_house_number_is_found(address):
    (hit,) = found_in(f"Vi mødes på {address}, som vi plejer.")
    assert hit[0] == "husnummer"
    assert address.endswith(hit[1])


@pytest.mark.parametrize(
    "text",
    [
        "Fra 01.01.2020 til 31.12.2020",
        "Den 01.01.2020 2400 borgere",
        "Perioden 01.01.20-31.12.20",
        "Sag 24.12.88-K1-4321",
        "I 2018-2021 og 2019-2022",
        "Alle 44 pejlemærker på vej 3 år endnu",
        "Ringgade 5 procent",
        "En mobiltelefon fra 2020 og 2021",
        "Mødet er kl. 12.30.45.10",
        "§ 12.34.56",
        "Kommunen @ Facebook",
        "kl. 9 (at læse)",
    ],
)
def test_what_only_looks_private_is_left_alone(text):
    assert found_in(text) == []


@pytest.mark.parametrize("field", ["date: 2025-11-21", 'seen: "31456789"', "date: 2025-11-21\n  date: 2025-12-24"])
def test_a_field_of_eight_digits_is_no_phone_number_and_hides_none(field):
    assert found_in(f"{field}\n") == []
    assert found_in(f"{field}\ntext: Ring 31456789\n") == [("telefon", "Ring 31456789")]
    assert found_in(f"text: 31-45-67-89\n{field}\n") == [("telefon", "31-45-67-89")]


@pytest.mark.parametrize("number", ["31 45 67 89", "31-45-67-89", "31.45.67.89", "+4531456789", "+45 2025-11-21"])
def test_a_phone_number_is_found_in_the_field_of_a_day(number):
    assert found_in(f"date: {number}\n") == [("telefon", number)]


@pytest.mark.parametrize(
    "address", ["Nygade\u00a03", "Nørre Allé\u00a012 A", "på Kirketorv 7, »bag« kirken…", "Østerparken 9 — 2. sal"]
)
def test_a_street_is_found_whatever_signs_stand_around_it(address):
    assert [rule for rule, _ in found_in(f"“Vi” mødes {address}")] == ["husnummer"]


def letter(text, note=""):
    return {LETTER: note + changed(LETTER, ("text: Hvad betyder planen?", f"text: '{text}'"))[LETTER]}


NUMBER = "Rådhuset har nummer 31 45 67 89."


@pytest.mark.parametrize(
    "note",
    [
        '# tilladt "31 45 67 89": Det er rådhusets hovednummer.\n',
        "# Tilladt '31456789': Det er rådhusets hovednummer.\n",
        "#tilladt »31 45 67 89« Det er rådhusets hovednummer.\n",
    ],
)
def test_a_note_allows_one_thing_and_says_why(found, note):
    assert found(letter(NUMBER, note)) == []
    (line,) = found(letter(f"{NUMBER} Kaj har 41 45 67 89.", note))
    assert line.endswith("[telefon]")


def test_a_note_without_a_reason_allows_nothing(found):
    lines = found(letter(NUMBER, '# tilladt "31 45 67 89": ja\n'))
    assert [line.rpartition(" ")[2] for line in lines] == ["[tilladt]", "[telefon]"]


def test_a_note_allows_a_number_that_is_no_cpr_number_and_a_street_where_nobody_lives(found):
    notes = '# tilladt "240288-4321": Det er et sagsnummer.\n# tilladt "Nygade 2": Det er biblioteket.\n'
    assert found(letter("Sag 240288-4321 på biblioteket i Nygade 2.", notes)) == []


def test_the_sites_own_contact_is_no_place_for_a_cpr_number(found):
    (line,) = found(changed("site.yml", ("respond: Skriv et brev", "respond: Skriv til 240288-4321, et brev")))
    assert line.startswith("data/site.yml:7:20: fejl: Her står noget, der ligner et CPR-nummer.")


@pytest.mark.parametrize(
    "part", ["24 12 88 ", "a@a.a", "tlf ", "mobil: 31-", "Nygade ", "cpr ", "+45 ", "a [at] ", '# tilladt "']
)
def test_looking_takes_time_that_grows_with_the_text(part):
    assert growth(lambda times: found_in(part * times), 2_000) < 10
