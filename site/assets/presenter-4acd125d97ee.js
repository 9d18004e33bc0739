// The presenter's own window: the slide on show, the next one, notes, and time.
"use strict";

(() => {
  const { slides, moreKeys } = deck;
  const view = document.querySelector(".presenter-view");
  const part = (name) => view.querySelector(`[data-part="${name}"]`);
  const key = `lectern presenter ${location.pathname}`;
  const stored = read();

  document.documentElement.classList.add("presenter");

  /** What was kept; the time of a talk that ended long ago begins anew. */
  function read() {
    const fresh = { ran: 0, since: Date.now(), spent: {} };
    try {
      const kept = { planned: 0, size: 20, ...fresh, ...JSON.parse(localStorage.getItem(key)) };
      const goesOn = Date.now() - (kept.at ?? 0) < 15 * 60000;
      return goesOn ? kept : { ...kept, ...fresh };
    } catch {
      return { planned: 0, size: 20, ...fresh };
    }
  }

  function keep() {
    stored.at = Date.now();
    try {
      localStorage.setItem(key, JSON.stringify(stored));
    } catch {
      // Without storage the clock begins anew after a reload.
    }
  }

  // Slides: the one on show as it is, the next one as a picture of it

  function stage(name, slide, step) {
    const copy = slide.cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id], [href], [tabindex]")]) {
      for (const attribute of ["id", "href", "tabindex"]) element.removeAttribute(attribute);
    }
    copy.classList.add("current");
    copy.inert = true;
    for (const element of copy.querySelectorAll("[data-step]")) {
      element.classList.toggle("shown", Number(element.dataset.step) <= step);
    }
    deck.settleDrawings(copy, true, step);
    part(name).replaceChildren(copy);
  }

  function fit() {
    for (const name of ["current", "upcoming"]) {
      const box = part(name);
      const slide = box.firstElementChild;
      if (!slide) continue;
      const scale = Math.min(box.clientWidth / slide.offsetWidth, box.clientHeight / slide.offsetHeight);
      slide.style.transform = `scale(${scale})`;
    }
  }

  function update() {
    stage("current", slides[deck.index], deck.step);
    const following = deck.following();
    if (following) stage("upcoming", slides[following.index], following.step);
    else part("upcoming").replaceChildren();
    part("end").hidden = following !== null;
    part("position").textContent = `${deck.index + 1} / ${slides.length}`;
    const last = deck.lastStep(slides[deck.index]);
    part("step").textContent = last ? `${deck.step} / ${last}` : "";
    part("step").parentElement.hidden = last === 0;
    part("title").textContent = slides[deck.index].querySelector(".slide-title")?.textContent ?? "";
    part("blank").hidden = deck.blank === "";
    const notes = document.getElementById("deck.notes")?.content.querySelector(`[data-slide="${deck.index + 1}"]`);
    part("notes").replaceChildren(...(notes ? [...notes.cloneNode(true).childNodes] : []));
    part("no-notes").hidden = notes !== undefined && notes !== null;
    fit();
    tick();
  }

  // Time: what has run before `since`, which is null while it is paused

  const ran = () => stored.ran + (stored.since === null ? 0 : Date.now() - stored.since);

  function clock(milliseconds) {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const two = (number) => String(number).padStart(2, "0");
    return (hours ? `${hours}:${two(minutes)}` : String(minutes)) + `:${two(seconds % 60)}`;
  }

  /** The sections with the numbers of their slides. */
  const sections = [];
  slides.forEach((slide, index) => {
    const name = slide.dataset.section ?? slide.querySelector(".slide-title")?.textContent ?? "";
    const before = sections.at(-1);
    if (before?.name === name || (before && !slide.dataset.section)) before.last = index;
    else sections.push({ name, first: index, last: index });
  });

  let ticked = Date.now();
  /** The section whose row was last brought into sight. */
  let shown = -1;

  function tick() {
    const now = Date.now();
    part("clock").textContent = new Date(now).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    part("elapsed").textContent = clock(ran());
    const at = sections.findIndex(({ last }) => deck.index <= last);
    if (stored.since !== null) stored.spent[at] = (stored.spent[at] ?? 0) + Math.min(now - ticked, 2000);
    ticked = now;
    const planned = stored.planned * 60000;
    const share = ({ first, last }) => (planned * (last - first + 1)) / slides.length;
    part("pace").hidden = planned === 0;
    if (planned > 0) {
      const due = (planned * deck.index) / slides.length;
      const late = ran() - due - planned / slides.length;
      const early = due - ran();
      const by = Math.max(late, early);
      part("behind").hidden = late <= 0;
      part("ahead").hidden = early <= 0;
      part("in-time").hidden = late > 0 || early > 0;
      part("by").textContent = by > 0 ? clock(by) : "";
      part("left").textContent = (planned < ran() ? "−" : "") + clock(planned - ran());
    }
    const isNew = at !== shown;
    shown = at;
    part("sections").replaceChildren(...sections.map((section, index) => {
      const row = document.createElement("tr");
      const cells = [section.name, clock(stored.spent[index] ?? 0), planned ? clock(share(section)) : ""];
      cells.forEach((text, column) => {
        const cell = document.createElement(column === 0 ? "th" : "td");
        if (column === 0) cell.scope = "row";
        cell.textContent = text;
        row.append(cell);
      });
      if (index === at) row.setAttribute("aria-current", "true");
      return row;
    }));
    // Not at every tick: whoever scrolls the list goes on reading there.
    if (isNew) part("sections").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  const actions = {
    audience: deck.openOther,
    previous: deck.previous,
    next: deck.next,
    pause() {
      stored.ran = ran();
      stored.since = stored.since === null ? Date.now() : null;
      showPause();
    },
    reset() {
      Object.assign(stored, { ran: 0, since: stored.since === null ? null : Date.now(), spent: {} });
    },
    smaller: () => resize(-2),
    larger: () => resize(2),
  };

  function showPause() {
    part("pause").setAttribute("aria-pressed", String(stored.since === null));
  }

  function resize(by) {
    stored.size = Math.min(48, Math.max(14, stored.size + by));
    part("notes").style.fontSize = `${stored.size}px`;
  }

  for (const [name, action] of Object.entries(actions)) {
    part(name).addEventListener("click", () => {
      action();
      tick();
      keep();
    });
  }
  part("planned").value = stored.planned || "";
  part("planned").addEventListener("input", () => {
    stored.planned = Math.max(0, Number(part("planned").value) || 0);
    tick();
    keep();
  });
  // Whoever has typed the minutes goes on with the talk.
  part("planned").addEventListener("keydown", (event) => ["Enter", "Escape"].includes(event.key) && event.target.blur());
  // This view has no grid of slides, and no document to go back to.
  for (const name of ["o", "d", "Escape"]) moreKeys.set(name, () => true);
  moreKeys.set("+", () => resize(2) ?? true);
  moreKeys.set("-", () => resize(-2) ?? true);

  resize(0);
  showPause();
  deck.listeners.push(update);
  addEventListener("resize", fit);
  addEventListener("pagehide", keep);
  setInterval(() => {
    tick();
    keep();
    deck.beat();
  }, 1000);
  update();
  // Style sheets and fonts may come later than the script.
  addEventListener("load", fit);
  new ResizeObserver(fit).observe(view);
})();
