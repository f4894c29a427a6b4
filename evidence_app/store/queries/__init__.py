"""Read-only questions; they return domain values or plain rows and never change anything."""
