"""Widgets that know nothing of evidence: labels, lists, tables, inspector, progress."""
