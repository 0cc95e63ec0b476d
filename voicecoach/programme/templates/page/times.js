/* Times and sizes in words, and places in rows of times. */
const NEAR_MS = 50;

function clock(seconds) {
  const total = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}

function minutes(seconds) {
  return `${Math.max(1, Math.ceil(seconds / 60))}\u00a0min`;
}

function size(bytes) {
  const megabytes = bytes / 1e6;
  return megabytes >= 1 ? `${Math.round(megabytes)}\u00a0MB` : `${Math.max(megabytes, .1).toFixed(1)}\u00a0MB`;
}

/* The index of the last row that begins at or before `at`, by the rows' first entries; -1 before the first. A place
   that was jumped to may come out a little early. */
function indexAt(rows, at, near = NEAR_MS) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle][0] <= at + near) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export { clock, minutes, size, indexAt };
