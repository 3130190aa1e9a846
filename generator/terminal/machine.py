"""The machine in the way, where neither the data nor Pejl is at fault: one Danish sentence for each reason."""

from __future__ import annotations

import errno
import os

from generator.base.text import capitalised, printable

_FULL = "Disken er fuld. Gør plads, og kør det samme igen."
_CLOSED = "Du har ikke adgang til {path}. Få adgang, eller vælg en anden mappe."
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: "{path} ligger på et drev, der kun kan læses. Vælg en anden mappe.",
    errno.EBUSY: "{path} er i brug. Luk det program, der bruger den, eller vælg en anden mappe.",
    errno.ENOTDIR: "{path} kan ikke være en mappe, for en del af stien er en fil. Vælg en anden mappe.",
    errno.ENAMETOOLONG: "{path} er for langt et navn. Vælg et kortere.",
    errno.EIO: "Drevet med {path} svarer med fejl. Prøv igen, eller vælg en mappe på et andet drev.",
}


def explained(error: OSError) -> str | None:
    """Say in Danish why the machine refused; None where it is no fault of the machine."""
    sentence = _SENTENCES.get(error.errno or 0)
    if sentence is None:
        return None
    if error.filename is None:
        return capitalised(sentence.format(path="filen"))
    return sentence.format(path=printable(os.fsdecode(error.filename)))
