/* The figures of the exercises: their file is loaded when the page has been seen, and each picture is drawn when it
   comes into view. Without the file the page is as it is without figures. */
import { Film, placed, stills } from "../../../web/figure.js";
import { make } from "./elements.js";

const AHEAD = "300px";
const films = new Map();
let told = {};

/* What the file calls. */
window.voicecoachFigures = (data) => {
  told = data;
  watchAll();
  if (matchMedia("print").matches) drawSheets();
};

/* The film of a figure, or nothing as long as it isn't there. */
function filmOf(name) {
  if (!films.has(name) && Object.hasOwn(told, name)) films.set(name, new Film(told[name]));
  return films.get(name);
}

function draw(place) {
  const film = filmOf(place.dataset.figure);
  if (!film) return;
  /* Beside a name one pose is enough, and nothing is told twice. */
  if (place.classList.contains("small")) return void place.append(...stills(film).slice(-1));
  place.append(...stills(film));
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", film.words);
}

function watchAll() {
  const watcher = new IntersectionObserver((seen) => {
    for (const {isIntersecting, target} of seen) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      draw(target);
    }
  }, {rootMargin: AHEAD});
  for (const place of document.querySelectorAll("[data-figure]")) watcher.observe(place);
}

/* The drawings of the sheets, when they are to be seen. */
function drawSheets() {
  for (const place of document.querySelectorAll("svg[data-move]:empty")) {
    const film = filmOf(place.dataset.move);
    if (film) place.append(...JSON.parse(place.dataset.poses).map((pose) => placed(film, pose)));
  }
}

function loadFigures() {
  const {dataset} = document.documentElement;
  if (!dataset.figures) return;
  addEventListener("beforeprint", drawSheets);
  matchMedia("print").addEventListener("change", drawSheets);
  document.head.append(make("script", {src: dataset.figures, onerror: () => delete dataset.figures}));
}

export { filmOf, loadFigures };
