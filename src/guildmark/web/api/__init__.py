"""The REST API, version 1: verify and register, read only."""
