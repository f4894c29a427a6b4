"""Colours, sizes, type and icons. Code names roles; the colours themselves stand in resources/themes."""
