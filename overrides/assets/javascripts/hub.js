// What the shell adds when scripts run: the menu button on narrow screens, and search. Without them the menu stands
// open and the collections are a link away.

// Tab goes round among the stops of what is open instead of out of it; Escape is the way out.
function keepFocus(holder, stopsNow) {
  holder.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = stopsNow().filter(
      (stop) => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility({ visibilityProperty: true }),
    );
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const edge = event.shiftKey ? first : last;
    if (stops.length && document.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  });
}

function setUpMenu() {
  const button = document.querySelector(".hub-menu-button");
  const menu = document.getElementById("hub-menu");
  if (!button || !menu) return;
  const narrow = window.matchMedia("(max-width: 59.99em)");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.hidden = narrow.matches && !open;
  };
  const fit = () => {
    button.hidden = !narrow.matches;
    show(false);
  };
  button.addEventListener("click", () => show(menu.hidden));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches && !menu.hidden) {
      show(false);
      button.focus();
    }
  });
  keepFocus(button.closest("header"), () =>
    narrow.matches && !menu.hidden ? [button, ...menu.querySelectorAll("a[href]")] : [],
  );
  narrow.addEventListener("change", fit);
  fit();
}

// The page's own contents stand open where there is room for them beside the text.
function setUpContents() {
  const contents = document.querySelector(".hub-toc details");
  if (!contents) return;
  const wide = window.matchMedia("(min-width: 72em)");
  const fit = () => {
    contents.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
}

// The link to the search page opens the search right here; without scripts it leads there.
function setUpSearch() {
  const opener = document.querySelector(".hub-search-open");
  if (!opener) return;
  const open = () => import("./search.js").then(({ openDialog }) => openDialog(keepFocus));
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const shortcut = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing);
    if (shortcut && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
  const page = document.querySelector("[data-search=page]");
  if (page) import("./search.js").then(({ setUpSearchPage }) => setUpSearchPage(page));
}

// A browser that keeps nothing may refuse even to be asked.
function onTheWay() {
  try {
    return sessionStorage.getItem("hub-guide-trail") !== null;
  } catch {
    return false;
  }
}

setUpMenu();
setUpContents();
setUpSearch();
if (document.querySelector("[data-helper]")) {
  import("./rules.js").then(({ setUpHelpers }) => setUpHelpers());
}
if (document.querySelector("[data-calculator]")) {
  import("./calculator.js").then(({ setUpCalculators }) => setUpCalculators());
}
const comparison = document.querySelector("[data-compare]");
if (comparison) import("./compare.js").then(({ setUpComparison }) => setUpComparison(comparison));
const collection = document.querySelector("[data-facets]");
if (collection) import("./collection.js").then(({ setUpCollection }) => setUpCollection(collection));
if (document.querySelector("[data-guide]") || onTheWay()) {
  import("./guide.js").then(({ setUpGuides }) => setUpGuides());
}
