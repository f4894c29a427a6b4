"""What a file is: its kind, what it says of itself, small pictures and plain text of it.

What lives here: telling kinds apart by their bytes, examining a file in a worker, and making media for samples
and tests. Home of Pillow and PyAV, which are imported inside functions: a foreign file meets them only in a worker.

What may not: the vault, records, Qt. Whoever asks hands in bytes and gets a frozen Examination, also of a file that
kills its decoder, because that file is still evidence.
"""
