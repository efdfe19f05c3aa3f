// Arrow keys, Home and End go from cell to cell of the matrix.
(() => {
  const table = document.querySelector("table.matrix");
  if (!table) { return; }
  table.addEventListener("keydown", (e) => {
    const cell = e.target.closest("th, td");
    if (!cell || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) { return; }
    const row = cell.parentElement;
    const at = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -row.cells.length], End: [0, row.cells.length] }[e.key];
    if (!at) { return; }
    const to = table.rows[Math.min(Math.max(row.rowIndex + at[0], 0), table.rows.length - 1)];
    const link = to.cells[Math.min(Math.max(cell.cellIndex + at[1], 0), to.cells.length - 1)].querySelector("a");
    if (link) { e.preventDefault(); link.focus(); }
  });
})();
