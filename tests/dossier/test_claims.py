"""Claims in print: what was awarded and paid of them, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from evidence_app.dossier import press
from evidence_app.dossier.manuscript import Claim, Manuscript
from tests.dossier import readback
from tests.dossier.test_press import small


def printed(*claims: Claim) -> str:
    """Print claims and read the pages back, fixed spaces as plain ones."""
    manuscript: Manuscript = replace(small("en"), claims=claims)
    return " ".join(" ".join(readback.texts(press.render(manuscript))).replace("\u00a0", " ").split())


def test_a_claim_is_printed_with_the_share_awarded_and_what_was_paid() -> None:
    text = printed(Claim("P-001", "moral harm", "KZT", 61_000_000, 5_000_000, (), 1_250_000))
    assert "8.2%" in text and "1,250,000 ₸" in text and "Paid" in text


def test_where_no_payment_is_known_there_is_no_column_of_payments() -> None:
    text = printed(Claim("P-001", "moral harm", "KZT", 61_000_000, 5_000_000))
    assert "Paid" not in text


def test_the_bars_say_whose_sums_they_add_up() -> None:
    text = printed(
        Claim("P-001", "moral harm", "KZT", 100, 50),
        Claim("P-001", "material harm", "KZT", 10, 10),
        Claim("P-002", "moral harm", "KZT", None, 7),
        Claim("P-003", "moral harm", "USD", 3, 1),
    )
    assert "Claimed and awarded, KZT · 1 claimant" in text
    assert "Claimed and awarded, USD · 1 claimant" in text


def test_a_claim_of_nothing_has_no_share() -> None:
    assert (
        "%" not in printed(Claim("P-001", "moral harm", "KZT", None, 7)).split("Civil claims")[1].split("Withheld")[0]
    )
