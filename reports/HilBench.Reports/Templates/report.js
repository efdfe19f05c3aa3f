"use strict";
// Opens and closes the details together, and opens them all for the printer. The page is complete without it.
(() => {
  const details = Array.from(document.querySelectorAll("details"));
  const button = document.getElementById("open-all");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = details.some((d) => !d.open);
      details.forEach((d) => { d.open = open; });
      button.textContent = open ? "Close all details" : "Open all details";
    });
  }
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = details.filter((d) => !d.open && !d.closest("article"));
    closed.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((d) => { d.open = false; }));
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const first = target && target.querySelector("details");
    if (first) { first.open = true; }
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
