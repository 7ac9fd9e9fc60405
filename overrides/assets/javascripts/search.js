// Search as readers meet it: in a dialog over any page, and on a page of its own with its question in the address.

import { make } from "./dom.js";
import { createEngine } from "./search-engine.js";

const root = new URL("../../", import.meta.url);
const language = document.documentElement.lang;
const engine = createEngine(language);
const PAGE = 5;
const FILTERS = ["type", "area", "topic", "obligation", "standard", "place"];
const PAUSE = 150;

let words;
const say = () => (words ??= fetch(new URL(`assets/search/${language}-say.json`, root)).then((answer) => answer.json()).then((text) => ({ ...text, page: new URL(text.page, root).href })));

function card({ url, meta, sub_results: parts }) {
  const line = [meta.type, meta.fact].filter(Boolean).join(" · ");
  const made = make("li", { class: "hub-result" }, make("a", { class: "hub-result__title", href: url }, meta.title));
  if (line) made.append(make("span", { class: "hub-result__line" }, line));
  if (meta.summary) made.append(make("span", { class: "hub-result__summary" }, meta.summary));
  const headings = parts.filter((part) => part.url.includes("#") && part.title !== meta.title).slice(0, 2);
  if (headings.length) {
    made.append(make("ul", { class: "hub-result__parts" }, ...headings.map((part) => make("li", {}, make("a", { href: part.url }, part.title)))));
  }
  return made;
}

// Returns what the page or the dialog needs: the field, and a way to ask; told() hears of every question asked.
export async function createSearch(holder, told = () => {}) {
  const text = await say();
  const id = `hub-search-${holder.dataset.search}`;
  const field = make("input", { id, type: "search", name: "q", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
  const form = make("form", { role: "search", class: "hub-search__form", action: text.page }, make("label", { for: id }, text.label), field);
  const choices = make("div", { class: "hub-search__filters" });
  const narrow = make("details", { class: "hub-fold" }, make("summary", {}, text.narrow), choices);
  const status = make("p", { class: "hub-search__status", role: "status" });
  const list = make("ol", { class: "hub-results" });
  const more = make("button", { type: "button", class: "hub-plain", hidden: "" }, text.more);
  const ways = make("p", { class: "hub-note", hidden: "" }, `${text.none_hint} `, make("a", { href: text.page }, text.collections));
  holder.replaceChildren(form, narrow, status, list, more, ways);

  let turn = 0;
  let found = [];
  let chosen = {};

  async function showMore() {
    const mine = turn;
    const start = list.children.length;
    const cards = (await Promise.all(found.slice(start, start + PAGE).map((result) => result.data()))).map(card);
    if (mine !== turn) return null;
    list.append(...cards);
    more.hidden = list.children.length >= found.length;
    return cards[0];
  }

  async function ask() {
    const mine = ++turn;
    const query = field.value.trim();
    told(query, chosen);
    const answers = query ? await engine.find(query, chosen) : [];
    if (mine !== turn) return;
    found = answers;
    list.replaceChildren();
    more.hidden = true;
    ways.hidden = !query || found.length > 0;
    if (found.length) await showMore();
    if (mine !== turn) return;
    const count = found.length === 1 ? text.one : text.many.replace("{count}", new Intl.NumberFormat(language).format(found.length));
    status.textContent = query ? (found.length ? count : text.none.replace("{query}", query)) : "";
  }

  async function fillChoices() {
    if (choices.children.length) return;
    const known = await engine.choices();
    if (choices.children.length) return;
    for (const name of FILTERS.filter((each) => known[each])) {
      const select = make("select", { id: `${id}-${name}`, name });
      select.append(make("option", { value: "" }, text.all));
      for (const value of Object.keys(known[name]).sort(new Intl.Collator(language).compare)) select.append(make("option", { value }, value));
      select.value = chosen[name]?.[0] ?? "";
      select.addEventListener("change", () => {
        chosen = { ...chosen, [name]: select.value ? [select.value] : [] };
        ask();
      });
      choices.append(make("p", {}, make("label", { for: select.id }, text.filters[name]), select));
    }
  }

  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, PAUSE);
  });
  more.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
  narrow.addEventListener("toggle", () => narrow.open && fillChoices());
  holder.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target.matches("select")) return;
    const stops = [field, ...list.querySelectorAll(".hub-result__title")];
    const here = stops.indexOf(event.target);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  engine.ready();
  return {
    form,
    field,
    async set(query, filters) {
      field.value = query;
      chosen = filters;
      if (Object.values(filters).some((values) => values.length)) narrow.open = true;
      for (const select of choices.querySelectorAll("select")) select.value = chosen[select.name]?.[0] ?? "";
      await ask();
    },
  };
}

function stateOf(address) {
  const filters = {};
  for (const name of FILTERS) if (address.searchParams.get(name)) filters[name] = [address.searchParams.get(name)];
  return [address.searchParams.get("q") ?? "", filters];
}

export async function setUpSearchPage(holder) {
  const first = stateOf(new URL(location.href));
  let quiet = true;
  const search = await createSearch(holder, (query, filters) => {
    if (quiet) return;
    const address = new URL(location.href);
    address.search = "";
    if (query) address.searchParams.set("q", query);
    for (const [name, values] of Object.entries(filters)) if (values[0]) address.searchParams.set(name, values[0]);
    history.replaceState(null, "", address);
  });
  search.form.addEventListener("submit", (event) => event.preventDefault());
  await search.set(...first);
  quiet = false;
  window.addEventListener("popstate", () => search.set(...stateOf(new URL(location.href))));
}

let dialog;
export async function openDialog(keepFocus) {
  const text = await say();
  const cameFrom = document.activeElement;
  if (!dialog) {
    const title = make("p", { class: "hub-search__title", id: "hub-search-title" }, text.title);
    const close = make("button", { class: "hub-search__close", type: "button" }, text.close);
    const holder = make("div", { "data-search": "dialog" });
    const box = make("dialog", { class: "hub-search", id: "hub-search", "aria-labelledby": "hub-search-title" }, make("div", { class: "hub-search__head" }, title, close), holder);
    document.body.append(box);
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => event.target === box && box.close());
    // A search field takes the first Escape to empty itself; here it closes, as in any dialog.
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      box.close();
    });
    keepFocus(box, () => [...box.querySelectorAll("a[href], button, input, select, summary")]);
    dialog = { box, search: await createSearch(holder) };
  }
  const { box, search } = dialog;
  if (box.open) return;
  box.addEventListener("close", () => cameFrom?.focus?.(), { once: true });
  box.showModal();
  search.field.focus();
  search.field.select();
}
