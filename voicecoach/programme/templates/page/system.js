/* Lock screens, headphones and keyboards with keys for sound. */
const { album, artist, artwork, artworkType } = document.documentElement.dataset;

function tellSystem(session) {
  const media = navigator.mediaSession;
  if (!media) return;
  const picture = {src: new URL(artwork, location.href).href, type: artworkType, sizes: "512x512"};
  media.metadata = new MediaMetadata({title: session.title, artist, album, artwork: [picture]});
  const by = (sign) => ({seekOffset}) => seekOffset ? session.seek(session.at + sign * seekOffset) : session.go(sign < 0 ? "seconds-back" : "seconds-next");
  const acts = {
    play: () => session.play(),
    pause: () => session.pause(),
    seekbackward: by(-1),
    seekforward: by(1),
    seekto: ({seekTime}) => session.seek(seekTime),
    previoustrack: () => session.go("chapter-back"),
    nexttrack: () => session.go("chapter-next"),
  };
  for (const [action, act] of Object.entries(acts)) {
    try {
      media.setActionHandler(action, act);
    } catch {
      /* A browser that doesn't know the action. */
    }
  }
}

export { tellSystem };
