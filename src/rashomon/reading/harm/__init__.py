"""What happened to whom: who was killed, wounded, taken or lost, and how many."""
