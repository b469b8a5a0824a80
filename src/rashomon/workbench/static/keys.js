// Single keys for what the page's own buttons and links do.
//
// A template says which key by data-key="a" on a button, link or field (and data-key-name="Accept the claim" where its
// own words are too long for the list of keys). Inside an element with data-item (a claim, a row) a key acts on the
// item one is at; j and k go from item to item. The list of keys is made from what the page declares.
// Keys can be switched off, as WCAG 2.1.4 asks: whoever speaks to the computer would else press them by talking.

const STORED = "rashomon.keys";
const NEXT = new Set(["j", "ArrowDown"]);
const FIELD = "input:not([type=submit], [type=checkbox], [type=hidden]), textarea, select";
const BACK = new Set(["k", "ArrowUp"]);
let atId = null;

const storage = {
  // Reading the store throws where the browser forbids it; keys are then on until the page is left.
  get off() { try { return localStorage.getItem(STORED) === "off"; } catch { return storage.held; } },
  set off(value) { storage.held = value; try { localStorage.setItem(STORED, value ? "off" : "on"); } catch { /* held */ } },
  held: false,
};

const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility?.() ?? true);

function current() {
  const focused = document.activeElement?.closest("[data-item]");
  return focused ?? (atId && document.getElementById(atId)) ?? null;
}

function mark(item) {
  for (const one of document.querySelectorAll("[data-item].here")) if (one !== item) one.classList.remove("here");
  item?.classList.add("here");
  if (item) atId = item.id;
}

function goTo(item) {
  if (!item.hasAttribute("tabindex")) item.setAttribute("tabindex", "-1");
  mark(item);
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = items();
  if (!all.length) return false;
  const at = all.indexOf(current());
  goTo(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
  return true;
}

/** The page's element for a key: the current item's own, else one that belongs to no item. */
function holder(key) {
  const all = [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key === key && !one.disabled);
  const item = current();
  return all.find((one) => item?.contains(one)) ?? all.find((one) => !one.closest("[data-item]")) ?? null;
}

function act(key) {
  const found = holder(key);
  if (!found) {
    // Nobody is at an item yet: show which one the key would be for, and let it be pressed again.
    const any = document.querySelector(`[data-item] [data-key="${CSS.escape(key)}"]`);
    return any && !current() ? step(1) : false;
  }
  // A fold is opened with its first field ready to be typed into; what stands in a shut fold is shown first.
  const fold = found.closest("details:not([open])");
  if (fold) fold.open = true;
  const field = found.matches("summary") ? found.parentElement.querySelector(FIELD) : found.matches(FIELD) ? found : null;
  if (field) {
    field.focus();
    field.select?.();
  } else if (!found.matches("summary")) {
    found.click();
  }
  return true;
}

function typing(target) {
  return Boolean(target.closest?.(`${FIELD}, [contenteditable]:not([contenteditable=false])`));
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || document.querySelector("dialog[open]") || storage.off) return;
  const { key } = event;
  // Arrows belong to the page, to the map and to the text; they go between items only from an item itself.
  if (key.startsWith("Arrow") && !event.target.matches?.("[data-item]")) return;
  if (event.repeat && !NEXT.has(key) && !BACK.has(key)) return;
  const done = key === "?" ? help() : NEXT.has(key) ? step(1) : BACK.has(key) ? step(-1) : key.length === 1 && act(key);
  if (done) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.("[data-item]");
  if (item) mark(item);
});

/** What the page's elements say of their keys, each key once, in the order of the page. */
function declared() {
  const found = new Map();
  if (items().length) found.set("j k", "Next, previous");
  for (const one of document.querySelectorAll("[data-key]")) {
    const words = one.dataset.keyName || one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent;
    if (!found.has(one.dataset.key)) found.set(one.dataset.key, words.trim());
  }
  return found.set("?", "This list");
}

function line(list, key, words) {
  const term = document.createElement("dt");
  for (const one of key.split(" ")) term.append(Object.assign(document.createElement("kbd"), { textContent: one }), " ");
  list.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
}

function help() {
  const dialog = document.createElement("dialog");
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: "Keys on this page" });
  const list = Object.assign(document.createElement("dl"), { className: "keys" });
  for (const [key, words] of declared()) line(list, key, words);
  const check = Object.assign(document.createElement("label"), { className: "check" });
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !storage.off });
  box.addEventListener("change", () => { storage.off = !box.checked; show(); });
  check.append(box, "Single keys are on");
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, list, check, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

/** Lets assistive technology and the style sheet know the keys while they are on. */
function show() {
  document.documentElement.toggleAttribute("data-keys-on", !storage.off);
  for (const one of document.querySelectorAll("[data-key]")) {
    if (storage.off) one.removeAttribute("aria-keyshortcuts");
    else one.setAttribute("aria-keyshortcuts", one.dataset.key);
  }
  const opener = document.querySelector("[data-keys-help]");
  if (opener) opener.hidden = false;
}

document.addEventListener("click", (event) => { if (event.target.closest?.("[data-keys-help]")) help(); });
// What was swapped in has new buttons, and the item one was at may be another element of the same id.
document.addEventListener("htmx:after:settle", () => { show(); mark(current()); });
show();
if (location.hash.length > 1) {
  const item = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("[data-item]");
  if (item) goTo(item);
}
