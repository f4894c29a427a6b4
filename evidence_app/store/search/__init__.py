"""The search index inside the encrypted database, and the way from what is typed to what it finds."""
