"""Language as data: the TOML tables and their loader."""
