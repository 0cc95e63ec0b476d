/* Draws the figure of an exercise from its film, which is what voicecoach/figures/film.py has of it: still, pose beside
   pose, or at a moment of its movement.

     const film = new Film(data);
     element.append(...stills(film));
     const figure = new FigureBox(element, (name) => film);
     figure.show(view, "now");

   A page that holds all of its script in one file leaves the last line out. */
const SVG = "http://www.w3.org/2000/svg";
const PER_CM = 5;
const LEAST_APART = .3;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

class Film {
  constructor({words, box, floor, rounds, ways, panels, shapes, orders, order, poses}) {
    Object.assign(this, {words, box, floor, rounds, ways, panels});
    this.shapes = shapes.map(([classes, outline, points]) => ({classes, parts: outline.split(" ").map(partOf), points}));
    this.orders = order.map((number) => orders[number]);
    let places = poses[0].map(() => 0);
    this.poses = poses.map((row) => (places = row.map((by, index) => places[index] + by / PER_CM)));
    this.aspect = box[2] / box[3];
  }

  /* Between which poses it is at a moment, and how far it has come from the one to the other. */
  place(move, at) {
    const [way, share] = this.#way(move, at), steps = way.length - 1;
    if (!steps) return [way[0], way[0], 0];
    const first = Math.min(steps - 1, Math.floor(steps * Math.acos(1 - 2 * share) / Math.PI));
    const [from, to] = [along(first, steps), along(first + 1, steps)];
    return [way[first], way[first + 1], (share - from) / (to - from)];
  }

  /* The way that is gone at a moment, and how much of it is behind. Without a rhythm it is where the last one ends. */
  #way({start, end, rhythm}, at) {
    const length = rhythm.reduce((sum, [, ms]) => sum + ms, 0), count = this.ways.length / this.rounds;
    if (!length) return [this.ways[count - 1][1], 1];
    const since = Math.max(0, Math.min(at, end) - start), first = count * (Math.floor(since / length) % this.rounds);
    const ways = this.ways.slice(first, first + count);
    let rest = since % length, last = this.ways.at(first - 1);
    for (const [phase, ms] of rhythm) {
      const own = phase === "" ? ways : ways.filter(([name]) => name === phase);
      if (rest < ms && own.length) {
        const number = Math.min(own.length - 1, Math.floor(rest * own.length / ms));
        return [own[number][1], eased(rest * own.length / ms - number)];
      }
      if (rest < ms) break;
      rest -= ms;
      last = own.at(-1) ?? last;
    }
    return [last[1], 1];
  }
}

/* How far a movement has come: it starts and ends gently. The same is in voicecoach/figures/motion.py. */
function eased(share) {
  return Math.min(1, share ** 3 * (10 + share * (6 * share - 15)));
}

/* How far along a way one of its poses is, as in voicecoach/figures/film.py. */
function along(step, steps) {
  return (1 - Math.cos(Math.PI * step / steps)) / 2;
}

function partOf(text) {
  return [text[0], ...text.slice(1).split(",").map(Number)];
}

/* An outline as the data of a path, as in voicecoach/figures/shapes.py. */
function pathOf(parts, spots) {
  return parts.map(([kind, ...values]) => {
    if (kind === "P") return polygon(values.map((number) => spots[number]));
    const [a, radiusA, b, radiusB] = values;
    return capsule(...spots[a], radiusA, ...spots[b], radiusB);
  }).join("");
}

function capsule(ax, ay, radiusA, bx, by, radiusB) {
  let apart = Math.hypot(bx - ax, by - ay);
  const least = Math.abs(radiusA - radiusB) + LEAST_APART;
  const [ux, uy] = apart > LEAST_APART / 10 ? [(bx - ax) / apart, (by - ay) / apart] : [0, 1];
  if (apart < least) [apart, bx, by] = [least, ax + ux * least, ay + uy * least];
  const along = (radiusA - radiusB) / apart, across = Math.sqrt(1 - along * along);
  const [leftX, leftY] = [ux * along - uy * across, uy * along + ux * across];
  const [rightX, rightY] = [ux * along + uy * across, uy * along - ux * across];
  const spot = (x, y, directionX, directionY, radius) => `${short(x + directionX * radius)} ${short(y + directionY * radius)}`;
  const large = radiusA >= radiusB ? 0 : 1, start = spot(ax, ay, leftX, leftY, radiusA);
  return `M${start}L${spot(bx, by, leftX, leftY, radiusB)}A${radiusB} ${radiusB} 0 ${large} 0 ${spot(bx, by, rightX, rightY, radiusB)}`
    + `L${spot(ax, ay, rightX, rightY, radiusA)}A${radiusA} ${radiusA} 0 ${1 - large} 0 ${start}Z`;
}

