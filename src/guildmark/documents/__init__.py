"""Typed data in, documents out: pictures as PNG and PDF, the certificate, the elements of a record in words."""
