/* Search, filters, keyboard and theme. Without it the page is whole; only these are missing. */
(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const bar = document.getElementById("bar"), input = document.getElementById("q"), count = document.getElementById("count");
  const entries = all("[data-entry]"), groups = all("[data-group]"), buttons = all("[data-show]");
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const texts = new Map(entries.map((entry) => [entry, plain(entry.textContent)]));
  let kind = "all", current = -1;
  bar.hidden = false;

  function run() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    for (const entry of entries)
      entry.hidden = !((kind === "all" || entry.dataset.relation === kind) && words.every((word) => texts.get(entry).includes(word)));
    for (const group of groups) group.hidden = !all("[data-entry]", group).some((entry) => !entry.hidden);
    const shown = entries.filter((entry) => !entry.hidden).length;
    count.textContent = `${shown} of ${entries.length} ${entries.length === 1 ? "finding" : "findings"}`;
    current = -1;
  }

  function show(chosen) {
    kind = chosen;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === kind));
    run();
  }

  function step(by) {
    const shown = entries.filter((entry) => !entry.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(document.activeElement);
    current = Math.max(0, Math.min(shown.length - 1, (at < 0 ? current : at) + by));
    const entry = shown[current];
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${entry.id}`);
  }

  /* A link may lead to what is folded or filtered away. */
  function reveal() {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (target.closest("[hidden]")) { input.value = ""; show("all"); }
    target.scrollIntoView({ block: "start" });
  }

  document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", run);
  for (const button of buttons) button.addEventListener("click", () => show(button.dataset.show));
  document.getElementById("theme").addEventListener("click", () => {
    const page = document.documentElement;
    const dark = page.dataset.theme ? page.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    page.dataset.theme = dark ? "light" : "dark";
  });
  addEventListener("hashchange", reveal);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      input.value = "";
      input.blur();
      show("all");
    } else if (event.target.matches("input, textarea, select")) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      input.focus();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });
  run();
  reveal();
})();
