"""The overview: what the case says of itself. Frozen values in words of the language spoken now; nothing is written.

Each module answers one part of the screen by a few grouped queries, never one for each person.
"""
