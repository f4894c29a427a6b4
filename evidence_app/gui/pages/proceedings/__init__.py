"""The screen of proceedings: cases, claims, deadlines, exhaustion of remedies, mandates."""
