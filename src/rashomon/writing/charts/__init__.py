"""Drawings of figures and days as plain values: scales, rows, lanes; the templates draw them."""
