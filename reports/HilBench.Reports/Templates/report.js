"use strict";
// Filters and pages tables, opens details, switches the theme. The page is complete without it.
(() => {
  const one = (id) => document.getElementById(id);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const details = () => Array.from(document.querySelectorAll("#clauses .more > td > details"));

  const theme = one("theme");
  if (theme) {
    const order = ["system", "light", "dark"];
    let now = 0;
    theme.hidden = false;
    theme.addEventListener("click", () => {
      now = (now + 1) % order.length;
      if (now) { document.documentElement.dataset.theme = order[now]; } else { delete document.documentElement.dataset.theme; }
      theme.textContent = theme.dataset[order[now]];
    });
  }

  const form = one("filter");
  if (form) {
    form.hidden = false;
    const rows = Array.from(document.querySelectorAll("#clauses .purpose"), (body) => ({ body, text: body.textContent.toLowerCase() }));
    const apply = () => {
      const text = one("filter-text").value.trim().toLowerCase();
      const verdict = one("filter-verdict").value;
      const standard = one("filter-standard").value;
      const certifiable = one("filter-certifiable").checked;
      let shown = 0;
      for (const row of rows) {
        const { dataset } = row.body;
        const fits = (!verdict || dataset.verdict === verdict) && (!standard || dataset.standard === standard)
          && (!certifiable || dataset.certifiable === "yes") && (!text || row.text.includes(text));
        row.body.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      one("filter-count").textContent = fill(one("filter-count").dataset.text, shown, rows.length);
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (e) => e.preventDefault());
    apply();
    const button = one("open-all");
    button.addEventListener("click", () => {
      const open = details().some((d) => !d.open);
      details().forEach((d) => { d.open = open; });
      button.textContent = open ? button.dataset.close : button.dataset.open;
    });
  }

  for (const table of document.querySelectorAll("table.paged")) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => ({ row, text: null }));
    const size = Number(table.dataset.page);
    if (rows.length <= size) { continue; }
    let fitting = rows;
    let page = 0;
    const bar = document.createElement("p");
    bar.className = "pager";
    const search = document.createElement("input");
    search.type = "search";
    search.setAttribute("aria-label", table.dataset.filter);
    search.placeholder = table.dataset.filter;
    const place = document.createElement("output");
    const show = () => {
      const last = Math.max(0, Math.ceil(fitting.length / size) - 1);
      page = Math.min(Math.max(page, 0), last);
      const part = fitting.slice(page * size, (page + 1) * size);
      body.replaceChildren(...part.map((item) => item.row));
      place.textContent = fill(table.dataset.text, part.length ? page * size + 1 : 0, page * size + part.length, fitting.length);
    };
    const step = (name, to) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = table.dataset[name];
      button.addEventListener("click", () => { page = to(); show(); });
      return button;
    };
    search.addEventListener("input", () => {
      const text = search.value.trim().toLowerCase();
      fitting = rows.filter((item) => (item.text ??= item.row.textContent.toLowerCase()).includes(text));
      page = 0;
      show();
    });
    bar.append(search, step("first", () => 0), step("back", () => page - 1), step("next", () => page + 1), step("last", () => fitting.length), place);
    table.parentElement.before(bar);
    show();
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = details().filter((d) => !d.open);
    closed.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((d) => { d.open = false; }));
  const reveal = () => {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    for (let d = target && (target.querySelector("details") ?? target.closest("details")); d; d = d.parentElement.closest("details")) { d.open = true; }
    if (target) { target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
