/* Stretches of a sound as [start, end] in seconds. */
const GAP_S = .3;

/* In order, those that touch as one. */
function union(stretches) {
  const joined = [];
  for (const [start, end] of [...stretches].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1] + GAP_S) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function lengthOf(stretches) {
  return stretches.reduce((sum, [start, end]) => sum + end - start, 0);
}

/* What a player has played since it loaded its file. */
function playedBy(audio) {
  const rounded = (seconds) => Math.round(seconds * 10) / 10;
  return Array.from({length: audio.played.length}, (_, index) =>
    [rounded(audio.played.start(index)), rounded(audio.played.end(index))]
  );
}

export { union, lengthOf, playedBy };
