"""The room round the pages of an open case: sidebar, top bar, status bar, the ways between pages."""
