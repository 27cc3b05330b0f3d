// The map of initiatives. Markers and clusters come from the server for the part in sight;
// moving the map also narrows the list, which works without the map.
const WHOLE_REGION = [[49.95, 16.85], [51.22, 18.72]];
const MAX_ZOOM = 17;
// Only the newest answer counts: a slow earlier one must not draw over it.
let newest = 0;

function start(element) {
  const map = L.map(element, { maxZoom: MAX_ZOOM, minZoom: 7 });
  if (element.dataset.tiles) {
    L.tileLayer(element.dataset.tiles, { attribution: element.dataset.attribution, maxZoom: MAX_ZOOM }).addTo(map);
  }
  map.fitBounds(WHOLE_REGION);
  drawCounties(map, element);
  const markers = L.layerGroup().addTo(map);
  const filters = document.querySelector("[data-map-filters]");
  const refresh = () => load(map, markers, element, filters);
  map.on("moveend", refresh);
  map.on("dragend", () => narrowList(map, filters));
  filters?.addEventListener("change", refresh);
  refresh();
}

async function drawCounties(map, element) {
  const response = await fetch(element.dataset.outlines);
  if (!response.ok) return;
  const style = getComputedStyle(element);
  L.geoJSON(await response.json(), {
    interactive: false,
    style: {
      color: style.getPropertyValue("--color-line-strong"),
      weight: 1,
      fillColor: style.getPropertyValue("--color-tint"),
      fillOpacity: element.dataset.tiles ? 0 : 0.6,
    },
  }).addTo(map);
}

async function load(map, markers, element, filters) {
  const number = ++newest;
  const query = new URLSearchParams(filters ? new FormData(filters) : undefined);
  query.set("obszar", boxOf(map));
  query.set("skala", map.getZoom());
  const response = await fetch(`${element.dataset.points}?${query}`);
  if (!response.ok || number !== newest) return;
  const answer = await response.json();
  markers.clearLayers();
  for (const marker of answer.markers) markers.addLayer(draw(map, marker, element));
}

function draw(map, marker, element) {
  const place = [marker.latitude, marker.longitude];
  if (marker.url) {
    const icon = L.divIcon({ className: "initiatives-map__point", iconSize: [24, 24], iconAnchor: [2, 24] });
    const link = document.createElement("a");
    link.href = marker.url;
    link.textContent = marker.title;
    return L.marker(place, { icon, alt: marker.title, title: marker.title }).bindPopup(link);
  }
  const size = Math.min(28 + 6 * Math.log2(marker.count), 64);
  const icon = L.divIcon({ className: "initiatives-map__cluster", html: String(marker.count), iconSize: [size, size] });
  const label = `${marker.count} ${element.dataset.clusterLabel}`;
  return L.marker(place, { icon, alt: label, title: label }).on("click", () => map.setView(place, map.getZoom() + 2));
}

function narrowList(map, filters) {
  const field = filters?.elements.namedItem("obszar");
  if (!field) return;
  field.value = boxOf(map);
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function boxOf(map) {
  const bounds = map.getBounds();
  const limited = (value, limit) => Math.min(Math.max(value, -limit), limit).toFixed(4);
  return [
    limited(bounds.getWest(), 180), limited(bounds.getSouth(), 90),
    limited(bounds.getEast(), 180), limited(bounds.getNorth(), 90),
  ].join(",");
}

for (const element of document.querySelectorAll("[data-initiatives-map]")) start(element);
