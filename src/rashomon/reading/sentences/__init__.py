"""Sentences: a report's text cut and, where it may hold something, parsed."""
