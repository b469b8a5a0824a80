"""From sentences to claims: which happening each belongs to, when, where, and what adds to what."""
