"""What came of it in the fictional case: proceedings, filings, who stood in them, and sums claimed and awarded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from evidence_app.domain.event import Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.mark import Mark
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services.planting import FileSpec
from evidence_app.services.synthesis.cast import Cast, Victim
from evidence_app.services.synthesis.course import Wave
from evidence_app.services.synthesis.scene import ZONE, Scene, Slots, on, texts, worded

_OPENED, _JUDGED = date(2024, 2, 5), date(2025, 3, 14)
_APPEAL_DAYS = 15
_CLAIMANTS = 0.25


def proceed(scene: Scene, cast: Cast, waves: tuple[Wave, ...]) -> None:
    """Add proceedings, filings and the ledger of claims."""
    case = _proceeding(scene, "criminal", charges=worded(texts()["charges"]), opened=on(_OPENED))
    for wave in waves:
        _complaint(scene, cast, wave)
    _pretrial(scene, cast, case)
    judgment = _first(scene, cast, case, waves)
    _appeal(scene, case, judgment)
    claimants = [victim for victim in cast.victims if victim.person.represented and scene.rng.random() < _CLAIMANTS]
    for number, victim in enumerate(claimants, 1):
        _claim(scene, case, victim, number)
    if claimants:
        _committee(scene, claimants[0])


def _complaint(scene: Scene, cast: Cast, wave: Wave) -> None:
    """Add the complaint of one wave and the answer to it."""
    complained = wave.slots["complained"]
    assert isinstance(complained, date)
    lawyer = cast.court["VICT_LAWYER"].id
    complaint = _filing(scene, "COMPL_PROS", "prosecutor", wave.slots, filed=on(complained), filed_by=lawyer)
    answered = on(complained + timedelta(60))
    _filing(scene, "RULING", "prosecutor", decided=answered, answers=complaint.id, outcome="REFUSED", kind="DECISION")
    scene.add(Mark(item=complaint.id, event=wave.events["COMPLAINT"].id, stance="SUPPORTS"))


def _pretrial(scene: Scene, cast: Cast, case: Proceeding) -> None:
    """Add the investigation with its papers."""
    indictment = _filing(scene, "INDICTMENT", "prosecutor", filed=on(date(2024, 10, 1)))
    step = _proceeding(scene, "pretrial", parent=case.id, stage="PRETRIAL", opened=on(_OPENED), document=indictment.id)
    _filing(scene, "CRIME_REPORT", "prosecutor", filed=on(_OPENED - timedelta(3)))
    _filing(scene, "ERDR", "prosecutor", filed=on(_OPENED), kind="OFFICIAL")
    _filing(scene, "RECOGNITION", "prosecutor", decided=on(date(2024, 6, 10)), kind="DECISION")
    for role in ("INVESTIGATOR", "PROSECUTOR", "EXPERT"):
        scene.add(Involvement(person=cast.court[role].id, proceeding=step.id, role=role))


def _first(scene: Scene, cast: Cast, case: Proceeding, waves: tuple[Wave, ...]) -> Filing:
    """Add the first instance: victims, lawyers, and the officers with their outcome."""
    judgment = _filing(scene, "JUDGMENT", "court", decided=on(_JUDGED), outcome="CONVICTED", kind="DECISION")
    step = _proceeding(
        scene,
        "first",
        parent=case.id,
        stage="FIRST",
        body=worded(texts()["body"]["court"]),
        charges=worded(texts()["charges"]),
        opened=on(date(2024, 11, 18)),
        decided=on(_JUDGED),
        outcome="CONVICTED",
        document=judgment.id,
    )
    for victim in cast.victims:
        if victim.person.recognised_victim:
            scene.add(Involvement(person=victim.person.id, proceeding=step.id, role="VICTIM", source=judgment.id))
    for role in ("VICT_LAWYER", "DEF_LAWYER", "PROSECUTOR", "JUDGE"):
        scene.add(Involvement(person=cast.court[role].id, proceeding=step.id, role=role))
    for key, officer in cast.officers.items():
        is_convicted = key != "glasses"
        scene.add(
            Involvement(
                person=officer.id,
                proceeding=step.id,
                role="CONVICTED" if is_convicted else "ACQUITTED",
                rank=officer.rank,
                charge=worded(texts()["charges"]),
                outcome="CONVICTED" if is_convicted else "ACQUITTED",
                sentence=worded(texts()["sentence"]["scar" if key == "scar" else "other"])
                if is_convicted
                else worded({}),
                source=judgment.id,
            )
        )
    for wave in waves:
        scene.add(Mark(item=judgment.id, event=wave.acts["BEAT_OBJ"].id, stance="SUPPORTS"))
    return judgment


def _appeal(scene: Scene, case: Proceeding, judgment: Filing) -> None:
    """Add the appeal, not decided yet."""
    filed = on(_JUDGED + timedelta(12))
    appeal = _filing(scene, "APPEAL", "appeal", filed=filed, answers=judgment.id, outcome="PENDING")
    _proceeding(
        scene,
        "appeal",
        parent=case.id,
        stage="APPEAL",
        body=worded(texts()["body"]["appeal"]),
        opened=filed,
        due=on(_JUDGED + timedelta(_APPEAL_DAYS)),
        outcome="PENDING",
        document=appeal.id,
    )


def _claim(scene: Scene, case: Proceeding, victim: Victim, number: int) -> None:
    """Add one person's civil claim and what was awarded on it."""
    claimed = scene.rng.randint(30, 200) * 100_000
    awarded = claimed * scene.rng.choice((0, 8, 12, 20, 30)) // 100
    outcome = "PARTIAL" if awarded else "REFUSED"
    claim = _filing(
        scene,
        "CIVIL_CLAIM",
        "court",
        {"n": number},
        filed=on(date(2024, 12, 2)),
        decided=on(_JUDGED),
        filed_for=victim.person.id,
        outcome=outcome,
    )
    step = _proceeding(
        scene, "civil", {"n": number}, kind="CIVIL", parent=case.id, outcome=outcome, document=claim.id,
        body=worded(texts()["body"]["court"]), decided=on(_JUDGED),
    )  # fmt: skip
    scene.add(
        Involvement(
            person=victim.person.id,
            proceeding=step.id,
            role="CIV_CLAIMANT",
            outcome=outcome,
            head_of_loss="MORAL",
            claimed=claimed,
            awarded=awarded,
            paid=awarded if scene.rng.random() < 0.3 else 0,
            currency="KZT",
            source=claim.id,
        )
    )


