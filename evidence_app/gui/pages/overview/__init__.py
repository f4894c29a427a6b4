"""The screen that opens with the case: the story, the proof, what is due, what to decide, what was done."""
