"""The fictional case as a plan, and its way into a workspace."""

from __future__ import annotations

from evidence_app.domain.case_file import CaseFile
from evidence_app.services import casebook
from evidence_app.services.planting import Plan, plant
from evidence_app.services.progress import Progress, nothing
from evidence_app.services.synthesis import accounts, course, court, exhibits, harm, standing
from evidence_app.services.synthesis.cast import gather
from evidence_app.services.synthesis.scene import Scene
from evidence_app.services.workspace import Workspace


def plan(victims: int = 44, testimonies: int = 200, media: int = 100, seed: int = 1) -> Plan:
    """Plan a case of so many victims, testimonies and exhibits; the same numbers and seed give the same plan."""
    scene = Scene.of(seed)
    cast = gather(scene, victims)
    waves = course.run(scene, cast)
    court.proceed(scene, cast, waves)
    exhibits.collect(scene, cast, waves, media)
    accounts.take(scene, cast, waves, testimonies)
    harm.suffer(scene, cast, waves)
    standing.settle(scene, cast)
    return scene.draft.plan(CaseFile(**casebook.values(CaseFile, scene.ground.tables["case_file"])))


def load(
    ws: Workspace,
    victims: int = 44,
    testimonies: int = 200,
    media: int = 100,
    seed: int = 1,
    progress: Progress = nothing,
) -> None:
    """Put a fictional case into an open case."""
    plant(ws, plan(victims, testimonies, media, seed), "case.synthesised", progress)
