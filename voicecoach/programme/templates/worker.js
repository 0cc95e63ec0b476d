'use strict';
// The files that are needed without a network, by name, with digests of their content.
const FILES = "FILES GO HERE";

// Every programme on a host keeps its files apart from the others.
const STORE = `voicecoach ${registration.scope}`;
const PAGE = 'index.html';

const isSound = (name) => name.endsWith('.mp3');
// With a session's sound goes the file with its words; both are there or neither.
const wordsOf = (sound) => sound.replace(/\.mp3$/, '.js');
const soundOf = (name) => name.replace(/\.js$/, '.mp3');
const isOfSession = (name) => Object.hasOwn(FILES, soundOf(name)) && isSound(soundOf(name));
const address = (name) => new URL(name.split('/').map(encodeURIComponent).join('/'), registration.scope).href;
const keyOf = (name) => `${address(name)}?${encodeURIComponent(FILES[name])}`;
const store = () => caches.open(STORE);

/** The name of the file that a request is for; undefined if it is none of ours. */
function nameOf(request) {
  const url = new URL(request.url);
  const base = new URL(registration.scope);
  if (request.method !== 'GET' || url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  try {
    const name = decodeURIComponent(url.pathname.slice(base.pathname.length)) || PAGE;
    return Object.hasOwn(FILES, name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Brings a file into the store, unless its present version is there. */
async function keep(name) {
  const cache = await store();
  if (await cache.match(keyOf(name))) return;
  // Past the browser's own cache: it may hold an earlier version, or a part that a player left, which comes back as a part.
  const response = await fetch(address(name), { cache: 'reload' });
  if (response.status !== 200) throw new TypeError(`${name}: ${response.status}`);
  // A page that was redirected to must not be answered with as if it were this one.
  const { headers } = response;
  await cache.put(keyOf(name), response.redirected ? new Response(await response.blob(), { headers }) : response);
}

async function dropOthers() {
  const cache = await store();
  const wanted = new Set(Object.keys(FILES).map(keyOf));
  const unwanted = (await cache.keys()).filter((request) => !wanted.has(request.url));
  await Promise.all(unwanted.map((request) => cache.delete(request)));
}

async function drop(name) {
  const cache = await store();
  await cache.delete(keyOf(name));
}

async function keptSounds() {
  const cache = await store();
  const names = Object.keys(FILES).filter(isSound);
  const found = await Promise.all(names.map((name) => cache.match(keyOf(name))));
  return names.filter((_, index) => found[index]);
}

async function answer(request, name) {
  const response = await (await store()).match(keyOf(name));
  if (!response) return fetch(request);
  const range = request.headers.get('range');
  return range ? partOf(response, range) : response;
}

/** What a player asks for: some bytes of a sound file. What isn't one range of bytes gets all of it. */
async function partOf(response, range) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range.trim());
  if (!asked || (!asked[1] && !asked[2])) return response;
  const blob = await response.blob();
  const first = asked[1] ? Number(asked[1]) : Math.max(0, blob.size - Number(asked[2]));
  const last = asked[1] && asked[2] ? Math.min(Number(asked[2]), blob.size - 1) : blob.size - 1;
  if (first >= blob.size || first > last) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${blob.size}` } });
  }
  const headers = {
    'Accept-Ranges': 'bytes',
    'Content-Length': String(last - first + 1),
    'Content-Range': `bytes ${first}-${last}/${blob.size}`,
    'Content-Type': response.headers.get('Content-Type') || 'audio/mpeg',
  };
  return new Response(blob.slice(first, last + 1), { status: 206, headers });
}

/** The files of sessions by the names of their sounds, the sound last; of others none. */
function filesOf(sounds) {
  const known = sounds.filter((name) => Object.hasOwn(FILES, name ?? '') && isSound(name));
  return known.flatMap((name) => [wordsOf(name), name]).filter((name) => Object.hasOwn(FILES, name));
}

async function reply({ data, ports }) {
  let problem;
  try {
    for (const name of filesOf([data.keep])) await keep(name);
    for (const name of filesOf(data.drop ?? [])) await drop(name);
  } catch (error) {
    problem = error.name === 'QuotaExceededError' ? 'full' : 'network';
  }
  ports[0]?.postMessage({ kept: await keptSounds(), problem });
}

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(Promise.all(Object.keys(FILES).filter((name) => !isOfSession(name)).map(keep)));
});
// A page that is open stays with the network it began with: players don't take one file from two places.
addEventListener('activate', (event) => event.waitUntil(dropOthers()));
addEventListener('message', (event) => event.waitUntil(reply(event)));
addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) event.respondWith(answer(event.request, name));
});
