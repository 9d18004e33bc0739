// Two windows that show the same deck drive each other, from a server and from a disk alike: the audience's, and the presenter's,
// which is this same page with ?presenter behind its address. presenter.js, which only that window loads, makes its view.
"use strict";

if (deck) {
  const { slides, moreKeys } = deck;
  const frame = document.getElementById("deck.presenter");
  // A page with notes is the presenter's own, unless it was opened for the audience.
  const isForPresenter = document.body.dataset.view === "presenter" && location.search !== "?audience";
  const isPresenter = frame !== null && (isForPresenter || location.search === "?presenter");
  /** The other window, once one of them has opened the other. */
  let other = window.opener;

  // Each tells the other where it is. Pages from a disk have no origin to compare, but what they can do is turn slides.

  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`lectern ${location.pathname}`);
  /** The place that was last told or heard, so that nothing is told twice; null while nothing is to be told. */
  let known = null;
  /** When the place was come to; 0 before the first move. Every word goes two ways, and a late copy takes nobody back. */
  let since = 0;
  const began = Date.now();

  const here = () => ({ index: deck.index, step: deck.step, blank: deck.blank });

  /** Both windows read one clock; the fraction decides between two moves in one millisecond. */
  const now = () => Math.max(Date.now(), since + 1) + Math.random();

  function send(message) {
    const whole = { lectern: location.pathname, ...message };
    channel?.postMessage(whole);
    try {
      // Files have no origin that could be named.
      const origin = location.protocol === "file:" ? "*" : location.origin;
      if (other && other !== window) other.postMessage(whole, origin);
    } catch {
      // The other window is gone.
    }
  }

  function answer() {
    send({ ...here(), since: since || began });
  }

  function tell() {
    const place = JSON.stringify(here());
    if (known === null || place === known) return;
    known = place;
    since = now();
    answer();
  }

  function hear(message) {
    if (message?.lectern !== location.pathname || message.beat) return;
    if (message.hello) {
      answer();
      return;
    }
    const { index, step, blank } = message;
    if (!Number.isInteger(index) || !Number.isInteger(step) || !slides[index] || !(message.since > since)) return;
    since = message.since;
    known = null;
    try {
      if (index !== deck.index || step !== deck.step) deck.show(index, step);
      deck.setBlank(["black", "white"].includes(blank) ? blank : "");
    } finally {
      known = JSON.stringify(here());
    }
  }

  channel?.addEventListener("message", (event) => hear(event.data));
  addEventListener("message", (event) => {
    const isOurs = event.origin === location.origin || location.protocol === "file:";
    if (!isOurs || event.data?.lectern !== location.pathname) return;
    const isNew = event.source && event.source !== window && event.source !== other;
    if (isNew) other = event.source;
    if (!event.data.beat) hear(event.data);
    // After a reload the other window is known again by its beat; whoever has not moved since asks where it is.
    else if (isNew) since ? answer() : send({ hello: true });
  });
  deck.listeners.push(tell);
  deck.beat = () => send({ beat: true });

  // Opening it

  function address(search) {
    return location.href.replace(/[?#].*$/su, "") + search + location.hash;
  }

  const blocked = document.querySelector("dialog.deck-blocked");

  /** Opens the other window, or says how when the browser does not let it. */
  deck.openOther = () => {
    if (!frame) return false;
    const name = isPresenter ? "audience" : "presenter";
    const opened = window.open(address(`?${name}`), `${name} ${location.pathname}`, "popup,width=1280,height=760");
    if (opened) other = opened;
    else if (blocked) {
      blocked.querySelector("a").href = address(`?${name}`);
      blocked.showModal();
    }
    return true;
  };
  moreKeys.set("p", deck.openOther);
  blocked?.querySelector("button").addEventListener("click", () => blocked.close());

  deck.start(isPresenter);
  // Style sheet, script and view come to life with their place in the page.
  if (isPresenter) document.body.append(frame.content);
  known = JSON.stringify(here());
  // Whichever window is there already says where it is.
  send({ hello: true });
}
