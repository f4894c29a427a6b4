"""What lists can show and ask, one noun a module: SQL expressions only, no word that a person reads."""
