"""The data files themselves; `sources.toml` says where each comes from."""
