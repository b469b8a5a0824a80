"""Place names: where they stand, how the event lies to them, which place each means."""
