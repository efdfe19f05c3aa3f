// Puts the parts that the server sends into the page, and fetches the scene while the page is seen.
(() => {
  const connection = document.getElementById("connection");
  const say = (text) => {
    connection.textContent = text;
    connection.hidden = !text;
  };

  const put = (name, html) => {
    const part = document.getElementById(`part-${name}`);
    if (!part) { return; }
    const open = document.activeElement && part.contains(document.activeElement) ? document.activeElement.className : null;
    const scrolled = Array.from(part.querySelectorAll(".scroll"), (region) => region.scrollLeft);
    part.innerHTML = html;
    part.querySelectorAll(".scroll").forEach((region, i) => { region.scrollLeft = scrolled[i] || 0; });
    if (open) {
      const again = Array.from(part.querySelectorAll("[tabindex], a, button")).find((element) => element.className === open);
      if (again) { again.focus({ preventScroll: true }); }
    }
  };

  let over = false;
  const events = new EventSource("events");
  events.addEventListener("open", () => say(""));
  events.addEventListener("parts", (event) => {
    Object.entries(JSON.parse(event.data)).forEach(([name, html]) => put(name, html));
  });
  events.addEventListener("over", () => {
    over = true;
    events.close();
    document.body.dataset.over = "";
  });
  events.addEventListener("error", () => {
    if (!over) { say("The connection is lost. What is shown is the last that was heard; the page tries again."); }
  });

  const root = document.documentElement;
  const theme = document.getElementById("theme");
  const themes = ["system", "light", "dark"];
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = 0;
  const isDark = () => (chosen === 0 ? system.matches : chosen === 2);
  theme.hidden = false;
  theme.addEventListener("click", () => {
    chosen = (chosen + 1) % themes.length;
    theme.textContent = theme.dataset[themes[chosen]];
    if (chosen === 0) { delete root.dataset.theme; } else { root.dataset.theme = themes[chosen]; }
  });

  const scene = document.getElementById("scene");
  const note = document.getElementById("scene-note");
  const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
  const seen = () => new Promise((done) => {
    if (!document.hidden) { done(); return; }
    document.addEventListener("visibilitychange", done, { once: true });
  });

  const show = async (picture) => {
    const before = scene.src;
    scene.src = URL.createObjectURL(picture);
    await scene.decode();
    scene.hidden = false;
    note.textContent = "";
    if (before) { URL.revokeObjectURL(before); }
  };

  const follow = async () => {
    let number = 0;
    let dark = isDark();
    for (;;) {
      await seen();
      if (over) { return; }
      if (dark !== isDark()) {
        dark = isDark();
        number = 0;
      }
      try {
        const answer = await fetch(`scene?theme=${dark ? "dark" : "light"}&after=${number}`);
        if (answer.headers.has("Picture-Number")) {
          number = Number(answer.headers.get("Picture-Number"));
          await show(await answer.blob());
        } else if (answer.status === 200) {
          const why = await answer.text();
          if (scene.hidden) { note.textContent = why; }
          return;
        }
      } catch {
        if (over) { return; }
        await pause(1000);
      }
    }
  };
  follow();
})();
