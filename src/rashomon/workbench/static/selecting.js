// On a report: the words somebody selects become the passage of the claim they add.
//
// The text stands in an element with data-selecting="ID of the form". Each stretch of the report's own text has
// data-start, its first character's place in the whole text, counted in code points as everywhere in Rashomon
// (JavaScript counts UTF-16 units: an emoji is two of those and one code point). What stands between and is no part
// of the text (labels, buttons) has data-not-text. The form has the fields start, end and words; the server holds
// the three against each other. Without this file one types or pastes the words, and the server looks for them.

const points = (text) => [...text].length;

/** The text nodes of the report's own text within an element, in order. */
function textNodes(region) {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest("[data-not-text]") && region.contains(parent.closest("[data-start]"))) found.push(walker.currentNode);
  }
  return found;
}

/** Where a place in a text node stands in the whole text, in code points. */
function placeOf(node, offset) {
  const stretch = node.parentElement.closest("[data-start]");
  let at = Number(stretch.dataset.start);
  for (const one of textNodes(stretch)) {
    if (one === node) return at + points(node.data.slice(0, offset));
    if (one.parentElement.closest("[data-start]") === stretch) at += points(one.data);
  }
  return at;
}

/** The passage of a selection: start, end (past the last character) and the words; null where it holds none. */
export function passageOf(range, region) {
  const met = textNodes(region)
    .filter((node) => range.intersectsNode(node))
    .map((node) => ({
      node,
      from: node === range.startContainer ? range.startOffset : 0,
      to: node === range.endContainer ? range.endOffset : node.length,
    }));
  // Blanks at the ends belong to nobody's words; a double click often takes one along.
  const worded = (piece) => piece.node.data.slice(piece.from, piece.to).trim() !== "";
  const pieces = met.slice(met.findIndex(worded), met.findLastIndex(worded) + 1);
  if (!pieces.length) return null;
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  const from = first.from + first.node.data.slice(first.from, first.to).search(/\S/);
  const to = last.from + last.node.data.slice(last.from, last.to).trimEnd().length;
  const words = pieces
    .map((piece) => piece.node.data.slice(piece === first ? from : piece.from, piece === last ? to : piece.to))
    .join("");
  return { start: placeOf(first.node, from), end: placeOf(last.node, to), words };
}

function fill(region, passage) {
  const form = document.getElementById(region.dataset.selecting);
  if (!form) return;
  for (const name of ["start", "end", "words"]) {
    const field = form.elements.namedItem(name);
    if (field) field.value = passage[name];
  }
  form.closest("details")?.setAttribute("open", "");
  const shown = form.querySelector(".chosen");
  if (shown) shown.textContent = `“${passage.words}”`;
}

function taken(region) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(region) ? passageOf(range, region) : null;
}

function regionOf(target) {
  return target.closest?.("[data-selecting]") ?? null;
}

/** Takes what is selected into the form, and says whether there was anything. */
function take(region) {
  const passage = taken(region);
  if (passage) fill(region, passage);
  return Boolean(passage);
}

document.addEventListener("pointerup", () => {
  const selection = document.getSelection();
  const at = selection.anchorNode;
  const region = at && regionOf(at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement);
  // The browser settles the selection after the event of a click.
  if (region) setTimeout(() => take(region));
});

// A marked passage is a link to its claim. Browsers select nothing from within a link, they drag it: for as long as the
// button of the mouse is down it is none. Let go over selected words, it is no click either.
let held = null;
document.addEventListener("pointerdown", (event) => {
  const link = event.pointerType === "mouse" && regionOf(event.target) && event.target.closest("a[href]");
  if (!link) return;
  held = { link, href: link.getAttribute("href") };
  link.removeAttribute("href");
});
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    held?.link.setAttribute("href", held.href);
    held = null;
  }, { capture: true });
}
document.addEventListener("click", (event) => {
  if (regionOf(event.target) && event.target.closest("a") && !document.getSelection().isCollapsed) event.preventDefault();
});

// By keyboard: with the text focused, left and right go word by word, up and down line by line, the shift key
// extends, Enter goes on to the form. A caret does not show in text that cannot be edited, so the word one is at
// is selected.
const STEPS = {
  ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"],
};

function begin(region) {
  const selection = document.getSelection();
  const inside = selection.rangeCount && region.contains(selection.anchorNode);
  if (!inside) selection.collapse(textNodes(region)[0] ?? region, 0);
  return selection;
}

function move(region, event) {
  const [direction, unit] = STEPS[event.key];
  const selection = begin(region);
  const before = selection.getRangeAt(0).cloneRange();
  if (event.shiftKey) {
    selection.modify("extend", direction, unit);
  } else {
    if (direction === "forward") selection.collapseToEnd();
    else selection.collapseToStart();
    // Where nothing was selected yet, the first word is.
    if (!before.collapsed) selection.modify("move", direction, unit);
    // Forward leads to the end of the next word; its start is where the selection begins.
    if (!before.collapsed && unit === "word" && direction === "forward") selection.modify("move", "backward", "word");
    selection.modify("extend", "forward", "word");
  }
  if (!region.contains(selection.focusNode)) {
    selection.removeAllRanges();
    selection.addRange(before);
  }
  selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
  take(region);
}

document.addEventListener("keydown", (event) => {
  const region = event.target;
  if (!region.dataset?.selecting || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in STEPS) {
    event.preventDefault();
    move(region, event);
  } else if (event.key === "Enter" && take(region)) {
    event.preventDefault();
    const form = document.getElementById(region.dataset.selecting);
    form?.querySelector("select, input:not([type=hidden]), textarea")?.focus();
  } else if (event.key === "Escape") {
    document.getSelection().removeAllRanges();
  }
});
