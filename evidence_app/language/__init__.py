"""Languages: folding for search; names, numbers and codes found in texts, for ru, kk, ky, uz and en.

Text in, text out. No file, no SQL, no window, no third-party import: the tables are the knowledge, and
the same answer is owed to the search, to the leak check and to the dossier.
"""
