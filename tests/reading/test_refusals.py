import pytest
from parsing import lines, said, value

from generator.reading.source import parse


def test_emphasis_and_signs_inside_texts_are_no_marks():
    text = "a: |\n  *kursiv* &c. !vigtigt\nb: x *y* z\nc: '&d'\n"
    assert value(text) == {"a": "*kursiv* &c. !vigtigt\n", "b": "x *y* z", "c": "&d"}


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> ny-tekst"])
@pytest.mark.parametrize("text", ["a: 1\n{}\nb: 2\n", "a: >-\n{}\n  b\n"], ids=["field", "text"])
def test_what_git_leaves_where_two_changes_met_is_refused(text, mark):
    assert said(text.format(mark)) == (
        "x.yml:2:1: fejl: Her har git sat to udgaver efter hinanden. Behold den rigtige, "
        "og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>. [to-udgaver]"
    )


@pytest.mark.parametrize("text", ["a: barriere #3 i rapporten\n", "a: barriere\t#3\n", "a: barriere #3\n  og 4\n"])
def test_text_that_yaml_would_leave_out_is_refused(text):
    assert said(text) == (
        "x.yml:1:13: fejl: »#3« bliver til en note og kommer ikke på siden. Sæt hele teksten i anførselstegn. [note]"
    )


def test_notes_and_signs_inside_texts_are_left_alone():
    text = "#note\na: b # note #3\n  #note\nc: 'nr. #3'\nd: nr.#3\ne: >-\n  nr. #3\nf: g #\n"
    assert value(text) == {"a": "b", "c": "nr. #3", "d": "nr.#3", "e": "nr. #3", "f": "g"}


STAIRS = "a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 400))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 20_000, "[{a: " * 6000, STAIRS],
    ids=["lists", "mappings", "items", "keys", "mixed", "stairs"],
)
def test_what_is_nested_without_end_is_refused_without_using_up_the_stack(text):
    assert said(text) == (
        "x.yml:1:1: fejl: Filen har alt for mange lister og felter inden i hinanden. "
        "Se en anden fil i mappen, og skriv den om. [yaml]"
    )


def test_a_long_flat_file_is_not_taken_for_a_deep_one():
    assert len(value("- [1]\n" * 20_000)) == 20_000


def test_each_step_of_nesting_counts_and_what_is_closed_does_not():
    flat = "x: 'lang'\n" * 1000
    assert value(f"a: {'[' * 198}{']' * 198}\nb: |\n  {flat.replace(chr(10), chr(10) + '  ')}\n")
    assert said(f"a: {'[' * 200}{']' * 200}\nb: |\n  {flat.replace(chr(10), chr(10) + '  ')}\n").endswith(" [yaml]")
    assert len(value("- {a: [1], b: {c: 2}}\n" * 1000)) == 1000


@pytest.mark.parametrize("text", ['{"a":&x 1}', '{"a":&x 1, "b":*x}', '{"a":!!str 1}', "[?&x a]"])
def test_a_mark_right_behind_a_colon_is_refused(text):
    assert said(text).rpartition(" ")[2] in ("[anker]", "[typemærke]")


def test_a_file_of_more_parts_than_can_be_read_is_refused():
    message = (
        "Filen har over 300.000 felter og punkter, og ingen post har så mange. Slet det, der ikke hører til i den."
    )
    assert said("- 1\n" * 400_000) == f"x.yml:1:1: fejl: {message} [fil]"


@pytest.mark.parametrize("code", ["0", "a", "b", "e", "f", "v", "N", "L", "P"])
def test_a_short_code_for_a_sign_that_nobody_sees_is_refused(code):
    assert said(f'a: 1\nb: "c\\{code}"\n') == (
        f"x.yml:2:6: fejl: Tegnkoden \\{code} kan ikke bruges her. Skriv selve tegnet. [tegnkode]"
    )


def test_a_stroke_that_is_no_code_is_left_alone():
    assert value("a: C:\\bilag\nb: 'C:\\afsnit'\nc: \"linje\\nto\"\n") == {
        "a": "C:\\bilag",
        "b": "C:\\afsnit",
        "c": "linje\nto",
    }


def test_of_many_alike_the_first_are_told_and_that_there_are_more():
    _, problems = parse("".join(f"a{n}: b #c\n" for n in range(40)), "x.yml")
    message = "»#c« bliver til en note og kommer ikke på siden. Sæt hele teksten i anførselstegn."
    assert len(problems) == 6
    assert lines(problems)[0] == f"x.yml:1:7: fejl: {message} [note]"
    assert lines(problems)[5] == f"x.yml:6:7: fejl: {message} Det samme gælder andre steder i filen. [note]"


@pytest.mark.parametrize(("times", "where"), [(2, "et andet sted"), (30, "29 andre steder")])
def test_an_anchor_and_all_that_refer_to_it_are_one_mistake(times, where):
    text = "a: &maal b\n" + "".join(f"a{n}: *maal\n" for n in range(times - 1))
    assert lines(parse(text, "x.yml")[1]) == [
        (
            "x.yml:1:4: fejl: Ankeret &maal kan ikke bruges her. Skriv værdien ud, eller sæt teksten i "
            f"anførselstegn. Det samme gælder {where} i filen. [anker]"
        )
    ]


def test_what_stands_in_words_quotation_marks_is_not_quoted():
    assert lines(parse("titel: “Sag #12 og mere”\n", "x.yml")[1]) == [
        (
            "x.yml:1:13: fejl: Tegnet “ er ikke et anførselstegn for programmet, så teksten er ikke sat i "
            'anførselstegn. Sæt den i lige anførselstegn: "…". [note]'
        )
    ]
