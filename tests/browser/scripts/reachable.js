// Counts what a reader with a mouse can use; a reader with a keyboard must meet as many.
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((element) =>
  element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") &&
  element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true })).length
