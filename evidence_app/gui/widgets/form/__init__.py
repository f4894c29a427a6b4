"""The pieces of a form: one editor for each kind of field, rows, sections, what sources say, parts.

An editor says what was typed (`settled`) and never waits for an answer; it is told later that the value has landed, or
why it has not. Until then, and while somebody types, nothing from outside overwrites it.
"""
