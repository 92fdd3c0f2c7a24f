"""Step 3: the register, answers and assessments, the knowledge and power map."""
