"""The article of an event: its plan, its sentences with the claims they rest on, its box, its two forms as text."""
