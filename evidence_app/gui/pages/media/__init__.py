"""The screen of media: a gallery and an inspector."""
