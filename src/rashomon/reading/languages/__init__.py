"""One package per language: its words, its grammars, its syntax. Nothing outside knows a language's words."""
