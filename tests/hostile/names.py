"""Names of files that lead elsewhere, mean something to a system, or cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.inputs import STORY, Hostile

ON_A_DISK = (
    "-rf.txt", "--out=x.txt", "CON.txt", "nul", "aux.html", "a\nb.txt", "a\rb.txt", "a\tb.txt", "\x1b[2J.txt", "..\\..\\up.txt",
    "C:\\boot.txt", "%2e%2e%2fup.txt", "%00.txt", "..%c0%af.txt", "....txt", "...", " .txt", "a .txt ", "a.txt.", "~root.txt", "$HOME.txt",
    "`id`.txt", "$(id).txt", "a;id.txt", "a|id.txt", "a&id.txt", "*.txt", "?.txt", "<script>alert(1)<", "\"onload=\"alert(1).txt", "'x'.txt",
    "\u202etxt.exe.txt", "\u200b.txt", "ａ\u2215ｂ.txt", "․․\u2215up.txt", "e\u0301.txt", "é.txt", "{{7*7}}.txt", "=1+1.txt", "@a.txt", "#a.txt", "a?b=c.txt",
    "x" * 240 + ".txt", "é" * 120 + ".txt", "a.txt.meta.json.txt", "a.PDF", "a.HtMl", "noending", "a.tar.gz.txt", "index.html", "case.db", "record.json",
)  # fmt: skip
ONLY_SENT = (
    "../up.txt", "../../../../etc/passwd", "/etc/passwd", "/slip.txt", "a/../../up.txt", "..", ".", "", "\0", "a\0.txt", "./..//up.txt", "x" * 5_000 + ".txt",
    "..\\..\\up.txt", "\\\\host\\share\\a.txt", "file:///etc/passwd", "http://169.254.169.254/a.txt", "a/b/c.txt", ".hidden", ".htaccess", "\ud800.txt",
)  # fmt: skip


def names() -> Iterator[Hostile]:
    """One input for each name that a file on a disk can bear, and one with all that only a browser can send."""
    for number, name in enumerate(ON_A_DISK):
        yield Hostile(
            name=f"name_{number}",
            why="is a name that leads elsewhere, or cannot be shown",
            make=lambda name=name: {name: STORY.encode()},  # type: ignore[misc]
            names=(name,),
        )
    yield Hostile(
        name="name_bytes", why="is a name that is no text", make=lambda: {"caf\udce9.txt": STORY.encode()}
    )
    yield Hostile(name="names_sent", why="leaves the folder of uploads", make=dict, names=ONLY_SENT)
