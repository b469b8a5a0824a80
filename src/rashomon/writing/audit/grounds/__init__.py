"""What an article is held against: the claims of the case, who is who in it, and whose voice each claim is."""
