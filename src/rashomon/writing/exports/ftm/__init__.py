"""FollowTheMoney: the entities of a case, and the statements they are written as."""
