"""Danish words and sentences, and the voice that puts them together.

Everything is ordinary Danish of the kind that municipal plans and letters are written in, with the compounds that make
search and hyphenation hard (`borgerinddragelsen`, `ledsageordningen`). Nothing in it is about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(item.split()) for item in text.split(";"))


GROUPS = _listed("""
    unge; borgere med handicap; ledige; sygemeldte; forældre; flygtninge; ordblinde; seniorer; enlige forsørgere;
    nyuddannede; fleksjobbere; kontanthjælpsmodtagere; aktivitetsparate; jobparate; kørestolsbrugere; svagsynede;
    hørehæmmede; pårørende; frivillige; mentorer; lærlinge; elever; studerende; førtidspensionister; borgere med
    autisme; borgere med ADHD; borgere med hjerneskade; psykisk sårbare; udsatte familier; ufaglærte; virksomheder;
    arbejdsgivere; sagsbehandlere; jobkonsulenter; hjemløse; indvandrere; plejehjemsbeboere; børnefamilier;
    kræftramte; langtidsledige; ægtefæller; selvstændige; deltidsansatte; nytilflyttere; skolebørn
""")
OFFERS = _listed("""
    ledsageordningen; mentorordningen; kontaktforløbet; jobafklaringsforløbet; ressourceforløbet;
    borgerinddragelsen; borgerdialogen; uddannelsesvejledningen; virksomhedspraktikken; løntilskuddet;
    fleksjobordningen; hjælpemiddeldepotet; handicapkørslen; bostøtten; støttekontaktordningen; isbryderordningen;
    seniorjobordningen; voksenlærlingeordningen; jobrotationen; opkvalificeringen; sprogundervisningen;
    danskuddannelsen; brobygningen; overgangsvejledningen; helhedsplanen; handleplanen; rehabiliteringsteamet;
    visitationen; sagsbehandlingen; tilgængelighedspuljen; netværksgruppen; værestedet; aktivitetshuset; jobcaféen;
    frivilligcentret; botræningen; misbrugsbehandlingen; sundhedstjekket; genoptræningen; ungeindsatsen;
    fritidsjobindsatsen; skolefraværsindsatsen; tolkeordningen; hjælperordningen; merudgiftsydelsen;
    boligplaceringen; jobformidlingen; borgerrådgivningen; brugerundersøgelsen; pårørendegruppen;
    kompetenceudviklingen; familiehuset; nattevagten; madordningen; ferieordningen; bytilbuddet;
    kontaktpersonordningen; virksomhedsservicen; jobmessen; skolepraktikken
""")
SUBJECTS = _listed("""
    borgerinddragelse; tilgængelighed; ventetid; retssikkerhed; transport; ledsagelse; boliger; trivsel;
    fastholdelse; skolefravær; sygefravær; digital selvbetjening; økonomi; samarbejde på tværs; frivillighed;
    sundhed; uddannelse; praktikpladser; medbestemmelse; vejledning; hjælpemidler; arbejdsmiljø; rummelighed;
    tolkebistand; ordblindhed; kompetenceudvikling; effektmåling; kvalitet; overgange; helhedssyn; ensomhed;
    forebyggelse; genoptræning; løntilskud; fritidsliv; opkvalificering; sagsbehandlingstid; kontaktpersoner;
    brugertilfredshed; støttetimer
""")
PLACES = _listed("""
    på jobcentret; på rådhuset; i borgerservice; i skolen; på arbejdspladsen; i hjemmet; på biblioteket; i
    sundhedshuset; i boligområdet; i den kollektive trafik; på ungdomsuddannelserne; i fritidslivet; i
    lokalsamfundet; i idrætsforeningen; på botilbuddet; i virksomheden; på sprogskolen; i daginstitutionen; på
    sygehuset; i socialforvaltningen; på plejehjemmet; i aktivitetscentret; i ydelsesafdelingen; på erhvervsskolen
""")
ACTIONS = _listed("""
    få et job; blive hørt; begynde på en uddannelse; komme hurtigere i gang; møde den samme sagsbehandler; få svar
    inden for to uger; klare hverdagen selv; holde fast i arbejdet; bruge den offentlige transport; få råd og
    vejledning; komme til samtale; vælge mellem flere tilbud; få en fast kontaktperson; deltage i fritidslivet; få
    hjælp til ansøgningen; forstå brevet fra kommunen; komme i praktik; få en mentor; blive boende i egen bolig;
    komme tilbage efter sygdom; få bevilget et hjælpemiddel; sige fra i tide; lære dansk på jobbet; få en læreplads;
    følge deres egen sag; få ro til at blive raske; arbejde få timer om ugen; tage en ven med til mødet; klage over
    en afgørelse; få støtte i overgangen
