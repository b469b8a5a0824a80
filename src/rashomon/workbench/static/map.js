// The map beside a list: Natural Earth's borders from this program's own files, a mark for each place of the list.
//
// <div class="bench-map" data-map="results" data-name="Events of this list"></div>, where "results" is the id of the
// list. Points come from the list's own elements with data-lat and data-lon (data-prec: UCDP's where_prec, data-km:
// how far from its point it may lie, data-title, data-href), or, where the list has data-points="/events.json?…", from
// that address of the same server as {"points": [{lat, lon, prec, km, title, href}]}, so that it holds all pages.
// The list says everything the map shows; where a script cannot run there is no map and nothing is lost.

import { ground, load } from "./ground.js";
import { nameTowns } from "./towns.js";

const LISTED = 8;
const TABBED = 60;
/** So many places are drawn one by one; of more, those within so many pixels share a mark. */
const APART = 200;
const CELL = 56;
/** UCDP: 2 is within 25 km of the point; districts, provinces and countries have no bounds here. */
const NEAR_KM = 25;
const PRECISION = {
  1: "exact place", 2: "within 25 km", 3: "somewhere in the district", 4: "somewhere in the province",
  5: "estimated", 6: "only the country is known", 7: "at sea or in the air",
};

/** A path of this server, or null: nothing a report says may become another kind of address. */
function ownPath(href) {
  if (!href) return null;
  const url = new URL(href, location.href);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : null;
}

function pointOf(given) {
  const [lat, lon] = [Number.parseFloat(given.lat), Number.parseFloat(given.lon)];
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  const prec = Number(given.prec) || null;
  const km = Number(given.km) || (prec === 2 ? NEAR_KM : 0);
  return { lat, lon, prec, km, title: given.title || "Event", href: ownPath(given.href) };
}

async function pointsOf(list) {
  const address = ownPath(list.dataset.points);
  const given = address
    ? (await (await fetch(address, { headers: { Accept: "application/json" } })).json()).points
    : [...list.querySelectorAll("[data-lat]")].map((one) => one.dataset);
  return given.map(pointOf).filter(Boolean);
}

/** Points that share a key, the largest group first. */
function gathered(points, keyOf) {
  const groups = new Map();
  for (const point of points) {
    const key = keyOf(point);
    if (groups.has(key)) groups.get(key).push(point);
    else groups.set(key, [point]);
  }
  return [...groups.values()].sort((one, two) => two.length - one.length);
}

const placeOf = (point) => `${point.lat.toFixed(3)} ${point.lon.toFixed(3)}`;
const isOnePlace = (group) => group.every((point) => placeOf(point) === placeOf(group[0]));

