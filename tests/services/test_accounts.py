"""What an account is called: by what somebody chose, or by the program's own words in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.keys.derivation import Profile
from evidence_app.services import accounts, cases
from evidence_app.system import words


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_first_account_is_called_in_the_language_of_whoever_reads(
    folder: Path, quick: Profile, language: str
) -> None:
    with cases.create(folder, "A case", "five quiet words at night", language=language, profile=quick) as ws:
        stored = ws.account.name
    for spoken, said in (("en", "Lead counsel"), ("ru", "Ведущий адвокат"), ("kk", "Жетекші адвокат")):
        with words.speaking(spoken):
            assert accounts.shown(stored) == said


def test_a_name_that_somebody_chose_stays() -> None:
    with words.speaking("ru"):
        assert accounts.shown("Lead counsel Asel") == "Lead counsel Asel"
