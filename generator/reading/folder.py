"""The files of a data folder as they lie there, whatever else lies beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from generator.base.text import as_id, natural_key, printable

SITE = "site.yml"
GONE = "gone.yml"
"""What is no longer where it was; a plan from which nothing is gone needs no such file."""
CONSULTATION = "consultation.yml"
"""The file of a consultation, in a folder of its own with the letters."""

_RESERVED = re.compile(r"(?:aux|con|nul|prn|com[0-9]|lpt[0-9])\Z")
"""Names that Windows keeps for itself: with such a file in the repository, nobody can check it out there."""


def is_there(path: str) -> bool:
    """Tell whether there is a file, or a link that leads nowhere."""
    return os.path.lexists(path)


def is_folder(path: str) -> bool:
    """Tell whether a path is a folder; unlike Path.is_dir it is no error to lack access."""
    return os.path.isdir(path)  # noqa: PTH112


def written(path: str) -> bytes:
    """Give what is written in a file.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  a Path for each of thousands of files is slow
        return file.read()


def visible(folder: str) -> list[str]:
    """List the paths in a folder, p2 before p10, but for hidden files, which systems and editors leave behind.

    Raises:
        OSError: the folder cannot be read.
    """
    names = [name for name in os.listdir(folder) if not name.startswith(".")]  # noqa: PTH208
    return [os.path.join(folder, name) for name in sorted(sorted(names), key=_place)]  # noqa: PTH118


def _place(name: str) -> list[str | int]:
    return natural_key(name.removesuffix(".yml"))


def files_below(folder: str) -> Iterator[str]:
    """Yield every file in a folder and those inside it, and every link to a folder; hidden ones are left out."""
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if os.path.islink(os.path.join(path, name))]  # noqa: PTH114, PTH118
        for name in sorted([*names, *links]):
            if not name.startswith("."):
                yield os.path.join(path, name)  # noqa: PTH118  a Path for each of thousands of files is slow


def leads_out(path: str, folder: str) -> bool:
    """Tell whether a path is a link to something outside a folder."""
    if not os.path.islink(path):  # noqa: PTH114
        return False
    home = os.path.realpath(folder)
    return os.path.commonpath([home, os.path.realpath(path)]) != home


def shown_name(path: str) -> str:
    """Give the name of a file as it can be printed, whatever bytes and signs it is made of."""
    return printable(path.replace(os.sep, "/").removeprefix("./"))


def stem(path: str) -> str:
    """Give the name of a file without folder and ending, or the name of a folder."""
    name = os.path.basename(path)  # noqa: PTH119
    return name.removesuffix(".yml")


def is_reserved(name: str) -> bool:
    """Tell whether Windows keeps a name for itself."""
    return _RESERVED.match(name) is not None


def can_be_named(name: str) -> bool:
    """Tell whether a name of a file or folder can be an id."""
    return as_id(name) == name and not is_reserved(name)
