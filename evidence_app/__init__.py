"""Catalogue evidence of human-rights violations offline; turn it into dossiers that a court accepts."""
