"""How the program looks and is handled; the home of Qt. Speaks to services, to domain values and to system only."""
