"""A record as a form: what stands in it, what may be chosen, and how what was typed is kept.

The field tables of the domain and its parts decide everything; no noun has a form of its own. Nothing here is kept
between calls, and no value that is marked secret is in a form: `contacts_shown` reveals it, and logs that.
"""