/** What shares a mark: events of one place; of many places also neighbours, as long as one is not near enough. */
function groupsOf({ map, points }) {
  const places = gathered(points, placeOf);
  if (places.length <= APART) return places;
  const [zoom, near] = [map.getZoom(), map.getBounds().pad(0.25)];
  const cellOf = (point) => {
    const { x, y } = map.project([point.lat, point.lon], zoom);
    return `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
  };
  const inSight = points.filter((point) => near.contains([point.lat, point.lon]));
  return gathered(inSight, zoom < map.getMaxZoom() ? cellOf : placeOf);
}

const meanOf = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const middleOf = (group) => [meanOf(group.map((one) => one.lat)), meanOf(group.map((one) => one.lon))];

function noteOf(group) {
  return isOnePlace(group) ? PRECISION[group[0].prec] ?? "" : "at several places: zoom in to tell them apart";
}

function wordsOf(group) {
  const where = noteOf(group) ? ` (${noteOf(group)})` : "";
  return group.length === 1 ? group[0].title + where : `${group.length} events here${where}`;
}

function popupOf(group) {
  const box = document.createElement("div");
  const list = document.createElement("ul");
  for (const one of group.slice(0, LISTED)) {
    const item = document.createElement("li");
    const name = document.createElement(one.href ? "a" : "span");
    if (one.href) name.href = one.href;
    const isolated = document.createElement("bdi");
    isolated.textContent = one.title;
    name.append(isolated);
    item.append(name);
    list.append(item);
  }
  box.append(list);
  const notes = [group.length > LISTED ? `and ${group.length - LISTED} more in the list` : "", noteOf(group)];
  box.append(Object.assign(document.createElement("p"), { className: "quiet", textContent: notes.filter(Boolean).join("; ") }));
  return box;
}

function markerOf(group, tabbed) {
  const { L } = window;
  const [first] = group;
  const size = Math.min(CELL - 10, Math.round(14 + 5 * Math.log2(group.length)) + (group.length > 1 ? 4 : 0));
  const pin = document.createElement("span");
  pin.className = isOnePlace(group) && (first.prec === 1 || first.prec === null) ? "pin" : "pin rough";
  if (group.length > 1) pin.textContent = String(group.length);
  pin.style.width = pin.style.height = `${size}px`;
  // The area one can hit is never smaller than 24 px, whatever is drawn.
  const hit = Math.max(24, size);
  const icon = L.divIcon({ className: "pin-place", html: pin, iconSize: [hit, hit] });
  // A known place is never hidden under the ring of an area around it.
  const zIndexOffset = pin.className === "pin" ? 1000 : 0;
  const marker = L.marker(middleOf(group), { icon, keyboard: tabbed, title: wordsOf(group), riseOnHover: true, zIndexOffset });
  marker.on("add", () => marker.getElement().setAttribute("aria-label", wordsOf(group)));
  marker.bindPopup(() => popupOf(group), { maxWidth: 320 });
  // Into the popup with the keyboard, and back to the mark when it shuts.
  marker.on("popupopen", (event) => event.popup.getElement().querySelector("a[href^='/']")?.focus());
  marker.on("popupclose", () => {
    if (document.activeElement === document.body || document.activeElement?.closest(".leaflet-popup")) marker.getElement()?.focus();
  });
  return marker;
}

function draw(held) {
  const { L } = window;
  held.layer.clearLayers();
  held.groups = groupsOf(held);
  held.groups.forEach((group, at) => {
    const [first] = group;
    const reach = isOnePlace(group) ? Math.max(...group.map((one) => one.km)) : 0;
    if (reach) L.circle([first.lat, first.lon], { radius: reach * 1000, className: "spread", interactive: false }).addTo(held.layer);
    markerOf(group, at < TABBED).addTo(held.layer);
  });
}

function lookAt({ map, points }) {
  const all = window.L.latLngBounds(points.map((one) => [one.lat, one.lon]));
  if (points.length) map.fitBounds(all.pad(0.15), { maxZoom: 7, animate: false });
  else map.setView([20, 15], 1, { animate: false });
}

const drawn = new WeakMap();

async function show(element) {
  const list = document.getElementById(element.dataset.map);
  if (!list) return;
  const [borders, points] = await Promise.all([load(), pointsOf(list)]);
  if (!element.isConnected) return;
  if (!drawn.has(element)) {
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", `Map: ${element.dataset.name || "places of the list"}. The list says the same in words.`);
    const map = ground(element, borders);
    const held = { map, layer: window.L.layerGroup().addTo(map), points, groups: [] };
    drawn.set(element, held);
    nameTowns(map, () => held.groups.map(middleOf));
    map.on("zoomstart", () => map.closePopup());
    // A popup that opens may move the map: its mark stays as long as it is open.
    map.on("moveend", () => { if (held.points.length > APART && !element.querySelector(".leaflet-popup")) draw(held); });
  }
  const held = Object.assign(drawn.get(element), { points });
  lookAt(held);
  draw(held);
}

function all() {
  // A map that cannot be drawn is left away: the list is there.
  for (const element of document.querySelectorAll("[data-map]")) show(element).catch((error) => console.warn("no map:", error));
}

document.addEventListener("htmx:after:swap", all);
all();