""")
ADJECTIVES = _listed("""
    tydelig; fælles; helhedsorienteret; forebyggende; værdig; sammenhængende; rummelig; åben; tidlig; fleksibel;
    målrettet; tværfaglig; gennemsigtig; lokal; varig; tilgængelig
""")
SECTIONS = _listed("""
    Rammerne for indsatsen; Mål og resultater; Unge og uddannelse; Samarbejdet med virksomhederne; Borgerens vej;
    Økonomi og prioritering; Handicap og tilgængelighed; Opfølgning; Inddragelse af brugerne; Tværgående indsatser;
    Sygdom og fastholdelse; Integration og sprog; Overgangen fra skole til job; Tal og fremskrivning; Kompetencer
    hos medarbejderne; Udsatte borgere
""")
COUNCILS = _listed("""
    Handicaprådet; Ældrerådet; Udsatterådet; Ungerådet; Integrationsrådet; Brugerrådet; Frivilligrådet;
    Pårørenderådet; Elevrådet; Bibliotekets venner; Ordblindeforeningen; Høreforeningen; Blindesamfundet;
    Hjerneskadeforeningen; Autismeforeningen; Erhvervsforeningen; Håndværkerforeningen; Idrætssamvirket;
    Boligforeningen; Lærerforeningen
""")
TOWNS = ("Nord", "Syd", "Øst", "Vest", "Midtby", "Ådal", "Søby", "Skovby", "Havneby", "Bakkeby")
PLANS = ("Beskæftigelsesplan", "Handicapplan", "Ungeplan", "Sundhedsplan", "Integrationsplan")
DECIDERS = ("Beskæftigelsesudvalget", "Socialudvalget", "Byrådet", "Forvaltningen", "Sundhedsudvalget")

THEMES = {
    "unge": "Unge",
    "uddannelse": "Uddannelse",
    "job": "Job og ledighed",
    "handicap": "Mennesker med handicap",
    "virksomheder": "Virksomheder",
    "borgerkontakt": "Mødet med borgeren",
    "samarbejde": "Samarbejde på tværs",
    "oekonomi": "Økonomi",
    "sygdom": "Sygdom og nedsat arbejdsevne",
    "integration": "Integration",
}
DEPARTMENTS = {
    "jobcentret": "Jobcentret",
    "ungehuset": "Ungehuset",
    "sprogskolen": "Sprogskolen",
    "socialforvaltningen": "Socialforvaltningen",
    "sygedagpenge": "Sygedagpengeafdelingen",
    "virksomhedsservice": "Virksomhedsservice",
}
TARGET_GROUPS = {
    "unge": "Unge under 30 år",
    "jobparate": "Jobparate",
    "aktivitetsparate": "Aktivitetsparate",
    "sygemeldte": "Sygemeldte",
    "fleksjobvisiterede": "Fleksjobvisiterede",
    "flygtninge": "Flygtninge",
    "borgere-med-handicap": "Borgere med handicap",
    "seniorer": "Seniorer",
}
AREAS = {"byen": "Byen", "landet": "Hele landet", "naboen": "Nabokommunen", "regionen": "Regionen"}
TERMS = {
    "Fleksjob": "Et job med færre timer eller særlige hensyn, hvor kommunen betaler en del af lønnen.",
    "Mentor": "En person, der støtter en anden på vej mod job eller uddannelse.",
    "Ledsageordning": "Timer med en ledsager til den, der ikke kan komme alene rundt.",
    "Aktivitetsparat": "Ledig, der har andre problemer end at mangle et job.",
    "Jobparat": "Ledig, der kan tage et job inden for kort tid.",
    "Ressourceforløb": "Et samlet forløb på et til tre år for den, der er langt fra et job.",
    "Løntilskud": "Et job, hvor staten betaler en del af lønnen i en tid.",
    "Virksomhedspraktik": "Nogle uger på en arbejdsplads for at prøve arbejdet af.",
    "Sagsbehandler": "Den medarbejder i kommunen, der har ansvar for en borgers sag.",
    "Visitation": "Den vurdering, der afgør, om man kan få et tilbud.",
    "Bostøtte": "Hjælp i eget hjem til at få hverdagen til at hænge sammen.",
    "Handleplan": "En plan, hvor borger og kommune skriver, hvad der skal ske.",
    "Førtidspension": "En ydelse til den, der ikke kan få et job, heller ikke et fleksjob.",
    "Kontanthjælp": "En ydelse til den, der ikke kan forsørge sig selv.",
    "Sygedagpenge": "En ydelse til den, der er syg og ikke kan arbejde.",
    "Brobygning": "Støtte på vej ind i en ny uddannelse.",
    "Retssikkerhed": "At loven bliver fulgt, og at man kan klage.",
    "Rehabiliteringsteam": "En gruppe fagfolk, der ser på hele borgerens sag.",
    "Høringssvar": "Et brev med mening om en sag, før den bliver afgjort.",
    "Hjælpemiddel": "En ting, der gør det lettere at klare sig med et handicap.",
}
SYNONYMS = {
    "Fleksjob": ["job på særlige vilkår", "skånejob"],
    "Mentor": ["støtteperson"],
    "Ledsageordning": ["ledsager", "hjælp til at komme ud"],
    "Hjælpemiddel": ["redskab", "kørestol"],
    "Sygedagpenge": ["sygepenge"],
    "Høringssvar": ["brev til kommunen"],
}

TITLES = (
    "En {a} indsats for {g}",
    "Flere {g} skal kunne {v}",
    "{T} skal virke for {g}",
    "{G} skal kunne {v} {s}",
    "Bedre {e} {s}",
    "En {a} vej for {g} {s}",
)
DOINGS = (
    "{T} for {g}",
    "{T} {s}",
    "Bedre {e} for {g}",
    "Forsøg med {e} {s}",
)
MEASURED = (
    "{E} blandt {g}",
    "{G}, der bruger {t}",
    "{G} med {e} {s}",
    "{E} {s}",
)
SHORT = (
    "Flere {g} skal kunne {v}.",
    "{T} skal hjælpe {g}.",
    "Det skal være let at {v}.",
    "Kommunen vil se på {e}.",
    "{G} skal have et valg.",
    "Arbejdet sker {s}.",
    "Det er svært at sige, hvor mange det er.",
    "Planen siger ikke, hvad der sker så.",
    "Hjælpen skal være nem at få.",
    "Ingen må vente for længe.",
)
PROSE = (
    "Kommunen vil arbejde med {e} {s}, så {g} kan {v}.",
    "{T} bliver tilbudt {g}, der har brug for at {v}.",
    "Flere afdelinger er fælles om {t}, og det kræver, at {e} bliver taget alvorligt.",
    "Planen nævner {t} som et af de steder, hvor {g} mærker forskel.",
    "Der er afsat midler til {e} {s}, og udvalget følger op efter et år.",
    "Erfaringen er, at {g} har lettere ved at {v}, når {t} er kendt {s}.",
    "{T} skal ses sammen med {t}, fordi {g} ofte bruger begge dele.",
    "Indsatsen skal være {a}, og {g} skal kunne {v} uden at søge om det flere gange.",
)
POINTS = {
    "spørgsmål": (
        "Hvordan vil kommunen sikre, at {g} kan {v}?",
        "Hvem har ansvaret for {t}, når {g} skifter afdeling?",
        "Hvad betyder det i praksis for {g}, at {t} skal ligge {s}?",
        "Vi er usikre på, hvad der menes med {e}, og hvordan det hænger sammen med {t}. Kan det uddybes?",
    ),
    "forslag": (
        "Vi foreslår, at {t} også skal gælde for {g}.",
        "Det bør tydeliggøres, at {g} kan have brug for en {a} indsats {s}.",
        "Vi anbefaler, at {e} bliver en fast del af {t}, så {g} kan {v}.",
        "Der bør sættes tal på, hvor mange {g} der bliver i stand til at {v}.",
    ),
    "bekymring": (
        "Vi er bekymrede for, at {g} ikke kan {v}, hvis {t} bliver skåret ned.",
        "Det vækker undren, at {e} ikke er nævnt {s}.",
        "Formuleringen om {t} er svær at forholde sig til, og vi frygter følgerne for {g}.",
        "Det har betydning for {e}, hvis {t} flyttes, og det går ud over {g}.",
    ),
    "støtte": (
        "Vi er glade for, at {t} er nævnt, og at {g} skal kunne {v}.",
        "Det er positivt, at {e} får plads {s}.",
        "Vi bakker op om en {a} indsats, hvor {g} bliver mødt {s}.",
    ),
    "oplysning": (
        "Vores medlemmer fortæller, at {e} fylder meget i hverdagen.",
        "{G} oplever ofte, at {t} ikke er kendt {s}.",
        "Vi vil gøre opmærksom på, at {t} i dag kun bruges af få {g}.",
    ),
}
FURTHER = (
    "Det gælder især {g}, som i dag har svært ved at {v}.",
    "Mange {g} ved ikke, at {t} findes.",
    "Her tænker vi også på {e} {s}.",
    "Det kræver, at {t} bliver en del af hverdagen {s}, og at nogen har tid til at {v} sammen med borgeren.",
    "Erfaringer fra andre kommuner viser, at {t} virker bedst, når {g} selv er med til at bestemme.",
    "Vi stiller os gerne til rådighed med viden om {e}.",
)
OF_POINTS = {
    "spørgsmål": "Rådet spørger, hvordan {g} kan {v}.",
    "forslag": "Rådet foreslår, at {t} skal gælde for {g}.",
    "bekymring": "Rådet er bekymret for {g}, hvis {t} ændres.",
    "støtte": "Rådet er glad for, at {e} er med.",
    "oplysning": "Rådet fortæller om {e} blandt {g}.",
}
WHYS = (
    "Begge handler om {e}, men kilden siger ikke, hvordan {g} skal kunne {v}.",
    "Planen ville styrke {t}, og det er samme sag, som rådet rejser; om {g} mærkede det, står der ikke noget om.",
    "Det viser, hvad kommunen før har skrevet om {e}, men ikke hvad der skal ske {s} fremover.",
    "{T} er ét eksempel på {e}, og kilden nævner {g} som dem, der skal kunne {v}.",
    "Tallene tæller {g} og siger noget om {e}, men de skelner ikke mellem dem, der bruger {t}, og andre.",
)
ANSWERS = (
    "Forvaltningen vil se på, om {t} kan udvides til {g}. Det sker sammen med arbejdet om {e}.",
    "{T} gælder allerede for {g}. Det er nu skrevet tydeligere.",
    "Udvalget har drøftet {e} og vil følge, om {g} kan {v}.",
    "Punktet er taget med i det videre arbejde med {t} {s}.",
)
REASONS = (
    "Der er gode erfaringer med {t}, og {g} har bedt om det.",
    "Loven giver ikke mulighed for at ændre {t} for {g} alene.",
    "Udgiften til {e} kan holdes inden for rammen, og {g} får lettere ved at {v}.",
    "Det hører til en anden plan, hvor {e} bliver behandlet samlet.",
)

_SLOT = re.compile(r"\{([a-zA-Z])\}")
_WORDS = {"g": GROUPS, "t": OFFERS, "e": SUBJECTS, "s": PLACES, "v": ACTIONS, "a": ADJECTIVES}
_LONG_WORD = 7
_MOST_LIX = 33
_MOST_TRIES = 50


class Voice:
    """Says things in Danish, the same for the same random numbers."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def say(self, *templates: str) -> str:
        """Fill the slots of one of the templates; a capital letter in a slot begins a sentence."""
        return _SLOT.sub(self._word, self.random.choice(templates))

    def several(self, count: int, *templates: str) -> str:
        """Say several sentences, each from another template."""
        chosen = self.random.sample(templates, min(count, len(templates)))
        return " ".join(self.say(template) for template in chosen)

    def plainly(self, count: int = 3) -> str:
        """Say a few sentences that a reading index calls easy, as what is called »Kort fortalt« should be."""
        for _ in range(_MOST_TRIES):
            text = self.several(count, *SHORT)
            if _lix(text) <= _MOST_LIX:
                return text
        return self.say(*SHORT)

    def title(self, taken: set[str], *templates: str) -> str:
        """Say a title that nothing else has, and remember it."""
        while (title := self.say(*templates)) in taken:
            pass
        taken.add(title)
        return title

    def some(self, items: Sequence[str], most: int) -> list[str]:
        """Choose one or more of some ids."""
        return sorted(self.random.sample(items, self.random.randint(1, min(most, len(items)))))

    def _word(self, slot: re.Match[str]) -> str:
        word = self.random.choice(_WORDS[slot[1].lower()])
        return word[0].upper() + word[1:] if slot[1].isupper() else word


def slug(text: str) -> str:
    """Make an id of a text."""
    plain = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("é", "e")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _lix(text: str) -> float:
    words = re.findall(r"\w+", text)
    sentences = max(1, text.count("."))
    return len(words) / sentences + 100 * sum(len(word) >= _LONG_WORD for word in words) / len(words)
