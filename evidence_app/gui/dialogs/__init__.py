"""Cards and sheets that ask before a job starts: first run, new case, unlock, import, dossier."""
