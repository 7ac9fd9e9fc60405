// Runs axe-core on the whole page; gives what it found, how many rules it ran, and what it could not decide.
async (tags) => {
  const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] });
  const brief = (rule) => ({
    rule: rule.id,
    nodes: rule.nodes.map((node) => ({ target: node.target.flat().join(" "), why: (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? "" })),
  });
  const all = [result.passes, result.violations, result.incomplete, result.inapplicable].flat();
  return {
    violations: result.violations.map(brief),
    undecided: result.incomplete.map(brief),
    rules: [...new Set(all.map((rule) => rule.id))],
  };
}
