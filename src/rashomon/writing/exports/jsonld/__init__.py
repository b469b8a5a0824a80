"""JSON-LD: the case as a graph, its claims as nodes, and the vocabulary of both."""
