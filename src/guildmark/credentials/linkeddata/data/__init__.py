"""JSON-LD contexts that no installed package carries; NOTICE.md says where each comes from."""
