import errno

import pytest

from generator.terminal.machine import explained


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "Disken er fuld. Gør plads, og kør det samme igen."),
        (errno.EDQUOT, "Disken er fuld. Gør plads, og kør det samme igen."),
        (
            errno.EACCES,
            "Du har ikke adgang til a/b. Få adgang, eller vælg en anden mappe.",
        ),
        (
            errno.EPERM,
            "Du har ikke adgang til a/b. Få adgang, eller vælg en anden mappe.",
        ),
        (errno.EROFS, "a/b ligger på et drev, der kun kan læses. Vælg en anden mappe."),
        (errno.EBUSY, "a/b er i brug. Luk det program, der bruger den, eller vælg en anden mappe."),
        (errno.ENOTDIR, "a/b kan ikke være en mappe, for en del af stien er en fil. Vælg en anden mappe."),
        (errno.ENAMETOOLONG, "a/b er for langt et navn. Vælg et kortere."),
        (errno.EIO, "Drevet med a/b svarer med fejl. Prøv igen, eller vælg en mappe på et andet drev."),
        (errno.ENOENT, None),
        (None, None),
    ],
)
def test_each_reason_has_its_sentence(number, sentence):
    error = OSError() if number is None else OSError(number, "in English", "a/b")
    assert explained(error) == sentence


def test_a_path_may_be_bytes_or_unknown_or_hold_what_cannot_be_printed():
    assert explained(OSError(errno.EROFS, "", b"a\n\xff")) == (
        "a?? ligger på et drev, der kun kan læses. Vælg en anden mappe."
    )
    assert explained(OSError(errno.EACCES, "")) == "Du har ikke adgang til filen. Få adgang, eller vælg en anden mappe."
    assert explained(OSError(errno.EROFS, "")) == "Filen ligger på et drev, der kun kan læses. Vælg en anden mappe."
