"""What programs read of a case: claims and records as data, tables of safe cells, what two states differ in."""
