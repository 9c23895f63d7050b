"""The lives of its records, as tables."""
