// Keeps a page of the live preview what a build would write, and shows what is wrong with its briefing.
//
// The server says what the page should be, and again whenever that changes. Then the page is fetched, and what has changed in it
// takes the place of what was there: the rest stays, and with it the place that somebody reads or presents.
"use strict";

(() => {
  const self = document.currentScript;
  /** The page as it was fetched last, untouched by other scripts; null until something has changed. */
  let shown = null;
  let tag = self.dataset.tag;
  /** What the page should be; it may change while the page is fetched. */
  let wanted = tag;
  let fetching = false;
  const isDeck = document.querySelector(".slides") !== null;

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/-/preview.css";
  document.head.append(style);

  async function fetched() {
    const response = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { page, tag: page.querySelector("script[data-tag]")?.dataset.tag };
  }

  /** Whether another style sheet, script or word of the page's frame means that it has to be loaded anew. */
  function isOtherPage(before, after) {
    const frame = (page) => {
      const copy = page.documentElement.cloneNode(true);
      copy.querySelector("script[data-tag]")?.remove();
      copy.querySelector(".slides, main")?.replaceChildren();
      return copy.outerHTML;
    };
    return before === null || frame(before) !== frame(after);
  }

  async function update(next) {
    wanted = next;
    if (fetching) return;
    fetching = true;
    try {
      for (let tries = 0; tag !== wanted && tries < 5; tries += 1) {
        const found = await fetched();
        if (isOtherPage(shown, found.page)) return reload();
        (isDeck ? updateDeck : updateReport)(shown, found.page);
        shown = found.page;
        tag = found.tag;
      }
    } catch {
      // The server is gone; the events begin again when it is back.
    } finally {
      fetching = false;
    }
  }

  function reload() {
    location.reload();
  }

  // A deck: slides that have changed are replaced, and the first of them is shown.

  function updateDeck(before, after) {
    const old = [...before.querySelectorAll(".slide")].map((slide) => slide.outerHTML);
    const fresh = [...after.querySelectorAll(".slide")];
    const current = deck.slides[deck.index].id;
    const kept = new Map(old.map((html, index) => [html, index]));
    const slides = fresh.map((slide) => {
      const index = kept.get(slide.outerHTML);
      return index === undefined ? document.importNode(slide, true) : deck.slides[index];
    });
    const changed = fresh.findIndex((slide) => !kept.has(slide.outerHTML));
    document.querySelector(".slides").replaceChildren(...slides.flatMap((slide) => [slide, "\n"]));
    deck.slides.splice(0, deck.slides.length, ...slides);
    const stayed = slides.findIndex((slide) => slide.id === current);
    const index = changed >= 0 ? changed : Math.max(0, stayed);
    const step = index === stayed ? deck.step : 0;
    deck.show(index, Math.min(step, deck.lastStep(slides[index])));
    if (!deck.isPresenting() && changed >= 0) slides[index].scrollIntoView();
  }

  // A report: the text is replaced; what was at the top of the window stays there, unless the change is out of sight.

  function updateReport(before, after) {
    const main = document.querySelector("main");
    const top = [...main.querySelectorAll("[id]")].find((part) => part.getBoundingClientRect().bottom > 0);
    const offset = top?.getBoundingClientRect().top ?? 0;
    const path = firstDifference(before.querySelector("main"), after.querySelector("main"));
    main.replaceChildren(...[...after.querySelector("main").childNodes].map((node) => document.importNode(node, true)));
    const stayed = top && document.getElementById(top.id);
    if (stayed) scrollBy({ top: stayed.getBoundingClientRect().top - offset, behavior: "instant" });
    let changed = main;
    for (const index of path) changed = changed.children[index] ?? changed;
    if (changed === main) return;
    const box = changed.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) changed.scrollIntoView({ block: "center", behavior: "instant" });
    changed.classList.add("preview-changed");
    changed.addEventListener("animationend", () => changed.classList.remove("preview-changed"), { once: true });
  }

  /** The way down to the smallest element that holds the first difference, as the numbers of children. */
  function firstDifference(before, after) {
    const path = [];
    for (;;) {
      const pairs = [...after.children];
      const index = pairs.findIndex((child, at) => child.outerHTML !== before.children[at]?.outerHTML);
      if (index < 0 || !before.children[index]) return index < 0 ? path : [...path, index];
      path.push(index);
      before = before.children[index];
      after = pairs[index];
      if (after.localName !== before.localName || after.closest("p, li, blockquote, td, th, svg, h1, h2, h3")) return path;
    }
  }

  // Problems

  let panel = null;
  let isClosed = false;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function show(problems) {
    panel?.remove();
    panel = null;
    if (problems.length === 0) return;
    panel = element("section", "preview-problems", "");
    panel.setAttribute("aria-label", "Problems");
    const errors = problems.filter((problem) => problem.severity === "error").length;
    const head = element("p", "preview-count", errors ? "Not published while this is so" : "Worth a look");
    const close = element("button", "preview-close", isClosed ? "Show" : "Hide");
    close.type = "button";
    close.addEventListener("click", () => {
      isClosed = !isClosed;
      show(problems);
    });
    head.append(` (${problems.length}) `, close);
    panel.append(head);
    if (!isClosed) {
      const list = document.createElement("ul");
      for (const problem of problems.slice(0, 20)) {
        const item = element("li", `preview-${problem.severity}`, "");
        item.append(
          element("strong", "", `${problem.severity}: ${problem.message} [${problem.code}]`),
          element("span", "preview-place", `${problem.file}:${problem.line}:${problem.column}`),
          element("span", "preview-help", problem.help),
        );
        list.append(item);
      }
      panel.append(list);
    }
    panel.setAttribute("role", "status");
    document.body.append(panel);
  }

  // What the server says

  const events = new EventSource(`/-/events?page=${encodeURIComponent(self.dataset.page)}`);
  events.addEventListener("message", (event) => {
    const moment = JSON.parse(event.data);
    show(moment.problems);
    // A page that is not there yet, or was taken away, is loaded anew when there is one.
    if (moment.tag === undefined) return;
    if (self.closest(".preview-message") || document.querySelector(".preview-message")) return reload();
    if (moment.tag !== tag) update(moment.tag);
  });

  // The page as it is now, for comparison; unless it has changed since it was loaded.
  fetched().then((now) => {
    if (now.tag === tag) shown ??= now.page;
  });
})();
