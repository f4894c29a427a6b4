"""The screen of filings and decisions."""
