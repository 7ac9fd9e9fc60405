// Looks at the page as it prints: what a reader on paper has no use for must be gone, what proves the text must be there.
() => {
  const visible = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
  const faults = [];
  // A term is a button inside a sentence: on paper it is the sentence's word.
  for (const node of document.querySelectorAll("header.hub-header, nav, dialog, button:not(.hub-term), input, .hub-skip"))
    if (visible(node)) faults.push(`prints: <${node.localName} class="${node.getAttribute("class") ?? ""}">`);
  if (![...document.querySelectorAll("main h1")].some(visible)) faults.push("does not print its heading");
  const sources = [...document.querySelectorAll(".hub-sources a[href^=http]")];
  for (const link of sources) {
    const after = getComputedStyle(link, "::after").content;
    const told = link.closest("li").textContent.includes(link.getAttribute("href")) || /attr\(href\)|http/.test(after);
    if (!visible(link) || !told) faults.push(`does not print the address of ${link.textContent.trim()}`);
  }
  return { faults: [...new Set(faults)], looked: sources.length };
}
