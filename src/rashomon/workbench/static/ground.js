// The ground of a map: Leaflet, and Natural Earth's countries with their names, all from this program's own files.

const HERE = new URL("./vendor/", import.meta.url);
/** From this zoom on names of countries have room. */
const NAMED = 4;

function once(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}

/** Lets what lies on both sides of the date line go on beyond 180°: else it would be drawn right across the map. */
function unwrap({ geometry }) {
  if (!geometry) return;
  const pieces = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of pieces.flat()) {
    for (let n = 1; n < ring.length; n += 1) {
      const leap = ring[n][0] - ring[n - 1][0];
      if (Math.abs(leap) > 180) ring[n] = [ring[n][0] - 360 * Math.sign(leap), ring[n][1]];
    }
  }
}

let parts = null;
/** Leaflet and the countries, asked for only by a page with a map, and once. */
export function load() {
  parts ??= (async () => {
    await Promise.all([
      once("link", { rel: "stylesheet", href: new URL("leaflet/leaflet.css", HERE).href }),
      once("script", { src: new URL("leaflet/leaflet.js", HERE).href }),
      once("script", { src: new URL("topojson-client/topojson-client.min.js", HERE).href }),
    ]);
    const answer = await fetch(new URL("world-atlas/countries-50m.json", HERE));
    const atlas = await answer.json();
    const countries = window.topojson.feature(atlas, atlas.objects.countries);
    countries.features.forEach(unwrap);
    return countries;
  })();
  return parts;
}

/** Twice the area of a ring, and its middle, in degrees: enough to set a name. */
function middleOf(ring) {
  let [area, x, y] = [0, 0, 0];
  for (let n = 0; n + 1 < ring.length; n += 1) {
    const [[x1, y1], [x2, y2]] = [ring[n], ring[n + 1]];
    const part = x1 * y2 - x2 * y1;
    area += part;
    x += (x1 + x2) * part;
    y += (y1 + y2) * part;
  }
  return { area: Math.abs(area), lat: y / (3 * area), lon: x / (3 * area) };
}

/** Where a country's name stands: the middle of its largest piece. */
function placeOfName({ type, coordinates }) {
  const rings = type === "Polygon" ? [coordinates[0]] : coordinates.map((piece) => piece[0]);
  return rings.map(middleOf).sort((one, two) => two.area - one.area)[0];
}

function nameOf(feature) {
  const { lat, lon } = placeOfName(feature.geometry);
  const words = Object.assign(document.createElement("span"), { textContent: feature.properties.name });
  // For the eye only: to whoever listens, the list names the places.
  words.setAttribute("aria-hidden", "true");
  const icon = window.L.divIcon({ className: "country-name", html: words, iconSize: [0, 0] });
  return window.L.marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
}

/** An empty map of the countries in an element. */
export function ground(element, countries) {
  const { L } = window;
  const moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    zoomAnimation: moving, fadeAnimation: moving, markerZoomAnimation: moving, inertia: moving,
    // The borders are drawn for maps of countries; nearer they would only look exact.
    minZoom: 1, maxZoom: 9, scrollWheelZoom: false, worldCopyJump: true,
  });
  map.attributionControl.setPrefix(false).addAttribution("Borders: Natural Earth, as held on the ground");
  L.control.scale({ imperial: false, position: "topright" }).addTo(map);
  L.geoJSON(countries, { interactive: false, style: () => ({ className: "land" }) }).addTo(map);
  const names = L.layerGroup(countries.features.filter((one) => one.geometry).map(nameOf));
  map.on("zoomend", () => (map.getZoom() >= NAMED ? names.addTo(map) : names.remove()));
  // Leaflet listens for this key only while the map itself has the focus, not a popup in it.
  element.addEventListener("keydown", (event) => { if (event.key === "Escape") map.closePopup(); });
  // The wheel moves the page until somebody has gone into the map.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  return map;
}
