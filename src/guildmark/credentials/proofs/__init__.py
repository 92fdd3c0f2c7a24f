"""Proofs, a module a mechanism: `eddsa_rdfc` and `eddsa_jcs` in the document, `vcjwt` around it."""
