"""The record: filled in, written as a document, signed, baked into a picture, read back and verified.

Pure: time, keys, fetchers and chance are passed in; the shipped contexts aside, nothing is read from
disk. `record` fills in the 16 elements, `openbadges` writes and reads the document, `proofs` sign it,
`verify` checks any document that claims to be a credential, `issuing` issues many without doubling one.
"""
