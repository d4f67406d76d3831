/* Tells readers who come from something printed whether it is still current. The address printed ends in its
   edition, as in #2021-07-23-0f5ae1c2: the day up to which it is true, and a code. A page names the current edition
   of all that is printed from it. */
(() => {
  const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ];
  const inWords = day => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };
  const verdict = (day, code, editions) => {
    const today = editions.map(edition => edition.slice(0, 10)).sort().pop();
    if (editions.includes(`${day}-${code}`))
      return ["current", `The copy you hold is current: edition ${code}, as of ${inWords(day)}.`];
    if (day < today)
      return ["superseded", `The copy you hold is superseded. It was true up to ${inWords(day)}; this page is as of ${inWords(today)}.`];
    if (day > today)
      return ["newer", `The copy you hold is newer than this page: it is as of ${inWords(day)}, the page as of ${inWords(today)}.`];
    return ["superseded", `The copy you hold is superseded. It has the date of this page, ${inWords(day)}, but the page has been changed since.`];
  };
  const tell = () => {
    const place = document.querySelector("[data-editions]");
    if (!place) return;
    const found = /^#(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))-([0-9a-f]{8})$/.exec(location.hash);
    place.hidden = !found;
    if (!found) return;
    const [, day, code] = found;
    const [state, words] = verdict(day, code, place.dataset.editions.split(" "));
    place.dataset.state = state;
    place.querySelector("[data-words]").textContent = words;
    const way = place.querySelector("a");
    if (way) way.hidden = state !== "superseded";
    place.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", tell);
  tell();
})();
