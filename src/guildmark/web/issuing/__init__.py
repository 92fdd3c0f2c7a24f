"""Signing records for the learners of a pilot or a spreadsheet, as a job."""
