// The menu button: without this script the menu simply stands open.
const button = document.querySelector(".hub-menu-button");
const menu = document.getElementById("hub-menu");
if (button && menu) {
  const narrow = window.matchMedia("(max-width: 59.99em)");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.hidden = narrow.matches && !open;
  };
  const fit = () => {
    button.hidden = !narrow.matches;
    show(false);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      show(false);
      button.focus();
    }
  });
  narrow.addEventListener("change", fit);
  fit();
}
