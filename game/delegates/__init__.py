"""The machine delegates, who hold every seat that no person holds."""
