// Compares two to four entries side by side. What a page says of its entry is read from that page, so that the table
// can never say anything else; which entries are compared stands in the address.

import { make } from "./dom.js";

const MOST = 4;
const LEAST = 2;

function textOf(node) {
  const copy = node.cloneNode(true);
  for (const cite of copy.querySelectorAll(".hub-cite")) cite.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

async function readPage(href, summary) {
  const answer = await fetch(href);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = new Map([[summary, textOf(page.querySelector(".hub-lead"))]]);
  for (const fact of page.querySelectorAll(".hub-facts .hub-fact")) {
    rows.set(textOf(fact.querySelector("dt")), textOf(fact.querySelector("dd")));
  }
  for (const field of page.querySelectorAll(".hub-canvas__field")) {
    rows.set(textOf(field.querySelector("h3")), [...field.querySelectorAll("li")].map(textOf).join("; "));
  }
  return { title: textOf(page.querySelector("h1")), href, rows };
}

function table(found, say) {
  const labels = [...new Set(found.flatMap(({ rows }) => [...rows.keys()]))];
  const head = make("tr", {}, make("th", { scope: "col" }, say.what), ...found.map(({ title, href }) => make("th", { scope: "col" }, make("a", { href }, title))));
  const rows = labels.map((label) => {
    const values = found.map((each) => each.rows.get(label) ?? "");
    const differs = new Set(values).size > 1;
    const name = make("th", { scope: "row" }, label);
    if (differs) name.append(" ", make("span", { class: "hub-badge" }, say.differs));
    return make("tr", differs ? { class: "hub-compare__differs" } : {}, name, ...values.map((value) => make("td", {}, value || "–")));
  });
  return { node: make("table", { class: "hub-table hub-compare" }, make("thead", {}, head), make("tbody", {}, ...rows)), labels };
}

function sheet(found, labels, say) {
  const cell = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  // A cell that begins like a formula would be computed by the reader's spreadsheet.
  const safe = (text) => cell(/^[=+\-@]/.test(text) ? `'${text}` : text);
  const lines = [[say.what, ...found.map(({ title }) => title)], ...labels.map((label) => [label, ...found.map(({ rows }) => rows.get(label) ?? "")])];
  return lines.map((line) => line.map(safe).join("\t")).join("\n");
}

export async function setUpComparison(place) {
  const say = JSON.parse(place.dataset.say);
  const asked = new URL(location.href).searchParams;
  const segment = JSON.parse(place.dataset.compare)[asked.get("type")];
  const slugs = (asked.get("entries") ?? "").split(",").filter((slug) => /^[a-z0-9-]+$/.test(slug)).slice(0, MOST);
  if (!segment || slugs.length < LEAST) return;
  const pages = await Promise.all(slugs.map((slug) => readPage(new URL(`../${segment}/${slug}/`, location.href.split("?")[0]).href, say.summary)));
  const found = pages.filter(Boolean);
  if (found.length < LEAST) return;
  const { node, labels } = table(found, say);
  const copy = make("button", { type: "button", class: "hub-plain" }, say.copy);
  const print = make("button", { type: "button", class: "hub-plain" }, say.print);
  const status = make("p", { role: "status", class: "hub-note" });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(sheet(found, labels, say));
    status.textContent = say.copied;
  });
  print.addEventListener("click", () => window.print());
  place.replaceChildren(make("p", { class: "hub-compare__ways" }, copy, " ", print), status, make("div", { class: "hub-scroll", tabindex: "0", role: "region", "aria-label": say.title }, node));
}

// On a collection: a box on each card, and a way to the comparison once two are chosen.
export function setUpChoice(place, items) {
  const say = JSON.parse(place.dataset.compareSay);
  const chosen = new Set();
  const link = make("a", { class: "hub-button" });
  const told = make("span", { role: "status" });
  const bar = make("div", { class: "hub-compare__bar", hidden: "" }, told, " ", link);
  const boxes = new Map();
  const show = () => {
    bar.hidden = !chosen.size;
    link.hidden = chosen.size < LEAST;
    link.href = `${place.dataset.compareHref}?type=${place.dataset.compareType}&entries=${[...chosen].join(",")}`;
    link.textContent = say.go;
    told.textContent = say.chosen.replace("{count}", chosen.size).replace("{most}", MOST);
    for (const [slug, box] of boxes) box.disabled = chosen.size >= MOST && !chosen.has(slug);
  };
  for (const [slug, item] of items) {
    const box = make("input", { type: "checkbox" });
    boxes.set(slug, box);
    box.addEventListener("change", () => {
      chosen[box.checked ? "add" : "delete"](slug);
      show();
    });
    const title = item.querySelector("a").textContent;
    item.append(make("p", { class: "hub-compare__pick" }, make("label", {}, box, ` ${say.pick}`, make("span", { class: "hub-visually-hidden" }, `: ${title}`))));
  }
  place.after(bar);
}
