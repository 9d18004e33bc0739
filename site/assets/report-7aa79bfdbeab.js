// The report needs no script. What only a script can do is here: buttons that print and copy the citation, and no stop for the
// keyboard at tables that fit.
(() => {
  "use strict";
  const settle = ({ target }) => (target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1);
  const widths = new ResizeObserver((changes) => changes.forEach(settle));
  document.querySelectorAll(".table-scroll").forEach((box) => widths.observe(box));

  const tools = document.getElementById("report.tools");
  if (!tools) return;
  const place = (name, where) => {
    const button = tools.content.querySelector(`[data-tool="${name}"]`);
    if (button && where) where.append(" ", button);
    return where && button;
  };

  const print = place("print", document.querySelector(".actions"));
  if (print) print.addEventListener("click", () => window.print());

  const citation = document.querySelector(".cite p");
  const copy = place("copy", document.querySelector(".cite .copy"));
  if (!copy) return;
  const label = copy.textContent;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent.replace(/\s+/g, " ").trim());
      copy.textContent = copy.dataset.done;
      setTimeout(() => (copy.textContent = label), 2000);
    } catch {
      // Not allowed here: the words are marked, so that the keyboard can copy them.
      getSelection().selectAllChildren(citation);
    }
  });
})();
