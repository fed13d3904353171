"""How fast: figures for a reader of this project, not assertions. ``make bench`` prints them."""
