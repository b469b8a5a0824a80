// Names of towns on a map: the largest that find room, asked of this program's own gazetteer for the window shown.

/** Nearer than this, countries alone are too rough to say where something was. */
const FROM_ZOOM = 5;
const MOST = 24;
const LETTER = 6.2;
/** Pixels kept free around a name, so that the towns of one dense country do not take all the names. */
const AIR = 26;

function boxOf(at, words) {
  return { left: at.x - 4, right: at.x + 10 + LETTER * words.length, top: at.y - 9, bottom: at.y + 9 };
}

const meet = (one, two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;

function nameOf(town) {
  const words = document.createElement("span");
  words.textContent = town.name;
  // For the eye only, as all of the ground: the list says where each event was.
  words.setAttribute("aria-hidden", "true");
  const icon = window.L.divIcon({ className: "town-name", html: words, iconSize: [0, 0] });
  return window.L.marker([town.lat, town.lon], { icon, interactive: false, keyboard: false, zIndexOffset: -500 });
}

/** What names must not cover: the marks, and the countries' names. */
function takenOn(map, marks) {
  const [frame, pins] = [map.getContainer().getBoundingClientRect(), marks.map((place) => map.latLngToContainerPoint(place))];
  const countries = [...map.getContainer().querySelectorAll(".country-name span")].map((name) => name.getBoundingClientRect());
  return [
    ...pins.map(({ x, y }) => ({ left: x - 14, right: x + 14, top: y - 14, bottom: y + 14 })),
    ...countries.map((box) => ({ left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top })),
  ];
}

/** The towns whose names find room, the largest first. */
function withRoom(map, towns, marks) {
  const taken = takenOn(map, marks);
  const size = map.getSize();
  const named = [];
  for (const town of towns) {
    const at = map.latLngToContainerPoint([town.lat, town.lon]);
    const box = boxOf(at, town.name);
    if (at.x < 0 || at.y < 0 || box.right > size.x || box.bottom > size.y || taken.some((one) => meet(one, box))) continue;
    taken.push({ left: box.left - AIR, right: box.right + AIR, top: box.top - AIR, bottom: box.bottom + AIR });
    named.push(town);
    if (named.length === MOST) break;
  }
  return named;
}

/** Keeps a map's names of towns as it is moved; `marks` gives the places its marks stand at. */
export function nameTowns(map, marks) {
  const layer = window.L.layerGroup().addTo(map);
  let asked = 0;
  async function renew() {
    const turn = (asked += 1);
    layer.clearLayers();
    if (map.getZoom() < FROM_ZOOM) return;
    const bounds = map.getBounds();
    const corners = { south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast() };
    const query = Object.entries(corners).map(([name, degrees]) => `${name}=${degrees.toFixed(2)}`).join("&");
    const answer = await fetch(`/towns.json?${query}`);
    if (!answer.ok || turn !== asked) return;
    const { towns } = await answer.json();
    for (const town of withRoom(map, towns, marks())) nameOf(town).addTo(layer);
  }
  map.attributionControl.addAttribution("Towns: GeoNames, CC BY 4.0");
  // Without names the map is still a map.
  map.on("moveend", () => renew().catch(() => {}));
}
