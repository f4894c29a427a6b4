"""What is said of the sample before it is made; needs no database."""

from __future__ import annotations

TITLE = "Koshmambet"
PASSPHRASE = "public facts only"  # noqa: S105  shown wherever the sample is opened
