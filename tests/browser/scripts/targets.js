// Finds what is too small or too close to hit (WCAG 2.5.8): less than 24 by 24 px, and another target so near that a
// circle of 24 px round the small one's middle meets it. Links inside a sentence are exempt.
() => {
  const LEAST = 24;
  const inSentence = (node) => {
    if (getComputedStyle(node).display !== "inline") return false;
    let block = node.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    if (!block) return false;
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      const holder = text.parentElement;
      if (holder.closest("a, button") || !/\p{L}{2,}/u.test(text.data)) continue;
      let own = holder;
      while (own !== block && getComputedStyle(own).display === "inline") own = own.parentElement;
      if (own === block && holder.checkVisibility()) return true;
    }
    return false;
  };
  const named = (node) => {
    const path = [];
    for (let up = node; up && up !== document.body && path.length < 3; up = up.parentElement)
      path.unshift(up.localName + (up.getAttribute("class") ? "." + up.getAttribute("class").split(" ")[0] : ""));
    return path.join(" > ");
  };
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option]";
  // What lies under an open dialog cannot be hit at all.
  const targets = [...(document.querySelector("dialog:modal") ?? document).querySelectorAll(wanted)]
    .filter((node) => !node.closest("[inert]") && node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((node) => ({ node, box: node.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 2 && box.height > 2)
    .map((target) => ({
      ...target,
      small: target.box.width < LEAST - 0.5 || target.box.height < LEAST - 0.5,
      x: target.box.left + target.box.width / 2,
      y: target.box.top + target.box.height / 2,
    }));
  const told = new Map();
  for (const one of targets) {
    if (!one.small || inSentence(one.node)) continue;
    const near = targets.find((other) => {
      if (other === one || other.node.contains(one.node) || one.node.contains(other.node)) return false;
      if (other.small) return Math.hypot(other.x - one.x, other.y - one.y) < LEAST - 0.5;
      const x = Math.max(other.box.left - one.x, 0, one.x - other.box.right);
      const y = Math.max(other.box.top - one.y, 0, one.y - other.box.bottom);
      return Math.hypot(x, y) < LEAST / 2 - 0.5;
    });
    if (!near) continue;
    const line = `too small and too near ${named(near.node)}: ${named(one.node)}`;
    const text = one.node.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    if (!told.has(line)) told.set(line, `${Math.round(one.box.width)}×${Math.round(one.box.height)} px «${text}»`);
  }
  return { faults: [...told].map(([line, example]) => `${line} such as ${example}`), looked: targets.length };
}
