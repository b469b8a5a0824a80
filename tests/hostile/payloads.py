"""What a page, a table or a program may take for its own: markup, formulas, templates, queries, escapes.

Each goes into every field of a report that a person or a page can fill, and into its words.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from tests.hostile.inputs import DAY, STORY, Files, Hostile, as_json

CANARY = "rashomon-canary"
"""Stands in whatever would call out: a request to a host of this name is a leak."""

MARKUP = {
    "script": "<script>alert(1)</script>",
    "script_split": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script_far": f"<script src=//{CANARY}.example/a.js></script>",
    "image_handler": "<img src=x onerror=alert(1)>",
    "image_far": f'<img src="http://{CANARY}.example/pixel.png" srcset="http://{CANARY}.example/2.png 2x">',
    "vector": "<svg onload=alert(1)><animate attributeName=href values=javascript:alert(1)></svg>",
    "vector_script": "<svg><script>alert(1)</script><use href='data:image/svg+xml,x#y'/></svg>",
    "mathml": "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "style": f"<style>@import '//{CANARY}.example/a.css'; *{{background:url(javascript:alert(1))}}</style>",
    "style_attribute": f"<p style=\"background:url('http://{CANARY}.example/');position:fixed;inset:0\">x</p>",
    "stylesheet": f"<link rel=stylesheet href=//{CANARY}.example/a.css>",
    "frame": "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;' src=javascript:alert(1)></iframe>",
    "object": "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
    "base": f"<base href=//{CANARY}.example/>",
    "refresh": f'<meta http-equiv=refresh content="0;url=http://{CANARY}.example/">',
    "form": "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>Accept</button><input autofocus "
    "onfocus=alert(1)></form>",
    "link": "<a href=javascript:alert(1)>a</a><a href='java&#x09;script:alert(1)'>b</a><a href=data:text/html,x>c</a>",
    "toggle": "<details open ontoggle=alert(1)><summary>x</summary></details><video><source onerror=alert(1)></video>",
    "leave_attribute": "\" onmouseover=\"alert(1)\" x=\"' onfocus='alert(1)' autofocus y='` onclick=`alert(1)",
    "leave_element": "</title></textarea></style></script></template></noscript>--><script>alert(1)</script>",
    "comment": "<!--[if gte IE 4]><script>alert(1)</script><![endif]--><![CDATA[<script>alert(1)</script>]]>",
    "encoded": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt; &#60;script&#62;alert(1)&#60;/script&#62;",
    "look_alikes": "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e \u2039script\u203a",
    "hypermedia": "<div hx-get=/decide hx-trigger=load hx-on:click=alert(1) data-hx-post=/undo hx-vals='js:alert(1)'>x</div>",
    "entity": '<!DOCTYPE p [<!ENTITY secret SYSTEM "file:///etc/passwd">]><p>&secret;</p>',
    "include": '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></x>',
    "templates": "{{ 7*7 }} {% include '/etc/passwd' %} {{ self.__init__.__globals__ }} ${7*7} #{7*7} <%= 7*7 %>",
    "format": "%s%s%n {0.__class__} {report.__init__.__globals__} %(text)s $HOME `id` $(id) ; rm -rf ~ | cat",
    "wikitext": "{{Infobox|x=1}} }} ]] |} [[File:x.jpg]] [[Category:A]] <ref>r</ref> '''b''' ~~~~ #REDIRECT [[B]] __NOTOC__",
    "wikitext_end": "</nowiki></ref></pre><nowiki/>{{delete}}<includeonly>{{subst:x}}</includeonly>\n|casualties1=9,999",
    "markdown": f"[a](javascript:alert(1)) ![b](http://{CANARY}.example/p.png) <http://{CANARY}.example> \n# A\n```\n[c]: x",
    "formula": "=HYPERLINK(\"http://evil.example\",\"killed\")",
    "formula_command": "+cmd|' /C calc'!A0",
    "formula_at": "@SUM(1+1)*cmd|'/C calc'!A0",
    "formula_minus": "-2+3+cmd|'/C calc'!A0",
    "formula_blank": "\t=1+1\r=1+1",
    "json": "</script><script>alert(1)</script>\u2028\u2029\"}]}, {\"id\": \"other\"} \\u003c \\",
    "quickstatements": "CREATE\tLAST\tP31\tQ5||LAST|P570|+2019-05-04T00:00:00Z/11\"\nQ42\tP31\tQ5",
    "bibliography": "}, note = {x}} @comment{ \\input{/etc/passwd} \\write18{id} % $ & # _ ^",
    "query": "'; DROP TABLE reports; -- \" OR 1=1 NEAR(a b) col:x * ^ AND NOT (\"",
    "terminal": "\x1b[2J\x1b[31m\x1b]0;title\x07\x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \x9b31m \x08\x08\x7f",
    "lines": "first\nwarning: all is well\r\nrashomon: done\rover\x85next\u2028more",
    "right_to_left": "\u202e\u2066\u2067\u2068\u202a\u200f\u061c gpj.troper \u202c",
    "zero_width": "ki\u200bl\u200cl\u200ded \ufeff\u2060\u00adsol\u00addiers",
    "marks": "k\u0301" + "\u0336\u0489\u0353" * 200 + "illed",
    "tags": "flag \U000e0041\U000e0042\U000e007f \U0001f468\u200d\U0001f469\u200d\U0001f467 \ufe0f\ufe0e",
    "nothing": "\x00\x01\x02 \ufffe \uffff \U0010ffff",
}  # fmt: skip
"""Name → what goes into every field."""

ADDRESSES = {
    "javascript": "javascript:alert(1)",
    "javascript_mixed": " \x01JaVa\tScRiPt:alert(1)",
    "javascript_comment": "javascript://%0aalert(1)//http://outlet.example/",
    "data": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "visual_basic": "vbscript:msgbox(1)",
    "file": "file:///etc/passwd",
    "no_scheme": "//evil.example/a",
    "credentials": "https://outlet.example@evil.example/a",
    "leaves_attribute": 'https://outlet.example/" onclick="alert(1)" x=\'',
    "leaves_wikitext": "https://outlet.example/]]}}|<nowiki> {{x}} 'a'",
    "leaves_markdown": "https://outlet.example/)(javascript:alert(1)) <b>",
    "many_lines": "https://outlet.example/a\nhttps://outlet.example/b",
    "very_long": "https://outlet.example/" + "a" * 100_000,
    "look_alike": "https://оutlet.example/\u202emoc",
    "broken": "http://[::1",
}
"""Name → what a report says its own address is."""

_FIELDS = ("outlet", "title", "author", "archive_url")


def payloads() -> Iterator[Hostile]:
    """Every payload in a text, a page and a record; every address as a report's own."""
    for name, said in MARKUP.items():
        yield Hostile(
            name=name,
            why="is taken for markup, a formula, a command or an end of line",
            make=_in_all(name, said),
        )
    for name, said in ADDRESSES.items():
        yield Hostile(
            name=f"address_{name}", why="is followed when a person clicks it", make=_as_address(name, said)
        )


