/* The films of figures, each fetched when it is first asked for. */
import { Film } from "./figure.js";

const AGAIN_MS = 3000;
const films = new Map();

/* The film of a figure, or null as long as it isn't here. */
function filmOf(name) {
  if (!films.has(name)) load(name);
  return films.get(name);
}

async function load(name) {
  films.set(name, null);
  try {
    const answer = await fetch(`film?name=${encodeURIComponent(name)}`);
    if (answer.ok) films.set(name, new Film(await answer.json()));
  } catch {
    setTimeout(() => films.delete(name), AGAIN_MS); /* the connection was lost: try again */
  }
}

export { filmOf };
