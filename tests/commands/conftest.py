import pytest

from generator.commands import main


@pytest.fixture
def pejl(capsys, monkeypatch):
    """Run a command, and give its exit status, its output and what it said of errors."""
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments):
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
