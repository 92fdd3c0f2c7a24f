"""Spreadsheets read and written: each column defined once, for reading, writing, faults and templates.

`matrix`, `stakeholders` and `learners` hold the columns of the three kinds of files; `templates`
makes empty and example workbooks. Nothing that a file brings is trusted: it is unpacked under caps
(`limits`), and whatever looks like a formula is refused or written as text.
"""
