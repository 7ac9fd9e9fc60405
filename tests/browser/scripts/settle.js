// Lets the page take in a new width or colour scheme, and ends what is still fading in, so that nothing is measured
// half-way.
async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const animation of document.getAnimations()) {
    try { animation.finish(); } catch { animation.cancel(); }
  }
}
