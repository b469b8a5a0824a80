"""The workbench: a case in the browser, to read, compare and decide in.

Comes in: requests from the browser of whoever opened the case. Goes out: pages, the same as JSON, and
judgements that are kept in the case. It reads no report itself and decides nothing:

    request ─ guards ─ routes ─▶ pages ─ snapshot ─▶ Shown ─▶ a page, or its JSON
                                  └ decisions ─ judging ─▶ case ─▶ the next snapshot

`live` keeps the case in memory and renews it when the file changes; `pages` holds one module a page;
`guards` stands before all of them.
"""
