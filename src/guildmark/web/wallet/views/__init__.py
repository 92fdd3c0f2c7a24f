"""The pages of the wallet: claiming, holding, showing."""
