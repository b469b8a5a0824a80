"""One verdict for each statement of an article, a module for each sort of thing that can be said."""
