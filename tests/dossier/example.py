"""A made-up case of some seventy pages: nobody and nothing in it exists."""

from __future__ import annotations

import hashlib
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from evidence_app.dossier.harm import Injury, Recognition
from evidence_app.dossier.manuscript import (
    Certificate,
    Claim,
    Conflict,
    CustodyAct,
    Event,
    Exhibit,
    Grade,
    Integrity,
    KeyFigure,
    Manuscript,
    Outcome,
    Person,
    PersonGroup,
    Proceeding,
    Reading,
    Ref,
    Segment,
    Statement,
    Still,
    Testimony,
    Translation,
    Withheld,
    segment_anchor,
)
from tests.dossier.voices import ENGLISH, RUSSIAN, VOICES


@cache
def jpeg(number: int, size: tuple[int, int] = (640, 360)) -> bytes:
    """Return a drawn placeholder frame that says that it is one."""
    picture = Image.new("RGB", size, (96 + number * 7 % 60, 100, 104))
    pen = ImageDraw.Draw(picture)
    middle = size[0] // 2 + (number * 37 % 120) - 60
    pen.ellipse((middle - 50, 90, middle + 50, 220), fill=(60, 62, 66))
    pen.rectangle((middle - 100, 230, middle + 100, max(231, size[1])), fill=(52, 54, 58))
    pen.text((14, size[1] - 24), f"PLACEHOLDER {number}", fill=(230, 230, 230))
    out = BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def digest(text: str) -> str:
    """Return a digest to print."""
    return hashlib.sha256(text.encode()).hexdigest()


def _persons(count: int) -> tuple[PersonGroup, ...]:
    names = ("Әсел Қойшыбай", "Гүлнұр Өмір", "Нурдин Төлөгөн", "Oʻktam Gʻaybulla", "Эркин Жуман", "Шамиль Ким")
    states = ("Kazakhstan", "Kyrgyzstan", "Uzbekistan")
    victims = tuple(
        Person(
            code=f"P-{n:03d}",
            name=names[n % 6] if n < 7 else f"Victim {n}",
            other_names=("Assel Koishybai", "Асель Койшибай") if n % 6 == 0 else (),
            description=(states[n % 3], "worker" if n % 2 else "student, born in 1999"),
            outcome="recognised as a victim on 4 March 2019" if n % 4 else "",
            refs=(Ref(f"T-{n:03d}", f"T-{n:03d}"),) if n <= 17 else (),
        )
        for n in range(1, count + 1)
    )
    accused = tuple(
        Person(f"P-{n}", f"Officer {n}", description=("duty officer",), outcome="convicted", refs=(F31,))
        for n in range(101, 105)
    )
    return PersonGroup("Victims", victims), PersonGroup("Convicted", accused)


def _injuries() -> tuple[Injury, ...]:
    return tuple(
        Injury(
            person=Ref(f"P-{n:03d} Victim {n}", f"P-{n:03d}"),
            kind="Fracture, joint" if n % 2 else "Skin lesion, scar",
            site="Chest, ribs, Left, Front",
            description="two ribs; 12 × 4 cm; Other possible causes: a fall",
            known_by="Diagnosed, 11 May 2018, Regional hospital",
            consistency="Highly consistent with" if n % 3 else "",
            refs=(E2,) if n % 4 else (),
        )
        for n in range(1, 9)
    )


def _recognitions() -> tuple[Recognition, ...]:
    return tuple(
        Recognition(
            person=Ref(f"P-{100 + n} Officer {100 + n}", f"P-{100 + n}"),
            by=Ref(f"P-{n:03d} Victim {n}", f"P-{n:03d}"),
            method="Line-up",
            certainty="Sure" if n % 2 else "Probably",
            when="3 June 2018",
            said="He held the door" if n == 1 else "",
            refs=(F31,),
        )
        for n in range(1, 5)
    )


F31 = Ref("F-031", "F-031")
E1, E2, E3 = (Ref(f"E-00{n}", f"E-00{n}") for n in (1, 2, 3))


