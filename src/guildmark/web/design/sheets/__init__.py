"""A design in several short forms: what each asks for, how it is shown, and how what was typed becomes a document.

A form never refuses: whatever was typed is kept, and the check says what to mend. Texts in languages
that the form does not show, and keys that it does not know, stay as they are.
"""
