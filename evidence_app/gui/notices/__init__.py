"""What the program says unasked: a sentence in the page for what a person can settle, a calm sheet for a bug."""
