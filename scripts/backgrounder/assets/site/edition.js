/* Tells readers who come from a printed sheet whether it is still current. The address on the sheet ends in its
   edition, as in #2021-07-23-0f5ae1c2: the day up to which it is true, and a code. */
(() => {
  const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ];
  const inWords = day => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };
  const verdict = (held, current) => {
    if (held.code === current.code && held.day === current.day)
      return ["current", `The sheet you hold is current: edition ${held.code}, as of ${inWords(held.day)}.`];
    if (held.day < current.day)
      return ["superseded", `The sheet you hold is superseded. It was true up to ${inWords(held.day)}; this page is as of ${inWords(current.day)}.`];
    if (held.day > current.day)
      return ["newer", `The sheet you hold is newer than this page: it is as of ${inWords(held.day)}, the page as of ${inWords(current.day)}.`];
    return ["superseded", `The sheet you hold is superseded. It has the date of this page, ${inWords(held.day)}, but the page has been changed since.`];
  };
  const tell = () => {
    const place = document.querySelector("[data-edition]");
    if (!place) return;
    const found = /^#(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))-([0-9a-f]{8})$/.exec(location.hash);
    place.hidden = !found;
    if (!found) return;
    const [, day, code] = found;
    const [state, words] = verdict({ day, code }, { day: place.dataset.day, code: place.dataset.edition });
    place.dataset.state = state;
    place.querySelector("[data-words]").textContent = words;
    const way = place.querySelector("a");
    if (way) way.hidden = state !== "superseded";
    place.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", tell);
  tell();
})();
