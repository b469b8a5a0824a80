"""Whom a phrase means over a whole report: names it defines, shortened and plural references, single people."""
