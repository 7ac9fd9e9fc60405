// Guides: which steps are done stays in this browser, and on the pages a step leads to there is a way back.

import { make } from "./dom.js";

const TRAIL = "hub-guide-trail";

// A browser may refuse to keep anything; then the guide works without memory.
function kept(store, key) {
  try {
    return JSON.parse(store.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
function keep(store, key, value) {
  try {
    store.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to do: the ticks last as long as the page.
  }
}
function forget(store, key) {
  try {
    store.removeItem(key);
  } catch {
    // As above.
  }
}

function setUpSteps(place) {
  const { guide, guideTitle, guideBack, guideLeave, guideTold } = place.dataset;
  const key = `hub-guide:${guide}`;
  const steps = [...document.querySelectorAll("[data-step]")];
  const boxes = steps.map((step) => step.querySelector("[data-done]"));
  const told = place.querySelector("[data-guide-progress]");
  const done = new Set(kept(localStorage, key) ?? []);
  const tell = () => {
    const count = steps.filter((step) => done.has(step.dataset.step)).length;
    told.textContent = guideTold.replace("{done}", count).replace("{all}", steps.length);
  };
  steps.forEach((step, at) => {
    boxes[at].checked = done.has(step.dataset.step);
    boxes[at].closest("p").hidden = false;
    boxes[at].addEventListener("change", () => {
      done[boxes[at].checked ? "add" : "delete"](step.dataset.step);
      keep(localStorage, key, [...done]);
      tell();
    });
    const heading = step.previousElementSibling;
    for (const link of step.querySelectorAll(".hub-list a[href]")) {
      link.addEventListener("click", () => {
        const words = guideBack.replace("{number}", at + 1).replace("{title}", guideTitle);
        keep(sessionStorage, TRAIL, { back: `${location.pathname}#${heading?.id ?? ""}`, words, leave: guideLeave });
      });
    }
  });
  place.querySelector("[data-guide-reset]").addEventListener("click", () => {
    done.clear();
    forget(localStorage, key);
    for (const box of boxes) box.checked = false;
    tell();
  });
  const print = document.querySelector("[data-guide-print]");
  print.closest("p").hidden = false;
  print.addEventListener("click", () => {
    document.body.classList.add("hub-print-checklist");
    window.print();
    document.body.classList.remove("hub-print-checklist");
  });
  place.hidden = false;
  tell();
}

function wayBack(trail) {
  const leave = make("button", { type: "button", class: "hub-plain" }, trail.leave);
  leave.addEventListener("click", () => {
    forget(sessionStorage, TRAIL);
    for (const each of document.querySelectorAll(".hub-way-back")) each.remove();
    document.getElementById("main").focus();
  });
  return make("p", { class: "hub-way-back" }, make("a", { href: trail.back }, `← ${trail.words}`), " ", leave);
}

// At the head of the page and again at its foot, where a reader on a phone ends.
function setUpWayBack() {
  const trail = kept(sessionStorage, TRAIL);
  if (typeof trail?.back !== "string" || !trail.back.startsWith("/") || trail.back.startsWith("//")) return;
  const article = document.querySelector("article");
  article?.before(wayBack(trail));
  article?.after(wayBack(trail));
}

export function setUpGuides() {
  const place = document.querySelector("[data-guide]");
  if (place) {
    forget(sessionStorage, TRAIL);
    setUpSteps(place);
  } else {
    setUpWayBack();
  }
}
