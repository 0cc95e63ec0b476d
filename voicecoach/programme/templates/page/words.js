/* Every word of a session: it follows the sound, is searched, and leads to each of its places. */
import { make, setCurrent, write } from "./elements.js";
import { clock, indexAt } from "./times.js";

const [FLOWS, CLOSES] = [1, 2];
/* One letter each, so that places in a text stay the same. */
const PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "};

/* As it is compared: however somebody types it. */
function folded(text) {
  return text.replace(/[’‘ʼ′“”–—‑−\u00a0\u202f]/g, (letter) => PLAIN[letter]).toLowerCase();
}

class Words {
  constructor(box) {
    this.box = box.querySelector(".words");
    this.found = box.querySelector(".found");
    this.lines = [];
    this.line = -1;
    box.querySelector("[type=search]").addEventListener("input", (event) => this.search(event.target.value));
    this.box.addEventListener("keydown", (event) => this.#walk(event));
  }

  write(data) {
    this.data = data;
    const groups = data.chapters.map(([, title]) => [make("h5", {textContent: title, dir: "auto"}), make("ol")]);
    this.lines = data.lines.map(([at, text, marks]) => {
      const words = make("span", {textContent: text, dir: "auto"});
      const line = make("button", {type: "button", tabIndex: -1}, make("time", {textContent: clock(at / 1000)}), " ", words);
      line.dataset.at = at / 1000;
      const chapter = indexAt(data.chapters, marks & CLOSES ? at - 100 : at);
      groups[Math.max(0, chapter)]?.[1].append(make("li", {className: marks & FLOWS ? "short" : ""}, line));
      return line;
    });
    this.box.replaceChildren(...groups.flat());
    if (this.lines.length) this.#reach(this.lines[0]);
  }

  /* Mark the line that is heard at `at`, in milliseconds; none where that is null. */
  follow(at) {
    const index = at === null ? -1 : indexAt(this.data?.lines ?? [], at);
    if (index === this.line || !this.lines.length) return;
    if (this.lines[this.line]) setCurrent(this.lines[this.line], false);
    this.line = index;
    const line = this.lines[index];
    if (!line) return;
    setCurrent(line, true);
    if (this.box.contains(document.activeElement)) return;
    this.#reach(line);
    /* Only the box scrolls: scrollIntoView would move the page as well. */
    const [box, row] = [this.box.getBoundingClientRect(), line.getBoundingClientRect()];
    if (row.height) this.box.scrollTop += row.top - box.top - this.box.clientHeight / 3;
  }

  search(query) {
    const wanted = folded(query.trim());
    let count = 0;
    this.lines.forEach((line, index) => {
      const isFound = mark(line.querySelector("span"), this.data.lines[index][1], wanted);
      line.parentElement.hidden = !isFound;
      count += isFound && wanted ? 1 : 0;
    });
    for (const list of this.box.querySelectorAll("ol")) {
      list.previousSibling.hidden = list.hidden = Boolean(wanted) && !list.querySelector("li:not([hidden])");
    }
    const first = this.lines.find((line) => !line.parentElement.hidden);
    if (first) this.#reach(first);
    this.box.scrollTop = 0;
    const counted = count === 1 ? "1 line" : `${count || "No"} lines`;
    write(this.found, wanted ? `${counted} found` : "");
  }

  /* One line can be reached with Tab, the others from there with the arrow keys. */
  #reach(line) {
    if (this.reached) this.reached.tabIndex = -1;
    this.reached = line;
    line.tabIndex = 0;
  }

  #walk(event) {
    const shown = this.lines.filter((line) => !line.parentElement.hidden);
    const here = shown.indexOf(document.activeElement);
    const to = {ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: shown.length - 1}[event.key];
    if (here < 0 || !shown[to]) return;
    event.preventDefault();
    this.#reach(shown[to]);
    shown[to].focus();
  }
}

/* Shows `text` with every `wanted` in it marked; whether there is any. */
function mark(element, text, wanted) {
  const plain = folded(text);
  const parts = [];
  let from = 0;
  let found = wanted ? plain.indexOf(wanted) : -1;
  const anywhere = found >= 0 || !wanted;
  /* Where lower case has another length (İ), places in it would be wrong in the text. */
  while (found >= 0 && plain.length === text.length) {
    parts.push(text.slice(from, found), make("mark", {textContent: text.slice(found, found + wanted.length)}));
    from = found + wanted.length;
    found = plain.indexOf(wanted, from);
  }
  element.replaceChildren(...parts, text.slice(from));
  return anywhere;
}

export { Words };
