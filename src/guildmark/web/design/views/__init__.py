"""The pages of Step 4: the list, one micro-credential, its forms, its versions, and working together."""
