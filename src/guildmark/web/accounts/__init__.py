"""People: signing in, their addresses, their own data (export and erasure)."""
