"""Airwars' assessment of civilian harm: its rows, and how far the reports bear it out."""
