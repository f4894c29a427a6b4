"""Work beside the window: lanes that run plain callables, and the one relay that brings results back."""
