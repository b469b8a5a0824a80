"""The forms of an audit: plain data, a page, a note for a talk page."""
