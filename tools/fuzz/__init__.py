"""Fuzzing what strangers hand in: records of every kind, and the documents that stand at the addresses they name.

Whatever comes in may be valid, not valid, undetermined or no record at all (a GuildmarkError with a sentence), and it
is the same alone and in a batch; anything else that comes out is a fault of ours.
"""
