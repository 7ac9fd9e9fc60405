// Runs axe-core on the whole page; gives what it found, how many rules it ran, and what it could not decide. Contrast
// that axe-core cannot decide (words in pictures, above all) is measured here against what lies under the words.
async (tags) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const rgba = (colour, opacity = 1) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, (alpha / 255) * opacity];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const inPicture = (node) => node instanceof SVGElement && !node.matches("svg");
  const paintOf = (node) => {
    const style = getComputedStyle(node);
    if (node.matches("text, tspan, a, g, use")) return null;
    if (inPicture(node)) return style.fill === "none" ? null : rgba(style.fill, style.fillOpacity * style.opacity);
    if (style.backgroundImage !== "none") return "picture";
    return rgba(style.backgroundColor);
  };
  const under = (element, x, y) => {
    const style = getComputedStyle(element);
    const halo = inPicture(element) && style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2 && style.paintOrder.startsWith("stroke");
    if (halo) return rgba(style.stroke);
    const stack = document.elementsFromPoint(x, y);
    const from = stack.findIndex((node) => element.contains(node) || node === element || (node.contains(element) && !node.matches("html, body")));
    const layers = [];
    for (const node of stack.slice(Math.max(from, 0))) {
      const paint = paintOf(node);
      if (paint === "picture") return null;
      if (paint && paint[3] > 0) layers.push(paint);
      if (paint && paint[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), rgba("Canvas"));
  };
  const measure = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = walker.nextNode();
    while (text && !text.data.trim()) text = walker.nextNode();
    if (!text) return null;
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getClientRects()[0];
    if (!box) return null;
    const style = getComputedStyle(element);
    const ink = inPicture(element) ? rgba(style.fill, style.fillOpacity * style.opacity) : rgba(style.color, style.opacity);
    const scale = inPicture(element) ? element.getScreenCTM().a : 1;
    const size = parseFloat(style.fontSize) * scale;
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const sign = !/[\p{L}\p{N}]/u.test(text.data);
    const least = large || sign ? 3 : 4.5;
    const found = [0.1, 0.5, 0.9].map((part) => {
      const ground = under(element, box.left + box.width * part, box.top + box.height / 2);
      return ground ? ratio(over(ink, ground), ground) : null;
    });
    if (found.includes(null)) return null;
    return { ratio: Math.min(...found), least, text: text.data.trim() };
  };

  const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"], elementRef: true });
  const reason = (node) => (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? "";
  const brief = (rule) => ({
    rule: rule.id,
    nodes: rule.nodes.map((node) => ({ target: node.target.flat().join(" "), why: reason(node) })),
  });
  const violations = result.violations.map(brief);
  const undecided = [];
  let measured = 0;
  for (const rule of result.incomplete) {
    if (rule.id !== "color-contrast") {
      undecided.push(brief(rule));
      continue;
    }
    for (const node of rule.nodes) {
      const found = measure(node.element);
      const target = node.target.flat().join(" ");
      if (!found) undecided.push({ rule: rule.id, nodes: [{ target, why: reason(node) }] });
      else {
        measured += 1;
        if (found.ratio < found.least)
          violations.push({ rule: "contrast", nodes: [{ target, why: `«${found.text}» has ${found.ratio.toFixed(2)} of ${found.least}` }] });
      }
    }
  }
  scrollTo({ top: 0, behavior: "instant" });
  const all = [result.passes, result.violations, result.incomplete, result.inapplicable].flat();
  return { violations, undecided, measured, rules: [...new Set(all.map((rule) => rule.id))] };
}
