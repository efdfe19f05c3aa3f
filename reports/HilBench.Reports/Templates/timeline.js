// Zooms and moves the timeline by button and key. The drawing is complete without it.
(() => {
  const tools = document.querySelector(".zoom");
  const region = document.querySelector(".timeline");
  if (!tools || !region) { return; }
  const plot = region.querySelector(".plot");
  const labels = Array.from(region.querySelectorAll(".second"));
  const [, , width, height] = plot.getAttribute("viewBox").split(" ").map(Number);
  const seconds = Number(tools.dataset.seconds);
  let from = 0;
  let span = 1;
  const show = () => {
    span = Math.min(1, Math.max(span, 1 / 512));
    from = Math.min(Math.max(from, 0), 1 - span);
    plot.setAttribute("viewBox", `${from * width} 0 ${span * width} ${height}`);
    const decimals = span * seconds < 6 ? 3 : span * seconds < 60 ? 2 : 1;
    labels.forEach((label, i) => {
      label.textContent = `${Number(((from + (span * i) / (labels.length - 1)) * seconds).toFixed(decimals))} s`;
    });
  };
  const moves = {
    in: () => { from += span / 4; span /= 2; },
    out: () => { from -= span / 2; span *= 2; },
    back: () => { from -= span / 4; },
    next: () => { from += span / 4; },
    all: () => { from = 0; span = 1; },
  };
  const keys = { "+": "in", "=": "in", "-": "out", ArrowLeft: "back", ArrowRight: "next", 0: "all" };
  tools.hidden = false;
  tools.addEventListener("click", (e) => {
    const move = moves[e.target.dataset.zoom];
    if (move) { move(); show(); }
  });
  region.addEventListener("keydown", (e) => {
    const name = keys[e.key];
    if (name && !e.ctrlKey && !e.metaKey && !e.altKey && !((name === "back" || name === "next") && span === 1)) {
      e.preventDefault();
      moves[name]();
      show();
    }
  });
})();
