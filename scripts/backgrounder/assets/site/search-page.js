/* What the search box has beyond Material's own: filters, how many pages match in all, more of them, and a way
   through all of it by keyboard. Runs before Material's script. */
(() => {
  "use strict";
  const dialog = document.querySelector("[data-md-component=search]");
  const box = dialog?.querySelector("[data-md-component=search-query]");
  if (!box) return;
  const [RESULT, MORE, MORE_RESULTS, FILTERS, FILTERS_ARE] = [3, 4, 5, 6, 7];
  const config = JSON.parse(document.getElementById("__config").textContent);
  const ENGINE = new URL(config.search, location).href;
  const BASE = new URL(config.base, location);
  const output = dialog.querySelector(".md-search__scrollwrap");
  const meta = dialog.querySelector(".md-search-result__meta");
  const list = dialog.querySelector(".md-search-result__list");
  const toggle = document.getElementById("__search");

  /* Stands in for a worker where a site is opened from a folder, from which none starts. */
  class NoWorker extends EventTarget {
    constructor() {
      super();
      this.ready = new Promise(resolve => {
        const script = document.createElement("script");
        script.src = ENGINE;
        script.onload = resolve;
        document.head.append(script);
      });
    }
    async postMessage(message) {
      await this.ready;
      self.backgrounderReceive(message, data => this.dispatchEvent(new MessageEvent("message", { data })));
    }
    terminate() {}
  }

  let worker;
  const Native = self.Worker;
  self.Worker = function Worker(url, options) {
    if (new URL(url, location).href !== ENGINE) return new Native(url, options);
    worker = location.protocol === "file:" ? new NoWorker() : new Native(url, options);
    worker.addEventListener("message", ({ data }) => heard(data));
    if (toggle.checked) askForFilters();
    return worker;
  };

  let found = null;
  const heard = ({ type, data }) => {
    if (type === RESULT) found = data;
    if (type === FILTERS_ARE) showFilters(data);
    if (type === MORE_RESULTS) {
      found = data;
      showMore(data.items);
    }
    if (type === RESULT || type === MORE_RESULTS) {
      more.hidden = !(data.items.length && data.shown < data.total);
      showChosen();
    }
  };

  /* The line above the results */

  const count = number => number.toLocaleString("en");
  const summary = ({ total, shown, isCut, isUpTo, isAny, instead }) => {
    const bound = isUpTo ? "at most " : isCut ? "at least " : "";
    const told = instead.map(([word, names]) => `Nothing has “${word}”, so this is for “${names.join("”, “")}”. `).join("");
    const any = isAny ? "No page has all of the words. " : "";
    if (total > shown) return `${told}${any}${count(shown)} of ${bound}${count(total)} matching pages; add a word or a filter`;
    return told || any ? `${told}${any}${count(total)} matching ${total === 1 ? "page" : "pages"}` : "";
  };
  const tell = () => {
    const words = found && found.total ? summary(found) : "";
    if (words && meta.textContent !== words) meta.textContent = words;
  };
  meta.setAttribute("role", "status");
  new MutationObserver(tell).observe(meta, { childList: true, characterData: true, subtree: true });

  /* More results, in the shape that Material gives to the first ones */

  const made = (tag, name, html = "") => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.innerHTML = html;
    return element;
  };
  const linkOf = (entry, isPage) => {
    const link = made("a", "md-search-result__link");
    const url = new URL(entry.location, BASE);
    const words = Object.keys(entry.terms).filter(word => entry.terms[word]);
    if (config.features.includes("search.highlight")) url.searchParams.set("h", words.join(" "));
    link.href = url;
    link.tabIndex = -1;
    const article = made("article", "md-search-result__article md-typeset");
    article.dataset.mdScore = entry.score.toFixed(2);
    if (isPage) article.append(made("div", "md-search-result__icon md-icon"));
    article.append(made(isPage ? "h1" : "h2", "", entry.title), made("span", "", entry.text));
    link.append(article);
    return link;
  };
  const itemOf = entries => {
    const item = made("li", "md-search-result__item");
    const page = entries.find(entry => !entry.location.includes("#"));
    const [first, ...rest] = entries.filter(entry => entry !== page);
    const isShown = first && first.score > page.score;
    item.append(linkOf(page, true), ...(isShown ? [linkOf(first, false)] : []));
    const folded = isShown ? rest : entries.filter(entry => entry !== page);
    if (folded.length) {
      const details = made("details", "md-search-result__more");
      const line = made("summary", "", `<div>${folded.length} more on this page</div>`);
      line.tabIndex = -1;
      details.append(line, ...folded.map(entry => linkOf(entry, false)));
      item.append(details);
    }
    return item;
  };
  const showMore = items => {
    const fresh = items.map(itemOf);
    list.append(...fresh);
    tell();
    fresh[0]?.querySelector("a").focus();
  };
  const more = made("button", "bg-search-more", "Show 10 more");
  more.type = "button";
  more.hidden = true;
  more.addEventListener("click", () => worker.postMessage({ type: MORE, data: { query: found.query, from: found.shown } }));
  output.append(more);

  /* Filters are words of the question, so a link to a search keeps them. */

  const KINDS = {
    brief: "Briefs", stakeholder: "Stakeholders", source: "Sources", topic: "Topics", term: "Glossary", page: "Other pages",
  };
  const STATUSES = { published: "Published", draft: "Drafts", scheduled: "Scheduled", archived: "Archived" };
  const bar = made("div", "bg-search-filters");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Filters");
  bar.hidden = true;
  output.prepend(bar);

  const wordOf = name => new RegExp(`(?:^|\\s)(${name}:\\S+)`, "i").exec(box.value)?.[1].toLowerCase() || "";
  const choose = (name, word) => {
    const rest = box.value.replace(new RegExp(`(^|\\s)${name}:\\S+`, "gi"), "").trim();
    box.value = `${rest} ${word}`.trim() + (word ? " " : "");
    box.dispatchEvent(new KeyboardEvent("keyup"));
  };
  const showFilter = (name, label, all, options) => {
    if (options.length < 2) return;
    const select = made("select");
    select.name = name;
    select.append(new Option(all, ""), ...options.map(([word, text]) => new Option(text, word)));
    select.addEventListener("change", () => choose(name, select.value));
    select.id = `bg-search-${name}`;
    const caption = made("label", "", label);
    caption.htmlFor = select.id;
    const filter = made("div");
    filter.append(caption, select);
    bar.append(filter);
    bar.hidden = false;
  };
  const showFilters = ({ kinds, topics, statuses }) => {
    if (bar.childElementCount) return;
    showFilter("kind", "Kind", "All kinds", kinds.map(kind => [`kind:${kind}`, KINDS[kind] || kind]));
    showFilter("topic", "Topic", "All topics", topics.map(([name, word]) => [word, name]));
    showFilter("status", "Status", "Any status", statuses.map(one => [`status:${one}`, STATUSES[one] || one]));
    showChosen();
  };
  const showChosen = () => bar.querySelectorAll("select").forEach(select => {
    const word = wordOf(select.name);
    select.value = [...select.options].some(option => option.value === word) ? word : "";
  });
  let isAsked = false;
  const askForFilters = () => {
    if (isAsked || !worker) return;
    isAsked = true;
    worker.postMessage({ type: FILTERS });
  };
  toggle.addEventListener("change", () => toggle.checked && askForFilters());

  /* Material closes the search at Tab, and gives every other key to the box. */

  const isOurs = element => element === more || bar.contains(element);
  dialog.addEventListener("keydown", event => {
    const isForMaterial = event.key === "Escape" || (event.target === more && event.key.startsWith("Arrow"));
    if (event.key === "Tab" || (isOurs(event.target) && !isForMaterial)) event.stopPropagation();
  });
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget) && toggle.checked) toggle.click();
  });
})();
