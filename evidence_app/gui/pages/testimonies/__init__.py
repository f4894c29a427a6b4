"""The screen of testimonies: rail, paragraphs, inspector."""
