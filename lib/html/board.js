/* board.js - the filters of the board. They live in the address behind #, so that a filtered view can be linked: #state=closed&unit=js&text=路. */
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const items = [...document.querySelectorAll("tbody[data-state]")];
  const shown = document.getElementById("shown");
  const fields = [...form.querySelectorAll("[name]")];
  const texts = new Map();
  /* Full width and case make no difference. */
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, fold(item.textContent));
    return texts.get(item);
  };
  const holds = (item, name, wanted) => {
    const own = item.dataset[name] || "";
    if (name === "text") return fold(wanted).split(/\s+/).every((word) => textOf(item).includes(word));
    if (name === "state" && wanted === "open") return own !== "closed" && own !== "cancelled";
    return name === "unit" ? own.split(",").includes(wanted) : own === wanted;
  };
  const filter = () => {
    const wanted = fields.map((field) => [field.name, field.value.trim()]).filter((pair) => pair[1] !== "");
    let count = 0;
    for (const item of items) {
      item.hidden = !wanted.every((pair) => holds(item, pair[0], pair[1]));
      count += item.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll("section.ledger"))
      section.hidden = wanted.length > 0 && section.querySelector("tbody[data-state]:not([hidden])") === null;
    shown.value = `${count} / ${items.length}`;
    form.classList.toggle("set", wanted.length > 0);
    return wanted;
  };
  const keep = () => history.replaceState(null, "", "#" + new URLSearchParams(filter()));
  const take = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = given.get(field.name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
    filter();
  };
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(keep));
  const timelines = document.getElementById("timelines"); /* a large page has none */
  timelines?.addEventListener("click", () => {
    const all = items.filter((item) => !item.hidden).flatMap((item) => [...item.querySelectorAll("details")]);
    const open = all.some((one) => !one.open);
    for (const one of all) one.open = open;
  });
  addEventListener("hashchange", () => {
    take();
    form.scrollIntoView();
  });
  form.hidden = false;
  take();
  if (location.hash !== "") form.scrollIntoView();
})();
