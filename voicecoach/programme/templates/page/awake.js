/* The screen stays on while a session plays, where the browser can do that. */
let lock = null;
let asking = false;

async function stayAwake(isPlaying) {
  if (asking) return;
  try {
    if (isPlaying() && !document.hidden && (!lock || lock.released)) {
      asking = true;
      lock = await navigator.wakeLock?.request("screen");
      asking = false;
      if (!isPlaying()) await lock?.release();
    } else if (!isPlaying()) {
      await lock?.release();
    }
  } catch {
    asking = false; /* refused, as at low battery: the sound goes on */
  }
}

export { stayAwake };