def _in_all(name: str, said: str):  # type: ignore[no-untyped-def]
    def make() -> Files:
        metadata = {"published": DAY, "language": "en", **dict.fromkeys(_FIELDS, said)}
        words = STORY.replace("an army spokesman", f"a {said} spokesman").replace(
            "militants", f"militants {said}"
        )
        text = f"{said}\n\n{words}{said} Nine militants were killed there.\n"
        record = {
            "id": said,
            "text": text,
            "date": DAY,
            "kind": "news",
            "url": f"https://outlet.example/{said}",
        }
        return {
            f"{name}.txt": text.encode("utf-8", "surrogatepass").replace(b"\0", b""),
            f"{name}.meta.json": as_json(metadata),
            f"{name}.html": _page(said, text).encode("utf-8", "surrogatepass"),
            f"{name}.jsonl": as_json({**record, **dict.fromkeys(_FIELDS, said)}),
        }

    return make


def _page(said: str, text: str) -> str:
    """A page whose markup is the payload itself, with its words as words too."""
    quoted = html.escape(said)
    return (
        f'<!doctype html><html lang="en"><head><title>{quoted}</title><meta property="og:site_name" content="{quoted}">'
        f'<meta name="author" content="{quoted}"><link rel="canonical" href="https://outlet.example/{quoted}">'
        f'<meta property="article:published_time" content="{DAY}"></head><body><article><h1>{quoted}</h1>'
        f"<p>{html.escape(text)}</p>{said}<p>{STORY}</p><div {said}>{quoted}</div></article></body></html>"
    )


def _as_address(name: str, said: str):  # type: ignore[no-untyped-def]
    def make() -> Files:
        metadata = {"published": DAY, "outlet": f"Outlet {name}", "url": said, "archive_url": said}
        page = f'<html lang="en"><head><link rel="canonical" href="{html.escape(said)}"><meta property="og:url" content="{html.escape(said)}"></head>'
        return {
            f"address_{name}.txt": STORY.encode(),
            f"address_{name}.meta.json": as_json(metadata),
            f"address_{name}.html": f"{page}<body><p>{STORY}</p></body></html>".encode(),
        }

    return make
