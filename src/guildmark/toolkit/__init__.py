"""The guide's rules as pure, typed functions: one package a step, and what one result asks of the next.

Step 1 `context`, Step 2 `awareness`, Step 3 `stakeholders`, Step 4 `design` and `pilots`, Step 5
`recognition`; `advice` is the guide's transition logic. Every rule is one function with a page in
docs/rules and a folder of cases in tests/toolkit/cases.
"""
