/* Search, filters, keyboard, links and theme. Without it the page is whole; only these are missing. */
(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const by = (id) => document.getElementById(id);
  const root = document.documentElement;
  const bar = by("bar"), input = by("q"), count = by("count"), nothing = by("nothing"), theme = by("theme"), help = by("keys");
  const entries = all("[data-entry]"), groups = all("[data-group]"), buttons = all("[data-show]");
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const texts = new Map(entries.map((entry) => [entry, plain(entry.textContent)]));
  const target = (hash) => { try { return by(decodeURIComponent(hash.slice(1))); } catch { return null; } };
  const shown = () => entries.filter((entry) => !entry.hidden);
  let kind = "all";

  function run() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    for (const entry of entries)
      entry.hidden = !((kind === "all" || entry.dataset.relation === kind) && words.every((word) => texts.get(entry).includes(word)));
    for (const group of groups) group.hidden = !all("[data-entry]", group).some((entry) => !entry.hidden);
    /* The list on the front leads to what is shown, and to nothing else. */
    for (const item of all(".toc li")) item.hidden = Boolean(target(item.querySelector("a").hash)?.closest("[hidden]"));
    light(words);
    const number = shown().length;
    count.textContent = `${number} of ${entries.length} ${entries.length === 1 ? "finding" : "findings"}`;
    if (nothing) nothing.hidden = number > 0;
  }

  /* Where the words stand that were searched for. A letter that folds into several is left alone. */
  function light(words) {
    if (!globalThis.Highlight) return;
    const found = new Highlight();
    for (const entry of words.length ? shown() : []) {
      const nodes = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode()) {
        const node = nodes.currentNode, text = plain(node.data);
        if (text.length !== node.length) continue;
        for (const word of words)
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
            found.add(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }));
      }
    }
    CSS.highlights.set("found", found);
  }

  function show(chosen) {
    kind = chosen;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === kind));
    run();
  }

  function showAll() {
    input.value = "";
    show("all");
  }

  function go(entry) {
    if (!entry) return;
    location.replace(`#${encodeURIComponent(entry.id)}`);
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
  }

  /* From the finding that has the focus, if it can be seen, else from where the reader has scrolled to. */
  function step(way) {
    const list = shown(), edge = bar.getBoundingClientRect().bottom;
    const tops = list.map((entry) => entry.getBoundingClientRect().top - edge);
    const held = list.indexOf(document.activeElement.closest("[data-entry]"));
    const box = held < 0 ? null : list[held].getBoundingClientRect();
    if (box && box.bottom > edge && box.top < innerHeight) go(list[held + way]);
    else if (way > 0) go(list[tops.findIndex((top) => top > 0)]);
    else go(list[tops.findLastIndex((top) => top < 0)]);
  }

  /* A link may lead to what is folded or filtered away. Back leads to where the reader left, not to the last link's target. */
  function reveal() {
    const place = target(location.hash), left = history.state?.left;
    const folded = place?.closest("details:not([open])"), away = place?.closest("[hidden]");
    if (folded) folded.open = true;
    if (away) showAll();
    if (left !== undefined) scrollTo(0, left);
    else if (folded || away) place.scrollIntoView({ block: "start" });
  }

  async function copy(link) {
    try { await navigator.clipboard.writeText(link.href); } catch { return; }
    count.textContent = "Link copied";
    setTimeout(run, 3000);
  }

  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const named = () => { theme.textContent = dark() ? "Light theme" : "Dark theme"; };

  /* What stays in sight must not cover what a link leads to; a box that need not be scrolled is no stop for the Tab key. */
  function measure() {
    root.style.scrollPaddingTop = getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight + 12}px` : "";
    for (const box of all(".wide, .picture")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  by("search").addEventListener("submit", (event) => {
    event.preventDefault();
    go(shown()[0]);
  });
  input.addEventListener("input", run);
  for (const button of buttons) button.addEventListener("click", () => (button.dataset.show === "all" ? showAll() : show(button.dataset.show)));
  by("clear")?.addEventListener("click", () => { showAll(); input.focus(); });
  for (const link of all(".perma")) link.addEventListener("click", () => copy(link));
  theme.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; named(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", named);
  by("help").addEventListener("click", () => help.showModal());
  by("done").addEventListener("click", () => help.close());
  addEventListener("hashchange", reveal);
  addEventListener("click", (event) => { if (event.target.closest("a[href^='#']")) history.replaceState({ left: scrollY }, ""); }, true);
  /* On paper nobody sees that a filter is set: all is printed. */
  addEventListener("beforeprint", () => {
    for (const one of all("main [hidden]")) one.hidden = false;
    if (nothing) nothing.hidden = true;
  });
  addEventListener("afterprint", run);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const writing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") {
      if (writing) input.blur();
      showAll();
    } else if (writing || !by("single").checked) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      input.focus();
    } else if (event.key === "?") {
      help.showModal();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });

  /* On a narrow screen the rows of tables stand one below another; their roles must not go with their shape. */
  const roles = { table: "table", "thead, tbody": "rowgroup", tr: "row", td: "cell", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader" };
  for (const [selector, role] of Object.entries(roles)) for (const one of all(selector, document.querySelector("main"))) one.setAttribute("role", role);
  bar.hidden = false;
  for (const one of all(".seek", bar)) one.hidden = !entries.length;
  if (matchMedia("(hover: none)").matches) input.placeholder = input.getAttribute("aria-label");
  named();
  run();
  new ResizeObserver(measure).observe(bar);
  measure();
  reveal();
})();
