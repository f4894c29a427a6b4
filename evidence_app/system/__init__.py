"""This computer: paths, settings, words. Knows nothing of evidence; imports nothing of ours."""
