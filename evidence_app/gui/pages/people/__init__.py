"""The screen of people: victims, accused, witnesses, others."""
