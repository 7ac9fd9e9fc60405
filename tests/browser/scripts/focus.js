// Tells where the keyboard stands, and what a reader would find wrong there.
() => {
  for (const animation of document.getAnimations()) {
    try { animation.finish(); } catch { animation.cancel(); }
  }
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) {
    return { lost: true, faults: ["the focus is lost"], what: "nothing", href: "", order: -1, classes: [], id: "", within: [] };
  }
  const faults = [];
  const named = (node) => {
    const text = (node.getAttribute("aria-label") || node.textContent || "").trim().replace(/\s+/g, " ");
    return `<${node.localName} id="${node.id}" class="${node.getAttribute("class") ?? ""}"> ${text.slice(0, 50)}`;
  };
  const clear = (colour) => colour === "transparent" || /[,/]\s*0\)$/.test(colour);
  const outlined = (node) => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && !clear(style.outlineColor);
  };
  const ring = (node) => {
    if (node instanceof SVGElement && !node.matches("svg"))
      return [...node.querySelectorAll("*")].map((part) => getComputedStyle(part).stroke).join();
    const value = matchMedia("(forced-colors: active)").matches ? "none" : getComputedStyle(node).boxShadow;
    return value === "none" ? "" : value;
  };
  const inside = (selector) => {
    for (let node = element; node; node = node.getRootNode().host) if (node.closest(selector)) return true;
    return false;
  };
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) faults.push("it is hidden");
  if (inside("[inert]")) faults.push("it is inert");
  if (inside("[aria-hidden='true']")) faults.push("it is hidden from screen readers");
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const seen = boxes
    .map((box) => ({
      left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
      top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight),
    }))
    .filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1);
  if (!boxes.length) faults.push("it takes no room");
  else if (!seen.length) faults.push("it is off the screen");
  else {
    // Something else may lie on top: look for one point at which the reader would hit it.
    const hits = (x, y) => {
      let top = document.elementFromPoint(x, y);
      while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element) && getComputedStyle(element).pointerEvents === "none");
    };
    const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
    const free = seen.some((box) => steps.some((x) => steps.some((y) =>
      hits(box.left + (box.right - box.left) * x, box.top + (box.bottom - box.top) * y))));
    if (!free) faults.push("something covers it");
  }
  // A ring may lie round the element, round the card that holds it, or inside a picture. What is no outline only counts
  // if it goes when the focus goes, and that is known at the next stop.
  const before = globalThis.hubRing;
  if (before && before.holder.isConnected && !before.holder.contains(element) && ring(before.holder) === before.ring)
    faults.push(`nothing showed that ${before.what} had the focus`);
  const chain = [];
  for (let node = element; node && chain.length < 5 && !node.matches("main, dialog, body"); node = node.parentElement) chain.push(node);
  const holder = chain.find(ring);
  globalThis.hubRing = !chain.some(outlined) && holder ? { holder, ring: ring(holder), what: named(element) } : null;
  if (!chain.some(outlined) && !holder && !element.matches("main, dialog")) faults.push("nothing shows that it has the focus");
  const places = ["header", "main", "footer", "dialog", ".hub-header", "#hub-menu", "#hub-search", "nav.hub-languages"];
  return {
    lost: false,
    faults,
    what: named(element),
    href: element.closest("a[href]") ? new URL(element.closest("a[href]").getAttribute("href"), document.baseURI).href : "",
    order: [...document.querySelectorAll("*")].indexOf(document.activeElement),
    classes: [...element.classList],
    id: element.id,
    within: places.filter(inside),
  };
}