function polygon(spots) {
  const area = spots.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = spots[(index + 1) % spots.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  const round = area <= 0 ? spots : [...spots].reverse();
  return `M${round.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}Z`;
}

function short(value) {
  return Math.round(value * 100) / 100;
}

function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/* A picture of one figure. */
class Drawing {
  #order = null;
  #place = "";

  constructor(film) {
    this.film = film;
    this.svg = drawn("svg", {viewBox: film.box.join(" "), class: "figure", "aria-hidden": "true"});
    if (film.floor) this.svg.append(drawn("path", {class: "vc-floor", d: film.floor}));
    this.body = this.svg.appendChild(drawn("g", {}));
    this.paths = film.shapes.map(({classes}) => drawn("path", {class: classes}));
  }

  /* Show what is between two poses, this far from the first. */
  show([first, second, share]) {
    const place = `${first} ${second} ${share}`;
    if (place === this.#place) return;
    this.#place = place;
    const {film} = this, [a, b] = [film.poses[first], film.poses[second]];
    let index = 0;
    const next = () => a[index] + (b[index++] - a[index - 1]) * share;
    film.shapes.forEach(({parts, points}, number) => {
      const spots = Array.from({length: points}, () => [next(), next()]);
      this.paths[number].setAttribute("d", pathOf(parts, spots));
    });
    this.#paint(film.orders[share < .5 ? first : second]);
  }

  #paint(order) {
    if (order === this.#order) return;
    this.#order = order;
    this.body.replaceChildren(...order.map((number) => this.paths[number]));
  }

  arrows(arrows) {
    for (const [shaft, head] of arrows) {
      this.svg.append(drawn("path", {class: "vc-shaft", d: shaft}), drawn("path", {class: "vc-head-of-arrow", d: head}));
    }
  }
}

/* The poses side by side, each with its phases below it. */
function stills(film) {
  return film.panels.map(([pose, label, arrows]) => {
    const drawing = new Drawing(film), made = document.createElement("span"), said = document.createElement("small");
    drawing.show([pose, pose, 0]);
    drawing.arrows(arrows);
    [made.className, said.className, said.textContent] = ["pose", "phases", label.replaceAll("_", " ")];
    made.append(drawing.svg, said);
    return made;
  });
}

/* A pose of a film among others in a drawing: the number of its panel, the attributes that place it, and its floor. */
function placed(film, [number, place, floor]) {
  const [pose, , arrows] = film.panels[number], drawing = new Drawing(film), made = drawn(place.viewBox ? "svg" : "g", place);
  drawing.show([pose, pose, 0]);
  drawing.arrows(arrows);
  drawing.svg.querySelector(".vc-floor")?.setAttribute("d", floor);
  made.append(...drawing.svg.childNodes);
  return made;
}

/* In how many columns some pictures are largest. */
function columnsOf(count, aspect, width, height) {
  const size = (columns) => Math.min(width / columns / aspect, height / Math.ceil(count / columns));
  const all = Array.from({length: count}, (_, index) => index + 1);
  return all.reduce((best, columns) => (size(columns) > size(best) ? columns : best), 1);
}

/* The figure of a training: it moves in work, and what comes next stands still. `find` gives the film of a name, or
   nothing as long as there is none. */
class FigureBox {
  #shown = "";
  #moving = null;
  #film = null;

  constructor(parent, find) {
    this.find = find;
    this.box = document.createElement("div");
    this.box.className = "figures";
    this.box.setAttribute("role", "img");
    this.box.hidden = true;
    parent.append(this.box);
  }

  /* Whether there is more or less room for all else now. */
  show(view, shows) {
    const name = (shows === "now" ? view.move?.figure : shows === "next" ? view.upcoming?.figure : "") || "";
    const film = name ? this.find(name) : null;
    const moves = Boolean(film) && shows === "now" && !STILL.matches;
    const side = shows === "now" ? view.side : view.upcoming?.side;
    const shown = film ? `${name} ${moves} ${side}` : "";
    const changed = Boolean(shown) !== Boolean(this.#shown);
    if (shown !== this.#shown) this.#draw(film, moves, side);
    this.#shown = shown;
    if (moves) this.#moving.show(film.place(view.move, view.at));
    return changed;
  }

  #draw(film, moves, side) {
    [this.#film, this.#moving] = [film, moves ? new Drawing(film) : null];
    this.box.hidden = !film;
    this.box.classList.toggle("mirrored", side === "left");
    this.box.replaceChildren(...(moves ? [this.#moving.svg] : film ? stills(film) : []));
    if (film) this.box.setAttribute("aria-label", film.words);
    this.fit();
  }

  /* Its box has changed. */
  fit() {
    if (this.box.hidden) return;
    const {clientWidth, clientHeight} = this.box;
    const columns = columnsOf(this.box.children.length, this.#film.aspect, clientWidth, clientHeight);
    this.box.style.setProperty("--columns", columns);
  }
}

export { Film, FigureBox, placed, stills };
