"""The PDF is a view: plain, already released data in, pages out.

What lives here: the manuscript (everything printed, as frozen values), its message form, the type and the
measures of the page, one file per section, and the press that lays them out. Home of ReportLab and pikepdf.

What may not: the database, the vault, consent and confidentiality. Whoever writes the manuscript has already
decided what may be read, and by whom; nothing here looks anything up, and nothing here can print more.
"""
