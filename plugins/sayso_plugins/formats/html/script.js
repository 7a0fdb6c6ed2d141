
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filters");

  const filter = () => {
    const notes = all(".note[data-severity]");
    const shown = document.getElementById("shown");
    const onlyFound = document.getElementById("only-found");
    // Items with nothing to show are folded away, and neither filtered nor counted.
    const articles = all("article.item").filter((one) => !one.closest("details.quiet"));
    const counted = (key) => notes.reduce((counts, note) => {
      const value = note.dataset[key];
      return value ? counts.set(value, (counts.get(value) || 0) + 1) : counts;
    }, new Map());

    const list = document.getElementById("filter-rules");
    for (const [rule, count] of [...counted("rule")].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "rule", value: rule, checked: true });
      const number = Object.assign(document.createElement("span"), { className: "count", textContent: `(${count})` });
      const label = document.createElement("label");
      label.append(box, ` ${rule} `, number);
      const item = document.createElement("li");
      item.append(label);
      list.append(item);
    }
    const severities = counted("severity");
    for (const box of all("input[name=severity]", form)) {
      const count = severities.get(box.value) || 0;
      box.closest("label").querySelector(".count").textContent = `(${count})`;
      box.closest("li").hidden = box.value === "claim" && !count;
    }

    const chosen = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));
    const apply = () => {
      const severity = chosen("severity");
      const rule = chosen("rule");
      let notesShown = 0;
      let itemsShown = 0;
      for (const article of articles) {
        const seen = new Set();
        let some = 0;
        for (const note of all(".note[data-severity]", article)) {
          note.hidden = !severity.has(note.dataset.severity) || ("rule" in note.dataset && !rule.has(note.dataset.rule));
          some += !note.hidden;
          if (!note.hidden) seen.add(note.dataset.n);
        }
        for (const mark of all("[data-f]", article)) {
          mark.classList.toggle("off", !mark.dataset.f.split(" ").some((number) => seen.has(number)));
        }
        for (const one of all("[data-see]", article)) one.hidden = !seen.has(one.dataset.see);
        for (const box of all("[data-box]", article)) {
          box.hidden = !box.querySelector(".note:not([hidden])");
        }
        // An item that nobody looked at has that to show.
        article.hidden = Boolean(onlyFound && onlyFound.checked && !some && !article.querySelector(".lacks"));
        const row = document.querySelector(`[data-item="${article.id}"]`);
        if (row) row.hidden = article.hidden;
        notesShown += some;
        itemsShown += !article.hidden;
      }
      document.body.classList.toggle("no-claims", !severity.has("claim"));
      const filtered = notesShown < notes.length || itemsShown < articles.length;
      shown.hidden = !filtered;
      shown.textContent = filtered
        ? `Filtered: ${notesShown} of ${notes.length} notes are shown, in ${itemsShown} of ${articles.length} items.`
        : "";
    };
    const check = (state) => () => {
      for (const box of all("input[name=rule]", form)) box.checked = state;
      apply();
    };
    form.addEventListener("change", (event) => {
      if (event.target === onlyFound) for (const one of all("details.quiet")) one.open = !onlyFound.checked;
      apply();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("all-rules").addEventListener("click", check(true));
    document.getElementById("no-rules").addEventListener("click", check(false));
    form.hidden = !notes.length;
    apply();
  };

  const sorting = () => {
    const button = document.getElementById("by-name");
    if (!button) return;
    const bodies = all("#list tbody").map((body) => [body, [...body.rows]]);
    const name = new Intl.Collator(undefined, { numeric: true });
    const called = new Map(bodies.flatMap(([, rows]) => rows.map((row) => [row, row.querySelector("th").textContent.trim()])));
    button.addEventListener("click", () => {
      const byName = button.getAttribute("aria-pressed") === "false";
      button.setAttribute("aria-pressed", byName);
      for (const [body, rows] of bodies) {
        body.append(...(byName ? [...rows].sort((a, b) => name.compare(called.get(a), called.get(b))) : rows));
      }
    });
    button.hidden = false;
  };

  // Whoever is led to something that is folded away gets to see it.
  const unfold = (hash) => {
    const target = document.getElementById(hash.slice(1));
    for (let one = target && target.parentElement; one; one = one.parentElement) {
      if (one.localName === "details") one.open = true;
    }
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link) unfold(link.getAttribute("href"));
  });
  unfold(location.hash);

  // The chain of an attribution is shown wherever one points at a part of it, and all its parts are lit.
  let timer = 0;
  const clear = () => {
    for (const one of all(".on, .tip.show")) one.classList.remove("on", "show");
  };
  const follow = (event) => {
    const mark = event.target instanceof Element ? event.target.closest("[data-a]") : null;
    clearTimeout(timer);
    if (!mark) {
      timer = setTimeout(clear, 300);
      return;
    }
    clear();
    document.body.classList.remove("dismissed");
    const article = mark.closest("article");
    const number = mark.dataset.a.split(" ")[0];
    for (const one of all(`span[data-a~="${number}"]:not(.at)`, article)) one.classList.add("on");
    const tip = document.getElementById(`${article.id}-a${number}t`);
    if (tip) tip.classList.add("show");
  };
  document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clear();
    document.body.classList.add("dismissed");
  });

  if (form) filter();
  sorting();
})();
