// Narrows and sorts a collection in the reader's browser. What was chosen stands in the address, so that it can be
// shared and the back button works; without scripts the page lists everything.

import { make } from "./dom.js";

const NARROW = matchMedia("(max-width: 47.99em)");

const slugOf = (link) => new URL(link.href).pathname.replace(/\/$/, "").split("/").pop();

// The page's items by slug, each with the list it stands in.
function itemsOf(main, entries) {
  const items = new Map();
  for (const item of main.querySelectorAll(".hub-card, .hub-list > li, .hub-compact > li")) {
    const link = item.querySelector("a[href]");
    const slug = link && slugOf(link);
    if (slug in entries && !items.has(slug)) items.set(slug, item);
  }
  return items;
}

// A list that is empty goes, and so do the headings that then have nothing under them.
function tidy(lists) {
  for (const list of lists) {
    const empty = [...list.children].every((item) => item.hidden);
    list.hidden = empty;
    let before = list.previousElementSibling;
    while (before && !before.matches("h2, h3, ul")) before = before.previousElementSibling;
    if (before?.matches("h2, h3")) before.hidden = empty;
  }
}

function read(address, facets) {
  const chosen = new Map();
  for (const { key, choices } of facets) {
    const known = new Set(choices.map(([value]) => value));
    const values = (address.searchParams.get(key) ?? "").split(",").filter((value) => known.has(value));
    if (values.length) chosen.set(key, new Set(values));
  }
  return { chosen, sort: address.searchParams.get("sort") ?? "" };
}

function write({ chosen, sort }) {
  const address = new URL(location.href);
  address.search = "";
  for (const [key, values] of chosen) if (values.size) address.searchParams.set(key, [...values].join(","));
  if (sort) address.searchParams.set("sort", sort);
  return address;
}

// Within one facet any of the choices will do; each facet with a choice must be answered.
function fits(values, chosen, leaving) {
  return [...chosen].every(([key, wanted]) => key === leaving || !wanted.size || (values[key] ?? []).some((value) => wanted.has(value)));
}

export async function setUpCollection(place) {
  const { say, facets, entries } = await (await fetch(new URL(place.dataset.facets, document.baseURI))).json();
  const main = document.getElementById("main");
  const items = itemsOf(main, entries);
  if (items.size < 4 || !facets.length) return;
  const lists = [...new Set([...items.values()].map((item) => item.parentElement))];
  const first = [...items.values()];
  let state = read(new URL(location.href), facets);

  const status = make("p", { role: "status", class: "hub-facets__status" });
  const clear = make("button", { type: "button", class: "hub-plain" }, say.clear);
  const none = make("p", { class: "hub-notice", hidden: "" }, say.none);
  const boxes = [];
  const groups = facets.map(({ key, label, choices }) => {
    const rows = choices.map(([value, text]) => {
      const box = make("input", { type: "checkbox", name: key, value });
      const count = make("span", { class: "hub-count" });
      boxes.push({ key, value, box, count });
      return make("li", {}, make("label", {}, box, ` ${text} `, count));
    });
    return make("fieldset", {}, make("legend", {}, label), make("ul", {}, ...rows));
  });
  const sort = make("select", { id: "hub-sort" }, make("option", { value: "" }, say.sort_own), make("option", { value: "title" }, say.sort_title), make("option", { value: "checked" }, say.sort_checked));
  const sorting = make("p", {}, make("label", { for: "hub-sort" }, say.sort), sort);
  sorting.hidden = lists.length > 1;
  const details = make("details", { class: "hub-fold" }, make("summary", {}, say.title), make("div", { class: "hub-facets__groups" }, ...groups), make("div", { class: "hub-facets__more" }, sorting, clear));
  place.append(details, status, none);
  // Open where something is chosen and there is room; else it would push the list away from under a reader's eyes.
  details.open = state.chosen.size > 0 && !NARROW.matches;

  function show() {
    let seen = 0;
    for (const [slug, item] of items) {
      item.hidden = !fits(entries[slug].values, state.chosen);
      seen += item.hidden ? 0 : 1;
    }
    for (const { key, value, box, count } of boxes) {
      const many = [...items.keys()].filter((slug) => (entries[slug].values[key] ?? []).includes(value) && fits(entries[slug].values, state.chosen, key)).length;
      box.checked = state.chosen.get(key)?.has(value) ?? false;
      count.textContent = many;
      box.closest("li").classList.toggle("hub-facets__none", !many && !box.checked);
    }
    if (lists.length === 1) {
      const ordered = [...items].sort(([one], [other]) => {
        if (state.sort === "title") return entries[one].title - entries[other].title;
        if (state.sort === "checked") return entries[other].checked.localeCompare(entries[one].checked) || entries[one].title - entries[other].title;
        return first.indexOf(items.get(one)) - first.indexOf(items.get(other));
      });
      lists[0].append(...ordered.map(([, item]) => item));
    }
    sort.value = state.sort;
    tidy(lists);
    const active = state.chosen.size > 0;
    clear.hidden = !active && !state.sort;
    none.hidden = seen > 0;
    status.textContent = say.shown.replace("{count}", seen).replace("{all}", items.size);
  }

  function change() {
    history.pushState(null, "", write(state));
    show();
  }
  for (const { key, value, box } of boxes) {
    box.addEventListener("change", () => {
      const chosen = new Map([...state.chosen].map(([name, values]) => [name, new Set(values)]));
      const values = chosen.get(key) ?? new Set();
      values[box.checked ? "add" : "delete"](value);
      if (values.size) chosen.set(key, values);
      else chosen.delete(key);
      state = { ...state, chosen };
      change();
    });
  }
  sort.addEventListener("change", () => {
    state = { ...state, sort: sort.value };
    change();
  });
  clear.addEventListener("click", () => {
    state = { chosen: new Map(), sort: "" };
    change();
    details.querySelector("summary").focus();
  });
  addEventListener("popstate", () => {
    state = read(new URL(location.href), facets);
    show();
  });
  show();
  if (place.dataset.compareType) import("./compare.js").then(({ setUpChoice }) => setUpChoice(place, items));
}
