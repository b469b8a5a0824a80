"""Phrases for people and armed bodies: their number, kind, age, size, owners and companions."""
