// Calculators: the reader's numbers stay on the page and in its address, so that a result can be shared as a link.

import { numberOf } from "./numbers.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDEST, NARROWEST, HEIGHT, LEFT, FOOT, HEAD] = [640, 300, 260, 84, 28, 12];
const YEAR_ROOM = 44;

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawBars(holder, series, words, format) {
  const values = series.map(([, value]) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const y = (value) => HEAD + ((high - value) / span) * (HEIGHT - HEAD - FOOT);
  // Drawn as wide as its place, so that the letters keep their size on a phone.
  const width = Math.min(WIDEST, Math.max(NARROWEST, holder.clientWidth));
  const step = (width - LEFT - 8) / series.length;
  const picture = element("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", class: "hub-bars", "aria-label": words });
  for (const value of [...new Set([high, 0, low])]) {
    picture.append(
      element("line", { x1: LEFT, x2: width - 8, y1: y(value), y2: y(value), class: "hub-bars__rule" }),
      element("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, format.format(value)),
    );
  }
  const every = Math.max(1, Math.ceil(YEAR_ROOM / step));
  series.forEach(([year, value], at) => {
    const x = LEFT + at * step;
    const top = Math.min(y(value), y(0));
    picture.append(
      element("rect", {
        x: x + step * 0.15, width: Math.max(1, step * 0.7), y: top, height: Math.max(1, Math.abs(y(value) - y(0))),
        class: value < 0 ? "hub-bars__below" : "hub-bars__above",
      }),
    );
    if (at % every === 0) picture.append(element("text", { x: x + step / 2, y: HEIGHT - 8, "text-anchor": "middle" }, year));
  });
  holder.replaceChildren(picture);
}

async function setUp(place) {
  const { locale } = place.dataset;
  const { inputs, results, overYears } = await import(new URL(place.dataset.script, document.baseURI));
  const form = place.querySelector("form");
  const shown = place.querySelector(".hub-calculator__results");
  const told = place.querySelector("[aria-live]");
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  // What a link carries comes back as it was written, with every decimal.
  const typed = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const fieldOf = (key) => form.elements.namedItem(key);

  function read() {
    const values = {};
    let ready = true;
    for (const { key, min, max } of inputs) {
      const field = fieldOf(key);
      const value = numberOf(field.value, locale);
      const bad = value !== undefined && !(value >= min && value <= max);
      field.setAttribute("aria-invalid", String(bad));
      const hint = document.getElementById(`${field.id}-hint`);
      hint.hidden = !bad;
      if (value === undefined || bad) ready = false;
      else values[key] = value;
    }
    return ready ? values : null;
  }

  function remember() {
    const address = new URL(location.href);
    for (const { key } of inputs) {
      const value = numberOf(fieldOf(key).value, locale);
      if (Number.isFinite(value)) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    history.replaceState(null, "", address);
  }

  function show() {
    const values = read();
    remember();
    shown.hidden = !values;
    told.textContent = values ? "" : place.dataset.empty;
    if (!values) return;
    const found = results(values);
    found.forEach(([key, value]) => {
      const cell = shown.querySelector(`[data-result="${key}"]`);
      cell.textContent = Number.isFinite(value) ? exact.format(value) : place.dataset.none;
    });
    const series = overYears(values).filter(([, value]) => Number.isFinite(value));
    const body = shown.querySelector("[data-years]");
    body.replaceChildren(
      ...series.map(([year, value]) => {
        const row = document.createElement("tr");
        const head = document.createElement("th");
        head.scope = "row";
        head.textContent = year;
        const cell = document.createElement("td");
        cell.className = "hub-align-right";
        cell.textContent = exact.format(value);
        row.append(head, cell);
        return row;
      }),
    );
    drawBars(shown.querySelector(".hub-calculator__chart"), series, place.dataset.chart, whole);
    told.textContent = found
      .filter(([, value]) => Number.isFinite(value))
      .map(([key, value]) => `${shown.querySelector(`[data-result="${key}"]`).closest("tr").cells[0].textContent}: ${exact.format(value)}`)
      .join(". ");
  }

  for (const [key, value] of new URLSearchParams(location.search)) {
    if (inputs.some((each) => each.key === key) && Number.isFinite(Number(value))) fieldOf(key).value = typed.format(Number(value));
  }
  form.addEventListener("input", show);
  // A number that is left is written out as it was understood, so that a wrong sign shows.
  form.addEventListener("change", ({ target }) => {
    const value = numberOf(target.value, locale);
    if (Number.isFinite(value)) target.value = typed.format(value);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  place.querySelector("[data-fill]").addEventListener("click", () => {
    for (const { key, example } of inputs) fieldOf(key).value = typed.format(example);
    place.querySelector("[data-example]").hidden = false;
    show();
  });
  place.querySelector("[data-clear]").addEventListener("click", () => {
    form.reset();
    place.querySelector("[data-example]").hidden = true;
    show();
  });
  place.hidden = false;
  show();
}

export function setUpCalculators() {
  for (const place of document.querySelectorAll("[data-calculator]")) setUp(place);
}
