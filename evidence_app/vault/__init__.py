"""How files are kept: encrypted originals named by digest, never rewritten (docs/FORMAT.md §3). Knows no record."""
