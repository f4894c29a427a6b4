"""How records are kept: one encrypted database, one act one transaction one journal entry. Home of SQLAlchemy."""
