"""What the article says at odds with itself, and what in it is only odd."""
