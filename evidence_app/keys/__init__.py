"""From passphrase to keys: wraps, derivation, canonical bytes (docs/FORMAT.md §2). Knows no record, no window."""
