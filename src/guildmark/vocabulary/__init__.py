"""Facts: the tables that the guide's steps need, one module a table, with sources and dates.

Nothing is read when a module is imported; each table is read once, when it is first asked for.
Every item knows its key and its label in five languages. docs/facts.md says where each table comes
from and how a fact is corrected.
"""