def _testimonies(count: int, paragraphs: int) -> tuple[Testimony, ...]:
    found = []
    for n in range(1, count + 1):
        language, text = VOICES[n % 5]
        segments = tuple(
            Segment(
                number=p,
                text=text if p % 3 else f"{text} {text}",
                starts_at=f"{p * 2:02d}:{p * 7 % 60:02d}" if n % 2 else None,
                translations=(Translation("English", ENGLISH),) if p % 2 else (),
            )
            for p in range(1, paragraphs + 1)
        )
        found.append(
            Testimony(
                f"T-{n:03d}",
                f"P-{n:03d}",
                "interview, sound recording",
                f"{n} June 2018",
                language,
                segments,
                notes=("Read back to the speaker, who corrected ¶2 and signed every page.",),
                refs=(E3,) if n % 3 == 0 else (),
            )
        )
    return tuple(found)


def _exhibits(count: int) -> tuple[Exhibit, ...]:
    video = Exhibit(
        "E-001",
        "Recording made in the duty room",
        "video",
        "12 May 2018",
        "unknown; handed over by P-002",
        "Russian",
        "48,211,904 bytes",
        digest("E-001"),
        "VID_20180512_0147.mp4",
        "14 May 2018, copy of a memory card, receipt K-02",
        "court and parties",
        stills=tuple(
            Still(
                jpeg(n, (640, 360) if n < 5 else (360, 480)), f"00:{n * 8 + 3:02d}", "frame as recorded", digest(str(n))
            )
            for n in range(7)
        ),
        facts=(
            Statement(
                "Three persons in uniform are seen in the room.",
                (Ref("T-002 ¶3", segment_anchor("T-002", 3)),),
                "Persons",
            ),
            Statement("A clock on the wall shows twenty to two.", (), "Time"),
        ),
    )
    papers = tuple(
        Exhibit(
            f"E-{n:03d}",
            f"Medical report no. {n}" if n % 2 else f"Акт приёма № {n}",
            "document",
            f"{n} July 2018",
            "District hospital",
            "Russian",
            f"{n * 13_337:,} bytes",
            digest(f"E-{n}"),
            f"акт № {n} (копия).pdf",
            "20 July 2018",
            "court and parties",
            is_held=n % 5 != 0,
            facts=(Statement("Bruises on both forearms are recorded.", (Ref("T-001 ¶2", "T-001.2"),), "Findings"),),
            excerpt=RUSSIAN if n % 4 == 0 else "",
        )
        for n in range(2, count + 1)
    )
    return (video, *papers)


def _proceedings() -> tuple[Proceeding, ...]:
    return (
        Proceeding(
            "F-030", 0, "Complaint", "Prosecutor of the district", "no. 12/3", "2 June 2018", "", "registered", (E2,)
        ),
        Proceeding(
            "F-031",
            1,
            "Judgment",
            "Ak-Suu District Court",
            "case 1-77/2019",
            "17 May 2019",
            "torture; abuse of authority",
            "four convicted, three years each",
            (E3,),
        ),
        Proceeding("F-032", 2, "Appeal", "Regional Court", "2-19/2019", "10 September 2019", "", "judgment upheld", ()),
        Proceeding(
            "F-033", 1, "Civil claim", "Ak-Suu District Court", "", "17 May 2019", "", "granted in part", (F31,)
        ),
    )


def _chronology() -> tuple[Event, ...]:
    told = (
        ("11 May 2018", "Some thirty persons are stopped on the road to the market and taken to the old depot.", False),
        ("11–13 May 2018", "No record of the detention is made; no water is given until the second evening.", False),
        ("12 May 2018", "A recording is made in the duty room.", True),
        ("about June 2018", "The first complaint is registered.", False),
        ("17 May 2019", "Judgment: three years’ imprisonment for each of four officers.", True),
        ("10 September 2019", "The Regional Court upholds the judgment.", False),
    )
    return tuple(
        Event(
            f"N-{n:03d}",
            when,
            text,
            "Ak-Suu" if n % 2 else "",
            is_key,
            (E1, Ref("T-001 ¶4", "T-001.4")) if n != 4 else (),
            (Ref("P-001", "P-001"), Ref("P-002", "P-002")) if n < 4 else (),
        )
        for n, (when, text, is_key) in enumerate(told * 3, start=1)
    )


