"""The screen of search: facets, hits, and the hit among its neighbours."""
