import errno
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.terminal.group import Command, CommandGroup, Listed
from generator.terminal.running import run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ending(capsys):
    """Run a command that ends in an error, and give its status and what it said."""

    def call(error):
        @click.command(cls=Command)
        def command():
            raise error

        group = click.Group("pejl", {"fald": command})
        status = run(group, ["fald"])
        said = capsys.readouterr()
        assert said.out == ""
        return status, said.err

    return call


def test_a_bug_of_ours_says_so_below_its_trace(ending):
    status, said = ending(ZeroDivisionError("nul"))
    assert status == 3
    assert said.startswith("Traceback (most recent call last):\n")
    assert said.endswith(
        "ZeroDivisionError: nul\n\nDet er en fejl i Pejl, ikke i dine data. "
        "Opret en sag i projektets kodelager, og sæt teksten ovenfor ind.\n"
    )


def test_an_error_of_the_system_that_is_no_fault_of_the_machine_is_a_bug_of_ours(ending):
    status, said = ending(FileNotFoundError(errno.ENOENT, "No such file", "x"))
    assert (status, said.splitlines()[0]) == (3, "Traceback (most recent call last):")


def test_a_machine_in_the_way_is_one_sentence(ending):
    assert ending(OSError(errno.ENOSPC, "full")) == (4, "Disken er fuld. Gør plads, og kør det samme igen.\n")


def test_a_note_says_what_came_of_it(ending):
    error = OSError(errno.EROFS, "read-only", "ud")
    error.add_note("Intet er skrevet.")
    sentence = "ud ligger på et drev, der kun kan læses. Vælg en anden mappe. Intet er skrevet.\n"
    assert ending(error) == (4, sentence)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError(), click.Abort()])
def test_breaking_off_is_one_word(ending, error):
    assert ending(error) == (130, "\nAfbrudt.\n")


def test_usage_that_nobody_thought_of_is_told_without_english(ending):
    assert ending(click.UsageError("Something in English.")) == (
        2,
        "Kommandoen er skrevet forkert.\nSe hjælpen med: pejl fald --help\n",
    )


def test_a_command_is_found_by_the_list_alone(monkeypatch, capsys, tmp_path):
    (tmp_path / "ny_.py").write_text(
        "import click\nfrom generator.terminal.group import Command\n"
        "@click.command(cls=Command)\ndef command():\n    print('kørt')\n    return 0\n",
        "utf-8",
    )
    (tmp_path / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path.parent)
    group = CommandGroup(tmp_path.name, {"ny": Listed("ny_", "prøv noget nyt")}, "Prøv.")
    assert run(group, ["ny"]) == 0
    assert run(group, ["ny", "--help"]) == 0
    assert capsys.readouterr().out == (
        "kørt\nBrug: pejl ny [VALG]\n\n  Prøv noget nyt.\n\nValg:\n  --help  vis denne hjælp\n"
    )


def test_a_reader_that_has_read_enough_is_no_error():
    code = "import sys; from generator.commands import main; sys.stdin.read(); sys.exit(main(['--help']))"
    command = [sys.executable, "-c", code]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:  # noqa: S603
        process.stdout.close()
        process.stdin.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (130, "")