def _certificates(count: int) -> tuple[Certificate, ...]:
    acts = (
        CustodyAct(
            1,
            "14 May 2018, 10:12",
            "received",
            "P-201",
            "P-002",
            "P-201",
            "office",
            "copy of a memory card",
            "first digest",
        ),
        CustodyAct(2, "14 May 2018, 10:15", "sealed in the vault", "P-201", check="equal"),
        CustodyAct(3, "3 June 2019, 09:00", "handed over", "P-201", "P-201", "expert", "court", "examination", "equal"),
    )
    return tuple(Certificate(Ref(f"E-{n:03d}", f"E-{n:03d}"), f"Exhibit {n}", acts) for n in range(1, count + 1))


def example(language: str = "en") -> Manuscript:
    """Return the whole case."""
    return Manuscript(
        language=language,
        title="Detention at the Old Depot",
        subtitle="May 2018",
        short_title="The Old Depot",
        case_code="AKS-2018/007",
        number="D-03",
        edition="Edition 2 of 3 February 2025",
        reader="Court and parties",
        confidentiality="Confidential · lawyer and client",
        zone="UTC+6",
        compiled_by="Legal office “Тірек”",
        court_lines=("Case of four officers", "Ak-Suu District Court"),
        party_lines=("Ескі қойма ісі · Ақсу аудандық соты",),
        notice="A made-up case: no person, place or court in it exists.",
        figures=(
            KeyFigure("31", "persons detained without a record", (E1, Ref("T-001 ¶1", "T-001.1"))),
            KeyFigure("24", "recognised as victims", (F31,)),
            KeyFigure("4", "officers convicted", (F31,)),
            KeyFigure("3 years", "for each, upheld on appeal", ()),
        ),
        introduction=(
            Statement(
                "By a judgment of 17 May 2019 four officers were found guilty of torture and of abuse of authority "
                "against people held at the old depot.",
                (F31,),
                "In short",
            ),
            Statement(
                "The detention was not entered in any register. The hospital recorded bruises and two broken ribs.",
                (E2, Ref("T-003 ¶2", "T-003.2")),
                "Detention",
            ),
            Statement("The number of people held is not settled.", (), "Open"),
        ),
        conflicts=(
            Conflict("Persons detained", Reading("31", (E1,)), Reading("29", (E2,)), "a"),
            Conflict("Name of the duty officer", Reading("Arman S.", (E3,)), Reading("Арлан С.", (F31,))),
        ),
        groups=_persons(24),
        injuries=_injuries(),
        recognitions=_recognitions(),
        chronology=_chronology(),
        testimonies=_testimonies(17, 12),
        exhibits=_exhibits(26),
        proceedings=_proceedings(),
        outcomes=tuple(
            Outcome(
                Ref(f"P-{n} Officer {n}", f"P-{n}"),
                "torture; abuse of authority",
                "guilty",
                "three years, stripped of rank",
                (F31,),
            )
            for n in range(101, 105)
        ),
        claims=(
            Claim("P-001", "non-pecuniary damage", "KZT", 61_000_000, 5_000_000, (F31,)),
            Claim("P-002", "medical costs", "KZT", None, 340_000, ()),
        ),
        certificates=_certificates(12),
        withheld=(Withheld("consent not given for this reader", 3), Withheld("lawyer’s privilege", 11)),
        integrity=Integrity(
            "0192f0c4-5b7a-7cc1-9d2e-1f0a3b4c5d6e",
            18_204,
            digest("head"),
            digest("root"),
            f"evidence-app/0192f0c4/01\n18204\n{'q' * 43}=\n\n— evidence-app/1 {'A' * 90}",
            "3 February 2025, 14:05",
            (
                "Open the bag in which this file was handed over.",
                "Run verify.py in its folder; it needs Python and nothing else.",
                "Compare the head it prints with the one above.",
            ),
        ),
        grades=(Grade("A1", "reliable source, confirmed by another"), Grade("C3", "fairly reliable, possible")),
    )
