/* The search of the site. It reads the index that the build writes below search/, a few small files for each
   question, and answers in the way Material's search box expects. It runs as a worker; where a site is opened
   from a folder no worker starts, and the page itself loads it. */
(() => {
  "use strict";
  const isWorker = typeof document === "undefined";
  const INDEX = new URL("../../search/", isWorker ? self.location.href : document.currentScript.src);

  /* Words. The same rules stand in search/fold.py. */

  const APOSTROPHES = "'’‘`ʿʾʼ";
  const POSSESSIVE = new RegExp(`(?<=[\\p{L}\\p{N}])[${APOSTROPHES}]s(?![\\p{L}\\p{N}])`, "gu");
  const IDLE = new RegExp(
    `[${APOSTROPHES}\\u0640\\u00ad\\u200c\\u200d\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]`, "gu",
  );
  const ONE_LETTER = new Map(Object.entries({
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ێ": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه", "ۆ": "و", "ڕ": "ر",
    "ڵ": "ل", "٫": ".", "٬": ",", "ß": "ss", "ς": "σ", "ı": "i",
  }));
  for (let digit = 0; digit < 10; digit++) {
    ONE_LETTER.set(String.fromCharCode(0x660 + digit), `${digit}`);
    ONE_LETTER.set(String.fromCharCode(0x6f0 + digit), `${digit}`);
  }
  const VARIANTS = new RegExp(`[${[...ONE_LETTER.keys()].join("")}]`, "gu");
  const WORD = /[\p{L}\p{N}]+(?:(?<=[0-9])[.,](?=[0-9])[\p{L}\p{N}]+)*/gu;
  const ARTICLES = new Set(["al", "el"]);

  const plain = chunk => {
    const isAscii = /^[\x00-\x7f]*$/.test(chunk);
    const lower = isAscii ? chunk.toLowerCase() : chunk.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
    return lower.replace(POSSESSIVE, "").replace(IDLE, "").replace(VARIANTS, letter => ONE_LETTER.get(letter));
  };
  const stem = word => {
    if (word.startsWith("ال") && word.length >= 5) return word.slice(2);
    return /^[a-z]{2,}[^siu]s$/.test(word) && /^[a-z]+$/.test(word) ? word.slice(0, -1) : word;
  };
  const known = new Map();
  const foldChunk = chunk => {
    let words = known.get(chunk);
    if (!words) {
      words = (plain(chunk).match(WORD) || []).map(stem);
      if (known.size > 200_000) known.clear();
      known.set(chunk, words);
    }
    return words;
  };
  const chunksOf = text => text.split(/\s+/u).filter(Boolean);
  const foldWords = text => {
    const words = chunksOf(text).flatMap(foldChunk);
    return words.filter((word, place) => place === words.length - 1 || !ARTICLES.has(word));
  };

  /* Files of the index */

  const files = new Map();
  const awaited = new Map();
  self.backgrounderSearch = (key, value) => awaited.get(key)?.(value);

  const fetched = async (url, options) => {
    const answer = await fetch(url, options);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    const text = await answer.text();
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
  };
  const scripted = (url, key) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    awaited.set(key, resolve);
    script.src = url;
    script.onerror = () => reject(new Error(`cannot load ${url}`));
    script.onload = () => script.remove();
    document.head.append(script);
  });
  const load = (key, hash, options) => {
    if (!files.has(key)) {
      const url = new URL(`${key}.js${hash ? `?${hash}` : ""}`, INDEX).href;
      const loading = isWorker ? fetched(url, options) : scripted(url, key);
      loading.catch(() => files.delete(key));
      files.set(key, loading);
    }
    return files.get(key);
  };
  const manifest = () => load("index", "", { cache: "no-cache" });
  const pageOf = (index, number) => load(`pages/${number}`, index.texts);
  const namesOf = async index => (await load("names", index.names)).split(" ");

  /* Words in the index: each comes with the pages that hold it and its weight there. */

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const VALUE = new Uint8Array(128);
  [...DIGITS].forEach((digit, value) => { VALUE[digit.charCodeAt(0)] = value; });

  const eachPlace = (postings, take) => {
    let page = -1;
    for (let at = 0; at < postings.length;) {
      let step = 0;
      for (let shift = 0, more = true; more; shift += 5) {
        const digit = VALUE[postings.charCodeAt(at++)];
        step += (digit & 31) * 2 ** shift;
        more = digit > 31;
      }
      page += step;
      take(page, VALUE[postings.charCodeAt(at++)]);
    }
  };
  const groupOf = word => {
    const first = word.charCodeAt(0);
    if (first < 128) return word[0];
    return first >= 0x600 && first <= 0x6ff ? `u${first.toString(16).padStart(4, "0")}` : "_";
  };
  /* How many files the words that begin with a word may cost: the fewer letters, the less they tell. */
  const mostFiles = word => Math.min(word.length, 4);

  const table = async (group, number, hash) => {
    const loaded = await load(`terms/${group}-${number}`, hash);
    if (Array.isArray(loaded.words)) return loaded;
    const parts = loaded.split(" ");
    const words = parts.filter((_, place) => place % 2 === 0);
    const made = { words, postings: parts.filter((_, place) => place % 2) };
    files.set(`terms/${group}-${number}`, Promise.resolve(made));
    return made;
  };
  /* What the index holds of a word: {exact, longer, isCut}, postings of the word itself and of those that it begins. */
  const lookUp = async (index, group, word, most) => {
    const cut = index.shards[group] || [];
    const firsts = cut.filter((_, place) => place % 2 === 0);
    let start = 0;
    while (start + 1 < firsts.length && firsts[start + 1] <= word) start++;
    let end = start;
    while (end + 1 < firsts.length && firsts[end + 1].startsWith(word)) end++;
    const last = Math.min(end, start + Math.max(most, 1) - 1);
    const numbers = firsts.length ? Array.from({ length: last - start + 1 }, (_, place) => start + place) : [];
    const tables = await Promise.all(numbers.map(number => table(group, number, cut[2 * number + 1])));
    const found = { exact: "", longer: [], isCut: most > 0 && last < end };
    for (const { words, postings } of tables) {
      for (let at = lowerBound(words, word); at < words.length && words[at].startsWith(word); at++) {
        if (words[at] === word) found.exact = postings[at];
        else if (most) found.longer.push(postings[at]);
        else break;
      }
    }
    return found;
  };
  const lowerBound = (words, word) => {
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /* Questions */

  const FILTER = /^(kind|topic|status):(\S+)$/i;
  const parse = query => {
    const asked = { words: [], phrases: [], without: [], filters: {} };
    let running = "";
    for (const [, minus, quoted, bare] of query.matchAll(/(-?)"([^"]*)"|(\S+)/gu)) {
      const filter = bare && FILTER.exec(bare);
      if (filter) (asked.filters[filter[1].toLowerCase()] ||= []).push(bare.toLowerCase());
      else if (minus) asked.without.push(...foldWords(quoted));
      else if (quoted !== undefined) asked.phrases.push(foldWords(quoted));
      else if (/^-./u.test(bare)) asked.without.push(...foldWords(bare));
      else running += ` ${bare}`;
    }
    asked.phrases = asked.phrases.filter(phrase => phrase.length);
    const plainWords = foldWords(running);
    asked.name = asked.phrases.length ? "" : plainWords.join("-");
    asked.words = [...new Set([...plainWords, ...asked.phrases.flat()])];
    return asked;
  };

  const isOneSlip = (one, other) => {
    if (one === other) return true;
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    const a = one.slice(start), b = other.slice(start);
    if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
    return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  };

  const LONGER_COUNTS = 0.4;
  const SLIP_COUNTS = 0.8;
  const MOST_SLIPS = 6;
  const rarity = (total, holding) => Math.log(1 + total / Math.max(holding, 1));

  /* What one word gives each page. A word that nothing holds is taken for the names that are one slip away. */
  const scoresOf = async (index, word) => {
    const scores = new Float64Array(index.total);
    const found = await lookUp(index, groupOf(word), word, mostFiles(word));
    const spellings = [word];
    addExact(index, scores, found.exact, 1);
    addLonger(index, scores, found.longer);
    const isNowhere = !found.exact && !found.longer.length;
    if (isNowhere && word.length >= 4) {
      const near = (await namesOf(index)).filter(name => isOneSlip(word, name)).slice(0, MOST_SLIPS);
      const parts = await Promise.all(near.map(name => lookUp(index, groupOf(name), name, 0)));
      parts.forEach(({ exact }) => addExact(index, scores, exact, SLIP_COUNTS));
      spellings.push(...near);
    }
    return { scores, spellings, isCut: found.isCut };
  };
  const addExact = (index, scores, postings, factor) => {
    let holding = 0;
    eachPlace(postings, () => holding++);
    const each = factor * rarity(index.total, holding);
    eachPlace(postings, (page, weight) => { scores[page] = Math.max(scores[page], weight * each); });
  };
  const addLonger = (index, scores, all) => {
    const weights = new Uint8Array(index.total);
    all.forEach(postings => eachPlace(postings, (page, weight) => {
      if (weight > weights[page]) weights[page] = weight;
    }));
    const each = LONGER_COUNTS * rarity(index.total, weights.reduce((sum, weight) => sum + (weight > 0), 0));
    weights.forEach((weight, page) => { if (weight) scores[page] = Math.max(scores[page], weight * each); });
  };
  const pagesWith = async (index, group, words) => {
    const pages = new Uint8Array(index.total);
    const found = await Promise.all(words.map(word => lookUp(index, group || groupOf(word), word, 0)));
    found.forEach(({ exact }) => eachPlace(exact, page => { pages[page] = 1; }));
    return pages;
  };
  const WHOLE_NAME = 1000;

  /* All pages that match, best first: {pages, terms, isCut, isAny}. */
  const matching = async (index, asked) => {
    const [parts, without, ...filters] = await Promise.all([
      Promise.all(asked.words.map(word => scoresOf(index, word))),
      pagesWith(index, "", asked.without),
      ...Object.values(asked.filters).map(words => pagesWith(index, "filters", words)),
    ]);
    const totals = new Float64Array(index.total);
    const held = new Uint8Array(index.total);
    parts.forEach(({ scores }) => scores.forEach((score, page) => {
      totals[page] += score;
      if (score) held[page]++;
    }));
    if (asked.name) {
      const { exact } = await lookUp(index, "names", asked.name, 0);
      eachPlace(exact, (page, weight) => { totals[page] += WHOLE_NAME * weight; });
    }
    const allowed = Array.from(totals.keys()).filter(page => !without[page] && filters.every(one => one[page]));
    let pages = allowed.filter(page => held[page] === parts.length);
    const isAny = !pages.length && parts.length > 1;
    if (isAny) pages = allowed.filter(page => held[page]);
    pages.sort((a, b) => held[b] - held[a] || totals[b] - totals[a] || a - b);
    return { pages, terms: parts.map(part => part.spellings), isCut: parts.some(part => part.isCut), isAny };
  };

  /* Phrases are looked for in the texts of the best pages only. */
  const MOST_READ = 60;
  const withPhrases = async (index, pages, phrases, wanted) => {
    const found = [];
    let read = 0;
    while (read < Math.min(pages.length, MOST_READ) && found.length < wanted) {
      const some = pages.slice(read, read + 10);
      const texts = await Promise.all(some.map(page => pageOf(index, page)));
      found.push(...some.filter((_, place) => holdsAll(texts[place], phrases)));
      read += some.length;
    }
    return { found, isAll: read >= pages.length };
  };
  const holdsAll = (page, phrases) => {
    const texts = page.sections.flatMap(([, title, text]) => [title, text]).map(text => ` ${foldWords(text).join(" ")} `);
    return phrases.every(phrase => texts.some(text => text.includes(` ${phrase.join(" ")} `)));
  };

  /* Results */

  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const escape = text => text.replace(/[&<>"']/g, character => ESCAPES[character]);
  const EDGES = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

  /* Which of the terms a chunk of text holds, as bits, and whether as they stand. */
  const bitsOf = (chunk, terms) => {
    let bits = 0, isExact = false;
    for (const word of foldChunk(chunk)) {
      terms.forEach((spellings, place) => {
        if (!spellings.some(spelling => word.startsWith(spelling))) return;
        bits |= 1 << place;
        isExact ||= spellings.includes(word);
      });
    }
    return { bits, isExact };
  };
  const countBits = bits => {
    let count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
  };
  const read = (text, terms) => {
    const chunks = chunksOf(text).map(chunk => ({ chunk, ...bitsOf(chunk, terms) }));
    return { chunks, bits: chunks.reduce((all, one) => all | one.bits, 0) };
  };
  const worth = ({ chunks }) => {
    const seen = new Map();
    for (const { bits, isExact } of chunks) {
      if (bits) seen.set(bits, Math.min(3, (seen.get(bits) || 0) + (isExact ? 1 : 0.5)));
    }
    return [...seen.values()].reduce((sum, one) => sum + one, 0);
  };
  const marked = chunks => chunks.map(({ chunk, bits }) => {
    if (!bits) return escape(chunk);
    const [, before, core, after] = EDGES.exec(chunk);
    return `${escape(before)}<mark>${escape(core)}</mark>${escape(after)}`;
  }).join(" ");

  const WINDOW = 36;
  const excerpt = ({ chunks }) => {
    if (chunks.length <= WINDOW) return marked(chunks);
    const places = chunks.flatMap(({ bits }, place) => (bits ? [place] : []));
    let best = 0, most = -1;
    for (const place of places) {
      const inside = chunks.slice(place, place + WINDOW - 6);
      const value = 10 * countBits(inside.reduce((all, one) => all | one.bits, 0)) + inside.filter(one => one.bits).length / WINDOW;
      if (value > most) [best, most] = [place, value];
    }
    const start = Math.max(0, Math.min(best - 6, chunks.length - WINDOW));
    const end = start + WINDOW;
    return `${start ? "… " : ""}${marked(chunks.slice(start, end))}${end < chunks.length ? " …" : ""}`;
  };

  const MOST_PARTS = 8;
  const HIGHEST = 1e5;
  /* One result as Material takes it: the page, and the parts of it that match. `rank` counts from the best. */
  const resultOf = (page, terms, asked, rank) => {
    const parts = page.sections.map(([anchor, title, text]) => {
      const [head, body] = [read(title, terms), read(text, terms)];
      return { anchor, head, body, bits: head.bits | body.bits, worth: 3 * worth(head) + worth(body) };
    });
    const whole = parts.find(part => !part.anchor) || { anchor: "", body: read("", terms) };
    whole.head = read(page.title, terms);
    const others = parts
      .filter(part => part !== whole && part.bits)
      .sort((a, b) => countBits(b.bits) - countBits(a.bits) || b.worth - a.worth)
      .slice(0, MOST_PARTS);
    const held = parts.reduce((all, part) => all | part.bits, whole.head.bits);
    const words = Object.fromEntries(asked.words.filter((_, place) => !(held >> place & 1)).map(word => [word, false]));
    for (const word of shownWords([whole, ...others])) words[word] = true;
    const score = HIGHEST - 3 * rank;
    const entry = (part, worth) => ({
      location: part.anchor ? `${page.address}#${part.anchor}` : page.address,
      title: marked(part.head.chunks),
      text: excerpt(part.body),
      score: worth,
      terms: words,
    });
    const lead = others.length ? countBits(others[0].bits) - countBits(whole.head.bits | whole.body.bits) : -1;
    const isBetter = lead > 0 || (lead === 0 && others[0].worth > 3 * worth(whole.head) + worth(whole.body));
    const rest = others.map((part, place) => entry(part, isBetter && !place ? score + 1 : score - 1));
    return isBetter ? [rest[0], entry(whole, score), ...rest.slice(1)] : [entry(whole, score), ...rest];
  };
  /* Words as they stand in the text, which the page that is opened then marks. */
  const shownWords = parts => {
    const chunks = parts.flatMap(part => [...part.head.chunks, ...part.body.chunks]).filter(one => one.bits);
    const words = new Set(chunks.map(({ chunk }) => EDGES.exec(chunk)[2]).filter(word => word.length > 2));
    return [...words].slice(0, 8);
  };
  /* How the last word may go on, as the texts that were found have it. */
  const goingOn = (query, items) => {
    const last = query.split(/[\s-]+/u).pop();
    if (last.length < 2) return [];
    const counts = new Map();
    for (const word of items.flatMap(([first]) => Object.keys(first.terms))) {
      const lower = word.toLowerCase();
      if (lower.startsWith(last.toLowerCase()) && lower.length > last.length) {
        const whole = last + lower.slice(last.length);
        counts.set(whole, (counts.get(whole) || 0) + 1);
      }
    }
    if (items.some(([first]) => Object.keys(first.terms).some(word => word.toLowerCase() === last.toLowerCase()))) return [];
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 1).map(([word]) => word);
  };

  const SHOWN = 10;
  const NOTHING = { items: [], suggest: [], total: 0, shown: 0, isCut: false, isAny: false, instead: [] };
  const answer = async (query, from, isStale) => {
    const asked = parse(query);
    if (!asked.words.length && !Object.keys(asked.filters).length) return NOTHING;
    const index = await manifest();
    const found = await matching(index, asked);
    if (isStale()) return NOTHING;
    let { pages } = found;
    let isUpTo = false;
    if (asked.phrases.length) {
      const checked = await withPhrases(index, pages, asked.phrases, from + SHOWN + 1);
      isUpTo = !checked.isAll;
      pages = isUpTo ? [...checked.found, ...Array(Math.max(0, pages.length - MOST_READ))] : checked.found;
    }
    const best = pages.slice(from, from + SHOWN).filter(page => page !== undefined);
    const texts = await Promise.all(best.map(page => pageOf(index, page)));
    const items = texts.map((text, place) => resultOf(text, found.terms, asked, from + place));
    return {
      items,
      suggest: goingOn(query, items),
      total: pages.length,
      shown: from + items.length,
      isCut: found.isCut,
      isUpTo,
      isAny: found.isAny,
      instead: asked.words.flatMap((word, place) => (found.terms[place].length > 1 ? [[word, found.terms[place].slice(1)]] : [])),
    };
  };

  /* What is said between the page and the search. The first four are Material's own. */
  const [SETUP, READY, QUERY, RESULT, MORE, MORE_RESULTS, FILTERS, FILTERS_ARE] = [0, 1, 2, 3, 4, 5, 6, 7];
  /* Whoever is still typing is waited for, the more so at the start of a word, which would load most. */
  const pauseFor = query => (/(?:^|\s)\S{1,3}$/u.test(query) ? 180 : 90);
  let latest = 0;

  const receive = async (message, send) => {
    if (message.type === SETUP) send({ type: READY });
    if (message.type === FILTERS) {
      const { kinds, statuses, topics } = await manifest();
      send({ type: FILTERS_ARE, data: { kinds, statuses, topics } });
    }
    if (message.type !== QUERY && message.type !== MORE) return;
    const own = ++latest;
    const isStale = () => own !== latest;
    const { query, from } = message.type === MORE ? message.data : { query: message.data, from: 0 };
    if (query.trim()) await new Promise(resolve => setTimeout(resolve, pauseFor(query)));
    if (isStale()) return;
    const data = await answer(query, from, isStale);
    if (!isStale()) send({ type: message.type === MORE ? MORE_RESULTS : RESULT, data: { ...data, query, from } });
  };

  self.backgrounderFold = foldWords;
  if (isWorker) self.onmessage = ({ data }) => receive(data, message => self.postMessage(message));
  else self.backgrounderReceive = receive;
})();
