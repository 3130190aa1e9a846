"""Rules on what is no longer where it was: an old address is free, and it leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import did_you_mean
from generator.model.references import Place
from generator.reading.loaded import Origin
from generator.reading.places import addresses
from generator.rules.scope import Scope


def old_address(scope: Scope) -> Iterator[Problem]:
    """An address that is said to be gone is used by nothing, and is named once."""
    gone, used = scope.loaded.gone, _used(scope)
    told: set[str] = set()
    lines: list[tuple[str, Place]] = [
        *((line.from_, ("moved", index, "from")) for index, line in enumerate(gone.moved)),
        *((line.address, ("deleted", index, "address")) for index, line in enumerate(gone.deleted)),
    ]
    for address, place in lines:
        if address in used:
            message = f"»{address}« er i brug på siden. Ret adressen, eller slet linjen."
            yield Problem(_origin(scope).locate(*place), message, Rule.ADDRESS)
        elif address in told:
            message = f"»{address}« står her allerede. Slet den ene linje."
            yield Problem(_origin(scope).locate(*place), message, Rule.ADDRESS)
        told.add(address)


def new_address(scope: Scope) -> Iterator[Problem]:
    """What has moved leads to something, if need be in several steps, and never round in a ring."""
    gone = scope.loaded.gone
    if not gone.moved:
        return
    known = _used(scope) | {line.address for line in gone.deleted}
    old = {line.from_ for line in gone.moved}
    for index, move in enumerate(gone.moved):
        place = _origin(scope).locate("moved", index, "to")
        if gone.destinations[move.from_] in old:
            message = f"»{move.from_}« fører tilbage til sig selv. Skriv den adresse, hvor det står nu."
            yield Problem(place, message, Rule.ADDRESS)
        elif move.to not in known | old:
            yield Problem(place, f"»{move.to}« findes ikke på siden. {_near(move.to, known)}", Rule.ADDRESS)


def withheld_address(scope: Scope) -> Iterator[Problem]:
    """Words are taken away from something that is there."""
    withheld = scope.loaded.gone.withheld
    known = _used(scope) if withheld else set()
    for index, line in enumerate(withheld):
        if line.address not in known:
            place = _origin(scope).locate("withheld", index, "address")
            yield Problem(place, f"»{line.address}« findes ikke på siden. {_near(line.address, known)}", Rule.ADDRESS)


def _used(scope: Scope) -> set[str]:
    gone = scope.loaded.gone
    return addresses(scope.loaded.records) if gone.moved or gone.deleted or gone.withheld else set()


def _origin(scope: Scope) -> Origin:
    return scope.loaded.origin(scope.loaded.gone)


def _near(address: str, known: set[str]) -> str:
    """Suggest the address that was meant among those of the same section; a whole site's are too many to name."""
    section = address.partition("/")[0]
    alike = {other for other in known if other.partition("/")[0] == section}
    hint = did_you_mean(address, alike)
    return hint if hint.startswith("Mente") else "Find den i browserens adresselinje."
