"""Faults made on purpose: kill -9 at any moment, a full disk. `python -m tests.faults` runs kills by the hundred."""
