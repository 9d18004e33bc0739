// What lies over the deck for a moment: the grid of all slides, a black or white screen, the list of keys.
"use strict";

if (deck) {
  const root = document.documentElement;
  const { slides, labels, moreKeys } = deck;

  // The grid of all slides: the same slides with a smaller rem, each below a button that names it

  const isOpen = () => root.classList.contains("overview");

  function pickers() {
    return slides.map((slide, index) => {
      const made = slide.querySelector(":scope > .pick") ?? document.createElement("button");
      made.type = "button";
      made.className = "pick";
      made.tabIndex = -1;
      const title = slide.querySelector(".slide-title")?.textContent ?? "";
      made.setAttribute("aria-label", `${labels.labelSlide ?? "Slide"} ${index + 1}: ${title}`);
      made.onclick = () => close(index);
      if (!made.parentNode) slide.append(made);
      return made;
    });
  }

  function open() {
    if (!deck.isPresenting()) return false;
    deck.settleDrawings(slides[deck.index], false, 0);
    root.classList.add("overview");
    const made = pickers();
    slides.forEach((slide) => {
      slide.inert = false;
      for (const part of slide.children) part.inert = !part.classList.contains("pick");
    });
    focus(made[deck.index]);
    return true;
  }

  /** Back to the slide that was picked, or to the one that was left. */
  function close(index) {
    root.classList.remove("overview");
    slides.forEach((slide) => {
      for (const part of slide.children) part.inert = false;
    });
    if (index === undefined || index === deck.index) deck.draw();
    else deck.show(index);
    slides[deck.index].querySelector(".slide-title")?.focus({ preventScroll: true });
    return true;
  }

  // Whatever moves the deck meanwhile, every slide can still be picked.
  deck.listeners.push(() => isOpen() && slides.forEach((slide) => (slide.inert = false)));

  function focus(button) {
    document.querySelectorAll(".pick").forEach((other) => (other.tabIndex = other === button ? 0 : -1));
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: "nearest" });
  }

  /** How many slides stand side by side. */
  function across() {
    const top = slides[0].offsetTop;
    const second = slides.findIndex((slide) => slide.offsetTop > top);
    return second < 0 ? slides.length : second;
  }

  function moveInGrid(event) {
    const at = slides.findIndex((slide) => slide.contains(document.activeElement));
    const turn = deck.rightToLeft ? -1 : 1;
    const by = { ArrowRight: turn, ArrowLeft: -turn, ArrowDown: across(), ArrowUp: -across(), Home: -at,
      End: slides.length - 1 - at, PageDown: 1, PageUp: -1, " ": 0, Enter: 0 }[event.key];
    if (by === undefined) return event.key.length === 1 && !/[ofbw.?]/iu.test(event.key);
    const to = slides[Math.max(at, 0) + by];
    if (by === 0) close(Math.max(at, 0));
    else if (to) focus(to.querySelector(".pick"));
    return true;
  }

  moreKeys.set("o", () => (isOpen() ? close() : open()));
  moreKeys.set("Escape", () => (isOpen() ? close() : open()));

  // A black or white screen, until any key or click

  const blank = document.createElement("div");
  blank.className = "blank";
  blank.hidden = true;
  document.body.append(blank);
  const status = document.getElementById("deck.status");

  function setBlank(colour) {
    const wanted = deck.blank === colour ? "" : colour;
    deck.blank = wanted;
    blank.hidden = wanted === "";
    blank.dataset.colour = wanted;
    if (status) status.textContent = { black: labels.labelBlack, white: labels.labelWhite }[wanted] ?? "";
    for (const listener of deck.listeners) listener();
    return true;
  }

  deck.blank = "";
  deck.setBlank = (colour) => deck.blank !== colour && setBlank(colour || deck.blank);
  blank.addEventListener("click", (event) => {
    event.stopPropagation();
    setBlank(deck.blank);
  });
  for (const key of ["b", "."]) moreKeys.set(key, () => deck.isPresenting() && !isOpen() && setBlank("black"));
  moreKeys.set("w", () => deck.isPresenting() && !isOpen() && setBlank("white"));

  moreKeys.set("any", (event) => {
    if (deck.blank && !/^[bw.]$/iu.test(event.key)) return setBlank(deck.blank);
    return isOpen() && moveInGrid(event);
  });

  // The list of keys

  const help = document.querySelector("dialog.deck-help");
  if (help) {
    const toggle = () => {
      if (help.open) help.close();
      else help.showModal();
      return true;
    };
    moreKeys.set("?", toggle);
    help.addEventListener("keydown", (event) => event.key === "?" && help.close());
    help.querySelector("button").addEventListener("click", () => help.close());
    // A click beside the list closes it.
    help.addEventListener("click", (event) => event.target === help && help.close());
    const more = deck.button(labels.labelHelp ?? "Keys", "M9 9a3 3 0 1 1 3 3.5V14M12 17.5v.1", toggle);
    document.querySelector(".deck-controls .present")?.before(more);
  }
  const grid = deck.button(
    labels.labelOverview ?? "All slides", "M4 5h7v5H4zM13 5h7v5h-7zM4 14h7v5H4zM13 14h7v5h-7z", open);
  document.querySelector(".deck-controls .present")?.before(grid);

  addEventListener("beforeprint", () => isOpen() && close());
}
