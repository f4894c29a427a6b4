"""What the screens of one noun have in common: a table, filters over it, an inspector beside it."""
