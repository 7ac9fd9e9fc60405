// Finds what does not fit: a page that scrolls sideways, and content that sticks out of it or is cut off.
() => {
  const root = document.scrollingElement;
  const faults = [];
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
  const named = (node) => `<${node.localName} class="${node.getAttribute("class") ?? ""}">`;
  const told = new Map();
  const tell = (what, node) => {
    const line = `${what}: ${named(node)}`;
    if (!told.has(line)) told.set(line, node.textContent.trim().replace(/\s+/g, " ").slice(0, 40));
  };
  const ownText = (node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const shown = (node, style) => {
    if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = node.getBoundingClientRect();
    // Words for screen readers only are one pixel large.
    return box.width > 2 && box.height > 2 && style.clipPath === "none" && style.clip === "auto";
  };
  const scrolls = (node) => {
    for (let up = node; up && up !== document.body; up = up.parentElement)
      if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return up;
    return null;
  };
  let looked = 0;
  for (const node of document.body.querySelectorAll("*")) {
    const content = ownText(node) || node.matches("img, svg, button, input, select, textarea");
    if (!content || node.closest("svg svg, .hub-skip") || (node.closest("svg") && !node.matches("svg"))) continue;
    const style = getComputedStyle(node);
    if (!shown(node, style)) continue;
    looked += 1;
    const scroller = scrolls(node);
    const box = (scroller ?? node).getBoundingClientRect();
    if (box.left < -1 || box.right > root.clientWidth + 1) tell("sticks out", scroller ?? node);
    const cutsSideways = /hidden|clip/.test(style.overflowX) && node.scrollWidth > node.clientWidth + 2;
    const cutsBelow = /hidden|clip/.test(style.overflowY) && node.scrollHeight > node.clientHeight + 4;
    // A text that is cut after so many lines is an extract, and says so with an ellipsis.
    const extract = style.webkitLineClamp !== "none";
    if (ownText(node) && !extract && !node.matches("svg, input") && (cutsSideways || cutsBelow)) tell("is cut off", node);
  }
  return { faults: [...faults, ...[...told].map(([line, text]) => `${line} such as «${text}»`)], looked };
}
