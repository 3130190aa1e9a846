"""What the YAML parser says about a file, and what an editor needs to hear instead."""

MESSAGES = {
    "mapping values are not allowed in this context": (
        "Her står et kolon for meget, eller linjen er rykket forkert ind. "
        "Sæt teksten i anførselstegn, hvis kolonet hører til teksten."
    ),
    "found character that cannot start any token": (
        "En tekst kan ikke begynde med dette tegn. Sæt teksten i anførselstegn."
    ),
    "found unexpected end of stream": "Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med.",
    "could not find expected ':'": "Der mangler et kolon efter feltets navn. Skriv »navn: værdi«.",
    "did not find expected ',' or ']'": "En liste i skarpe parenteser er ikke lukket. Skriv et komma eller ].",
    "did not find expected ',' or '}'": "En krøllet parentes er ikke lukket. Skriv et komma eller }.",
    "did not find expected node content": (
        "En tekst kan ikke begynde med en parentes, der ikke er lukket. Sæt teksten i anførselstegn."
    ),
    "did not find expected '-' indicator": (
        "Linjen hører ikke til listen over den. Begynd den med »- «, eller ryk den på plads."
    ),
    "did not find expected key": (
        "Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
        "og om der står mere tekst efter et afsluttende anførselstegn."
    ),
    "block sequence entries are not allowed in this context": (
        "Et listepunkt skal stå på sin egen linje. Flyt »- « ned på næste linje."
    ),
    "did not find expected comment or line break": (
        "En tekst kan ikke begynde med > eller |. Sæt den i anførselstegn, eller flyt den ned på næste linje."
    ),
    "found unknown escape character": (
        "En omvendt skråstreg betyder noget særligt i dobbelte anførselstegn. Brug enkelte anførselstegn."
    ),
    "found duplicate anchor": "Ankre (&) kan ikke bruges her. Skriv værdien ud.",
    "found undefined alias": "En tekst kan ikke begynde med *. Sæt teksten i anførselstegn.",
    "did not find expected alphabetic or numeric character": (
        "En tekst kan ikke begynde med & eller *. Sæt teksten i anførselstegn."
    ),
    "but found another document": "Filen må kun holde én post. Slet linjen med ---.",
}
OTHERWISE = "Linjen er ikke gyldig YAML. Se efter kolon, anførselstegn og indrykning på linjen og linjen før."

SEEN_LATE = {
    "found unexpected end of stream",
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""What libyaml notices far below the place where the editor must look."""
