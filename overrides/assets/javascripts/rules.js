// The two helpers on the page of rules. They compute from the tables beside them, so a changed rule changes the answer.

import { numberOf } from "./numbers.js";

// The forms name the language as it is written here: British English, and Danish.
const language = document.querySelector("[data-locale]")?.dataset.locale ?? document.documentElement.lang;
const money = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
const DAY = 86_400_000;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function answer(place, nodes) {
  place.replaceChildren(...nodes);
}

function compare(form, place) {
  const fields = new FormData(form);
  const value = numberOf(fields.get("value"), language);
  const date = fields.get("date");
  if (!Number.isFinite(value) || !date) return answer(place, [place.dataset.bad]);
  const rows = [...document.querySelectorAll("[data-thresholds] tbody tr")].filter(
    ({ dataset: row }) => row.buyer === fields.get("buyer") && row.purchase === fields.get("purchase"),
  );
  const row = rows.find(({ dataset }) => dataset.from <= date && (!dataset.to || date <= dataset.to));
  if (!row) return answer(place, [place.dataset.none]);
  const rule = row.querySelector("a").cloneNode(true);
  const limit = Number(row.dataset.dkk);
  if (!limit) return answer(place, [filled(place.dataset.nokr, { eur: money.format(row.dataset.eur) }), " ", rule]);
  const said = filled(value >= limit ? place.dataset.above : place.dataset.below, {
    value: money.format(value),
    limit: money.format(limit),
  });
  const unread = row.querySelector(".hub-badge");
  const source = unread ? [" ", filled(place.dataset.unread, {}), " ", row.querySelector("a[rel]").cloneNode(true)] : [];
  return answer(place, [said, " ", rule, ...source]);
}

function deadlineFor(procedure, phase, condition) {
  const rows = [...document.querySelectorAll("[data-deadlines] tbody tr")].filter(
    ({ dataset: row }) => row.sure === "yes" && row.phase === phase && (!row.procedure || row.procedure === procedure),
  );
  const own = (wanted) => rows.find(({ dataset }) => dataset.condition === wanted);
  return own(condition) ?? own("ordinary");
}

function layOut(form, place) {
  const fields = new FormData(form);
  let at = Date.parse(`${fields.get("start")}T00:00:00Z`);
  if (!Number.isFinite(at)) return answer(place, [place.dataset.bad]);
  const [procedure, condition] = [fields.get("procedure"), fields.get("condition")];
  const list = document.createElement("ol");
  list.className = "hub-helper__steps";
  const step = (name, row) => {
    const item = document.createElement("li");
    const date = document.createElement("strong");
    date.textContent = `${weekday.format(at)} ${day.format(at)}`;
    item.append(date, ": ", place.dataset[name]);
    if (row) {
      const note = document.createElement("span");
      note.className = "hub-note";
      note.append(
        filled(place.dataset.days, { days: row.dataset.days, condition: row.cells[2].textContent }),
        " ",
        row.querySelector("a").cloneNode(true),
      );
      item.append(" ", note);
    }
    list.append(item);
  };
  // A deadline of n days runs from the day after, so the first day it may fall on is n days later.
  const pass = (days) => (at += Math.max(0, Math.trunc(Number(days) || 0)) * DAY);
  step("sent");
  const requests = deadlineFor(procedure, "requests", condition);
  if (requests) {
    pass(requests.dataset.days);
    step("requests", requests);
    pass(fields.get("selection"));
    step("invited");
  }
  const tenders = deadlineFor(procedure, "tenders", condition);
  if (tenders) {
    pass(tenders.dataset.days);
    step("tenders", tenders);
  } else {
    const item = document.createElement("li");
    item.textContent = place.dataset.noRule;
    list.append(item);
  }
  pass(fields.get("evaluation"));
  step("notified");
  const standstill = deadlineFor(procedure, "standstill", condition);
  if (standstill) {
    pass(standstill.dataset.days);
    step("standstill", standstill);
    pass(1);
    step("signed");
  }
  return answer(place, [list]);
}

export function setUpHelpers() {
  for (const form of document.querySelectorAll("[data-helper]")) {
    form.hidden = false;
    for (const field of form.querySelectorAll('input[type="date"]')) {
      if (!field.value) field.valueAsDate = new Date();
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const place = form.querySelector("[aria-live]");
      (form.dataset.helper === "threshold" ? compare : layOut)(form, place);
    });
  }
}
