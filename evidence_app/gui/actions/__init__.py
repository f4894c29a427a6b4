"""Commands as data; menus, shortcuts and tooltips are derived from the one list."""
