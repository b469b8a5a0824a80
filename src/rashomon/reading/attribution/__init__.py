"""Who says what: cues, quotations, sources, and the chain from the first speaker to the outlet."""
