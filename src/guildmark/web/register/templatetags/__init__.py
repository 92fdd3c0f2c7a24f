"""What other rooms show of the register."""
