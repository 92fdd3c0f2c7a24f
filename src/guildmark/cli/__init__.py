"""The command line `guildmark`: reads files, calls the library, writes files (docs/cli.md is its contract).

One module a command. `program` is the frame that all of them share: what is said where, in which
language, and with which exit code; `reading`, `writing` and `limits` are how files come and go.
"""

from guildmark.cli.program import main

__all__ = ["main"]