def _committee(scene: Scene, author: Victim) -> None:
    """Add the communication to the UN committee."""
    filed = on(date(2025, 9, 22))
    paper = _filing(scene, "CAT_COMM", "committee", filed=filed, filed_for=author.person.id, outcome="PENDING")
    body = worded(texts()["body"]["committee"])
    _proceeding(scene, "committee", kind="INTERNATIONAL", stage="INTL_REG", body=body, opened=filed, document=paper.id)


def _proceeding(scene: Scene, key: str, slots: Slots | None = None, **values: Any) -> Proceeding:
    """Add a proceeding with its title."""
    settled = {"kind": "CRIMINAL", **values}
    return scene.add(Proceeding(title=worded(texts()["proceeding"][key], slots), **settled))


def _filing(scene: Scene, filing_type: str, body: str, slots: Slots | None = None, **values: Any) -> Filing:
    """Add a filing with its title and the paper that is drawn for it."""
    title = worded(texts()["filing"][filing_type], slots)
    moment: PartialDate = values.get("filed") or values["decided"]
    settled = {"kind": "FILING", **values}
    number = f"{scene.rng.randint(100, 9999)}/{moment.text[:4]}"
    filing = scene.add(
        Filing(
            title=title,
            filing_type=filing_type,
            body=worded(texts()["body"][body]),
            reference_number=number,
            made=moment,
            received=moment,
            zone=ZONE,
            relation="ORIGINAL",
            is_held=True,
            **settled,
        )
    )
    lines = (texts()["notice"]["ru"], texts()["notice"]["kk"], title.best("ru"), f"№ {number}", moment.text)
    scene.draft.files.append(FileSpec(filing.id, f"filing-{filing.id:05}.pdf", "document", lines))
    return filing
