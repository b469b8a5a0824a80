"""The page of a case: one self-contained HTML file, and the rows its templates are filled with."""
