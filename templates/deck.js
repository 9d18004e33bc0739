// Turns the scrolling document of slides into a deck: one slide at a time, by key, click, swipe and link.
// Without this script the page stays a readable document, and print never needs it.
//
// Addresses: #ID shows the slide ID, or the slide that holds the element ID; #ID/2 shows it with two steps revealed.
// Words come from data-label-… attributes of <body>, so that this file knows no language but its fallback.
//
// deck-overlays.js and deck-windows.js follow in the same file of a site; they know of the deck what `deck` offers.
"use strict";

const deck = (() => {
  const root = document.documentElement;
  const labels = document.body.dataset;
  const slides = [...document.querySelectorAll(".slide")];
  const status = document.getElementById("deck.status");
  const wideEnough = matchMedia("(min-width: 700px)");
  const rightToLeft = getComputedStyle(document.body).direction === "rtl";
  if (slides.length === 0) return null;

  /** The slide on show, and how many of its steps are revealed. */
  let current = 0;
  let step = 0;
  /** Whether the reader asked for the document, which then stays whatever the window does. */
  let leftByChoice = false;
  /** Told of every change of slide, step or mode. */
  const listeners = [];
  /** Keys of the other parts, by name; each tells whether it did something. */
  const moreKeys = new Map();

  const isPresenting = () => root.classList.contains("presenting");
  const steps = (slide) => [...slide.querySelectorAll("[data-step]")];
  const lastStep = (slide) => Math.max(0, ...steps(slide).map((part) => Number(part.dataset.step)));

  // Places and addresses

  /** The slide and step that a fragment names, or null when it names nothing in the deck. */
  function place(hash) {
    const name = decode(hash.slice(1));
    const [, id, asked] = /^(.*?)(?:\/(\d+))?$/su.exec(name);
    const target = document.getElementById(name) ?? document.getElementById(id);
    const slide = target?.closest(".slide");
    if (!slide) return null;
    const hidden = target.closest("[data-step]");
    const wanted = Math.max(Number(asked ?? 0), Number(hidden?.dataset.step ?? 0));
    return { index: slides.indexOf(slide), step: Math.min(wanted, lastStep(slide)) };
  }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** Writes the place into the address; replaced rather than pushed, so that Back leaves the deck in one go. */
  function remember() {
    const hash = `#${encodeURIComponent(slides[current].id)}${step > 0 ? `/${step}` : ""}`;
    if (decode(location.hash) === decode(hash)) return;
    try {
      history.replaceState(null, "", hash);
    } catch {
      // Some browsers refuse on pages opened from a disk; the deck works without an address.
    }
  }

  // Showing

  /** Brings `current` and `step` onto the screen. */
  function draw() {
    slides.forEach((slide, index) => {
      slide.classList.toggle("current", index === current);
      slide.inert = isPresenting() && index !== current;
    });
    for (const part of steps(slides[current])) {
      part.classList.toggle("shown", Number(part.dataset.step) <= step);
    }
    settleDrawings(slides[current], isPresenting(), step);
    progress.style.transform = `scaleX(${slides.length > 1 ? current / (slides.length - 1) : 1})`;
    for (const listener of listeners) listener();
  }

  /** Moves what moves in the slide's drawings to where it stands while only some items are there; in the end, and on
   * paper, everything stands where the page has it. */
  function settleDrawings(slide, moves, step) {
    for (const part of slide.querySelectorAll("[data-moves]")) {
      const first = Number(part.closest("svg").dataset.firstStep);
      const move = moves ? part.dataset.moves.split(";")[Math.max(0, step - first + 1)] : undefined;
      const [x, y, turn] = (move ?? "0 0 0").split(" ");
      const [left, top] = part.dataset.origin.split(" ");
      part.style.transformOrigin = `${left}px ${top}px`;
      part.style.transform = `translate(${x}px, ${y}px) rotate(${turn}deg)`;
    }
  }

  function show(index, stepOfIt = 0, { address = true } = {}) {
    const moved = index !== current;
    current = index;
    step = stepOfIt;
    draw();
    if (address) remember();
    if (!moved) return;
    slides[current].scrollTop = 0;
    // Whoever turns slides with a button and the keyboard goes on with it; what is on show is announced all the same.
    if (!document.activeElement?.matches(".deck-controls :focus-visible")) {
      slides[current].querySelector(".slide-title")?.focus({ preventScroll: true });
    }
    announce();
  }

  function announce() {
    if (!status) return;
    const slide = labels.labelSlide ?? "Slide";
    const of = labels.labelOf ?? "of";
    status.textContent = `${slide} ${current + 1} ${of} ${slides.length}`;
  }

  /** The slide and step after the ones on show; null at the end. */
  function following() {
    const later = steps(slides[current]).map((part) => Number(part.dataset.step)).filter((number) => number > step);
    if (later.length > 0) return { index: current, step: Math.min(...later) };
    return current < slides.length - 1 ? { index: current + 1, step: 0 } : null;
  }

  function next() {
    const place = following();
    if (place) show(place.index, place.step);
  }

  /** One step back; a slide come back to is shown as it was left, with all its steps. */
  function previous() {
    if (step > 0) show(current, step - 1);
    else if (current > 0) show(current - 1, lastStep(slides[current - 1]));
  }

  /** Scrolls a slide that a reader's own fonts or spacing made too high for the window; tells whether there was more. */
  function scrollOn(direction) {
    const slide = slides[current];
    const before = slide.scrollTop;
    if (slide.scrollHeight - slide.clientHeight < 8) return false;
    slide.scrollBy({ top: direction * 0.8 * slide.clientHeight, behavior: "instant" });
    return Math.abs(slide.scrollTop - before) > 1;
  }

  function goTo(index) {
    show(Math.min(Math.max(index, 0), slides.length - 1));
  }

  // Modes

  function enter() {
    leftByChoice = false;
    if (isPresenting()) return;
    root.classList.add("presenting");
    draw();
    announce();
    wake();
    if (current > 0 && place(location.hash)?.index !== current) remember();
  }

  function leave() {
    if (!isPresenting()) return;
    root.classList.remove("presenting", "idle");
    draw();
    slides[current].scrollIntoView();
    slides[current].querySelector(".slide-title")?.focus({ preventScroll: true });
  }

  function leaveByChoice() {
    leftByChoice = true;
    leave();
  }

  function settle() {
    if (!wideEnough.matches) leave();
    else if (!leftByChoice) enter();
  }

  // Whoever scrolls through the document and then presents goes on where they were.
  function follow() {
    if (isPresenting()) return;
    const { top } = slides[current].getBoundingClientRect();
    if (top > -40 && top < innerHeight / 2) return;
    const seen = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > innerHeight / 2);
    current = seen < 0 ? slides.length - 1 : seen;
    step = 0;
  }

  function toggleFullScreen() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
      return;
    }
    enter();
    root.requestFullscreen?.().catch(() => {});
  }

  // Keys

  const forwards = new Set(["ArrowDown", "PageDown", "Enter", rightToLeft ? "ArrowLeft" : "ArrowRight"]);
  const backwards = new Set(["ArrowUp", "PageUp", rightToLeft ? "ArrowRight" : "ArrowLeft"]);

  /** Digits typed so far; Enter goes to the slide of that number. */
  let typed = "";
  let forgetting = 0;

  function typeDigit(digit) {
    typed = (typed + digit).slice(-4);
    clearTimeout(forgetting);
    forgetting = setTimeout(() => (typed = ""), 3000);
  }

  /** Whether the key belongs to the control that has the focus. */
  function belongsToControl(event) {
    if (event.target.closest("input, select, textarea, [contenteditable]")) return true;
    if (scrolls(event.target, event.key)) return true;
    // Behind digits it is the end of a slide's number, wherever the focus is.
    if (event.key === "Enter" && typed !== "") return false;
    return (event.key === "Enter" || event.key === " ") && event.target.closest("a, button, summary") !== null;
  }

  /** Whether the key scrolls the box that has the focus, as the presenter's notes; a clicker's keys turn slides there, too. */
  function scrolls(target, key) {
    if (target.tabIndex !== 0 || target.scrollHeight <= target.clientHeight) return false;
    return ["ArrowUp", "ArrowDown", "Home", "End", " "].includes(key) && getComputedStyle(target).overflowY !== "visible";
  }

  /** Does what the key asks, and tells whether it asked for anything. */
  function obey(event) {
    const { key, shiftKey } = event;
    const name = key.length === 1 ? key.toLowerCase() : key;
    if (moreKeys.get("any")?.(event) || moreKeys.get(name)?.(event)) return true;
    if (name === "f") toggleFullScreen();
    else if (name === "d") isPresenting() ? leaveByChoice() : enter();
    else if (!isPresenting()) return false;
    else if (/^\d$/.test(key)) typeDigit(key);
    else if (key === "Enter" && typed !== "") goTo(Number(typed) - 1);
    else if (key === " " && shiftKey) scrollOn(-1) || previous();
    // Shift with an arrow selects text.
    else if (shiftKey) return false;
    else if (key === " " || forwards.has(key)) scrollOn(1) || next();
    else if (backwards.has(key)) scrollOn(-1) || previous();
    else if (key === "Home") goTo(0);
    else if (key === "End") goTo(slides.length - 1);
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || belongsToControl(event)) return;
    // A dialog keeps its keys.
    if (event.target.closest?.("dialog")) return;
    if (obey(event)) {
      event.preventDefault();
      stayAwake();
    }
    if (!/^\d$/.test(event.key)) typed = "";
  });

  // Pointer: clicks turn slides, unless they are for something else

  /** Whether clicks and swipes turn slides now. */
  const isTurning = () => isPresenting() && !root.matches(".overview, .presenter");

  /** Where the pointer went down, and whether it then ended a selection. */
  let down = null;

  document.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary) {
      // A second finger: this is a pinch.
      down = null;
      return;
    }
    down = { x: event.clientX, y: event.clientY, hadSelection: !getSelection().isCollapsed };
  });

  document.addEventListener("pointerup", (event) => {
    if (!isTurning() || event.pointerType !== "touch" || !event.isPrimary || !down) return;
    const x = event.clientX - down.x;
    const y = event.clientY - down.y;
    if (Math.abs(x) < 50 || Math.abs(x) < 2 * Math.abs(y) || isZoomedIn()) return;
    down = null;
    (x < 0) === rightToLeft ? previous() : next();
  });

  document.addEventListener("pointercancel", () => (down = null));

  document.addEventListener("click", (event) => {
    if (!isTurning() || event.defaultPrevented || event.button !== 0 || !down) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!event.target.closest(".slides")) return;
    if (event.target.closest("a, button, input, select, textarea, label, summary, [contenteditable]")) return;
    const dragged = Math.hypot(event.clientX - down.x, event.clientY - down.y) > 8;
    if (dragged || down.hadSelection || !getSelection().isCollapsed || isZoomedIn()) return;
    const across = event.clientX / innerWidth;
    (rightToLeft ? across > 2 / 3 : across < 1 / 3) ? previous() : next();
  });

  // After a tap, which the buttons that come with it must not take for their own.
  document.addEventListener("click", () => isPresenting() && wake());

  /** Whether the reader looks at a part, and so moves across the slide rather than to the next. */
  function isZoomedIn() {
    return (window.visualViewport?.scale ?? 1) > 1.05;
  }

  // A screen that goes dark in the middle of a talk

  let lock = null;

  /** Asks for a screen that stays on, from the first move on; where that is not granted, nothing is lost. */
  async function stayAwake() {
    if (lock || !isPresenting() || document.hidden) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => (lock = null));
    } catch {
      lock = null;
    }
  }

  let wasAwake = false;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) wasAwake = lock !== null;
    else if (wasAwake) stayAwake();
  });

  // Controls, there while the pointer moves or the focus is on them

  let idling = 0;

  function wake() {
    root.classList.remove("idle");
    clearTimeout(idling);
    idling = setTimeout(() => root.classList.add("idle"), 2500);
  }

  document.addEventListener("pointermove", (event) => {
    if (isPresenting() && event.pointerType === "mouse") wake();
  });

  function icon(path) {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(namespace, "svg");
    const line = document.createElementNS(namespace, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }

  function button(label, path, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.title = label;
    made.setAttribute("aria-label", label);
    made.append(icon(path));
    made.addEventListener("click", action);
    return made;
  }

  function makeControls() {
    const nav = document.createElement("nav");
    nav.className = "deck-controls";
    nav.setAttribute("aria-label", labels.labelControls ?? "Slides");
    nav.append(
      button(labels.labelPrevious ?? "Previous", "M15 5l-7 7 7 7", previous),
      button(labels.labelNext ?? "Next", "M9 5l7 7-7 7", next),
    );
    if (document.fullscreenEnabled) {
      const corners = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";
      nav.append(button(labels.labelFullscreen ?? "Full screen", corners, toggleFullScreen));
    }
    const again = document.createElement("button");
    again.type = "button";
    again.className = "present";
    again.textContent = labels.labelPresent ?? "Present";
    again.addEventListener("click", enter);
    nav.append(again);
    document.querySelector(".slides").after(nav);
  }

  function makeProgress() {
    const line = document.createElement("div");
    line.className = "deck-progress";
    line.setAttribute("aria-hidden", "true");
    document.body.append(line);
    return line;
  }

  // Links, Back and Forward

  addEventListener("hashchange", () => {
    const asked = place(location.hash);
    if (!asked) return;
    if (isPresenting()) {
      // A link within the slide, as to a footnote, hides nothing that was revealed.
      const kept = asked.index === current ? step : 0;
      show(asked.index, Math.max(asked.step, kept), { address: false });
    }
    // A step is no element, so the browser does not scroll to it.
    else if (location.hash.includes("/")) slides[asked.index].scrollIntoView();
  });

  addEventListener("scroll", follow, { passive: true });

  // Print shows every slide to assistive technology too; what is inert would get no tags in a PDF.
  addEventListener("beforeprint", () => {
    slides.forEach((slide) => (slide.inert = false));
    settleDrawings(slides[current], false, 0);
  });
  addEventListener("afterprint", draw);

  const progress = makeProgress();
  makeControls();
  const asked = place(location.hash);
  current = asked?.index ?? 0;
  step = asked?.step ?? 0;

  /** Begins once the other parts are there; a presenter's window presents however narrow it is. */
  function start(always) {
    draw();
    if (always) {
      enter();
      return;
    }
    wideEnough.addEventListener("change", settle);
    if (wideEnough.matches) enter();
    else if (location.hash.includes("/") && asked) slides[current].scrollIntoView();
  }

  return {
    slides, labels, moreKeys, listeners, isPresenting, show, next, previous, goTo, following, enter, leave, draw, start,
    settleDrawings, lastStep, rightToLeft, button,
    get index() { return current; },
    get step() { return step; },
  };
})();
