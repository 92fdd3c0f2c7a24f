"""English as the project writes it: British."""
