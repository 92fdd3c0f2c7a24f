"""The public pages of the register, and the two buttons of a coordinator."""
