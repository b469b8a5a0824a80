"""What would run, load or lead elsewhere on a page, whatever it was meant to be."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from lxml import html

_LOADING = ("src", "srcset", "data", "poster", "background", "manifest", "ping", "srcdoc", "xlink:href")
_LEADING = ("href", "action", "formaction")
_NEVER = (
    "iframe",
    "object",
    "embed",
    "base",
    "applet",
    "frame",
    "frameset",
    "portal",
    "math",
    "foreignobject",
    "animate",
    "set",
)


def alive_in(page: str, *, scripts: Collection[str] = (), styles: bool = False) -> list[str]:
    """What is alive on a page; ``scripts`` are the addresses that may be loaded, ``styles`` whether style may be inline."""
    found = []
    for element in html.document_fromstring(
        page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    ).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        if tag in _NEVER:
            found.append(f"<{tag}>")
        if tag == "script" and (element.get("src") not in scripts or (element.text or "").strip()):
            found.append(f"<script src={element.get('src')}>{(element.text or '')[:80]}")
        if tag == "style" and not styles:
            found.append(f"<style>{(element.text or '')[:80]}")
        if tag == "meta" and element.get("http-equiv") and "url" in (element.get("content") or "").lower():
            found.append(f"<meta {element.get('content')}>")
        for name, said in element.attrib.items():
            found += [f"<{tag} {name}={said[:120]}>" for _ in [0] if _is_alive(name.lower(), said, scripts)]
            if name.lower() == "style" and not styles:
                found.append(f"<{tag} style={said[:80]}>")
    return found


def _is_alive(name: str, said: str, scripts: Collection[str]) -> bool:
    if name.startswith(("on", "hx-on", "data-hx-on")):
        return True
    if name in _LEADING or name in _LOADING:
        squeezed = "".join(char for char in said if char > " ").lower()
        try:
            parts = urlsplit(squeezed)
        except ValueError:
            return True
        if parts.scheme not in ("", "http", "https") and not (
            name == "src" and squeezed.startswith("data:image/png")
        ):
            return True
        if name in _LOADING:
            return bool(parts.netloc)
        return bool(parts.netloc) and not parts.scheme
    return name in ("hx-get", "hx-post", "hx-vals", "hx-headers") and bool(urlsplit(said).netloc)
