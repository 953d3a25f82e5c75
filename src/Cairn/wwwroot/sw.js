// Keeps Cairn at hand without a network: the files of this build, the last Today, and the days around it.
// docs/offline.md tells what is kept, and when it goes.
// @ts-check
import { files, version } from './files.js';
import { answeredUpTo, flush, letGo, syncTag } from './outbox.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const shelf = `files-${version}`;
const fallback = '/offline';
/** Whom one can turn to: at hand from the first visit on, whoever's day it is. */
const help = '/help/lines';
/** How long a kept page waits for the network, in milliseconds. */
const patience = 1200;
/** Pages kept at most besides Today: the last days, and the steps that were looked at. */
const room = 60;
/** Set when this device is cleared: from then on nothing is kept. */
let leaves = false;

worker.addEventListener('install', (event) => event.waitUntil(takeFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(begin()));
worker.addEventListener('message', (event) => event.waitUntil(hear(event.data, event.ports)));
worker.addEventListener('sync', (/** @type {any} */ event) => {
  if (event.tag === syncTag) event.waitUntil(flush().then((done) => done || Promise.reject(new Error('not reached'))));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(open(event, url.pathname));
  else if (/\.\w{10}\.(css|js|svg)$/.test(url.pathname)) event.respondWith(file(request));
});

async function takeFiles() {
  const cache = await cupboard(shelf);
  await cache.addAll([...files, fallback, help]);
  await worker.skipWaiting();
}

/** The build before stays one turn longer, for a page that is still open; older ones go. */
async function begin() {
  const before = (await caches.keys()).filter((name) => name.startsWith('files-') && name !== shelf);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  const kept = await (await cupboard('pages')).keys();
  for (const path of new Set(['/', ...kept.map((request) => new URL(request.url).pathname)])) await fetchAndKeep(path);
}

/** @param {string} name */
async function cupboard(name) {
  if (leaves) throw new Error('Nothing is kept on this device any more');
  return caches.open(name);
}

/** @param {Request} request */
async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/**
 * The network first, but not for long where there is a kept page.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function open(event, path) {
  if (leaves) return fetch(event.request);
  const fresh = fromNetwork(event, path);
  event.waitUntil(fresh.catch(() => undefined));
  const kept = path === help ? await caches.match(help) : isWorthKeeping(path) ? await (await cupboard('pages')).match(path) : undefined;
  if (!kept) return fresh.catch(async () => (await caches.match(fallback)) ?? Response.error());
  return Promise.race([fresh.catch(() => kept), pause(patience).then(() => kept)]);
}

/**
 * @param {FetchEvent} event
 * @param {string} path
 */
async function fromNetwork(event, path) {
  const held = answeredUpTo();
  /** @type {Response} */
  const answer = (await event.preloadResponse) ?? (await fetch(event.request));
  if (answer.status >= 502 && answer.status <= 504) throw new Error('Cairn itself did not answer');
  if (isPage(answer) && path === help) {
    const copy = answer.clone();
    event.waitUntil(cupboard(shelf).then((cache) => cache.put(help, copy)));
  }
  if (isPage(answer) && isWorthKeeping(path)) {
    const copy = answer.clone();
    event.waitUntil(copy.text().then(async (html) => keep(path, html, copy.headers, await held)));
  }
  return answer;
}

/** @param {string} path */
async function fetchAndKeep(path) {
  const held = await answeredUpTo();
  const answer = await fetch(path, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer && isPage(answer)) await keep(path, await answer.text(), answer.headers, held);
  else if (answer?.status === 404) await (await cupboard('pages')).delete(path);
  else if (answer?.status === 401) await caches.delete('pages'); // signed out, perhaps from another device
}

/**
 * What a page that is open has to say: the part that it shows now, or the days that should be at hand.
 * Or that this device is being cleared.
 * @param {{ part?: string, path?: string, held?: number, days?: string[], leaves?: boolean }} told
 * @param {readonly MessagePort[]} ports
 */
async function hear(told, [answer]) {
  const { part, path, held, days } = told;
  leaves ||= told.leaves === true;
  if (leaves) return answer?.postMessage('');
  if (part && path && isWorthKeeping(path)) await keepPart(path, part, held ?? 0);
  for (const day of days ?? []) await fetchAndKeep(`/day/${day}`);
}

/**
 * Puts the part of a page that has changed into the kept whole.
 * @param {string} path
 * @param {string} part
 * @param {number} held
 */
async function keepPart(path, part, held) {
  const kept = await (await cupboard('pages')).match(path);
  if (!kept) return fetchAndKeep(path);
  const html = await kept.text();
  const [from, to] = [html.indexOf('<div id="page"'), html.indexOf('<p id="say"')];
  const start = part.indexOf('<div id="page"');
  if (from < 0 || to < from || start < 0) return fetchAndKeep(path);
  await keep(path, html.slice(0, from) + part.slice(start) + html.slice(to), kept.headers, held);
}

/**
 * Only pages that say whose they are; and never two persons' pages side by side.
 * @param {string} path
 * @param {string} html
 * @param {Headers} headers
 * @param {number} held  How far along the order of the outbox the page holds what was tapped.
 */
async function keep(path, html, headers, held) {
  const person = personOf(html);
  if (!person) return;
  let pages = await cupboard('pages');
  const today = await pages.match('/');
  if (today && personOf(await today.text()) !== person) {
    await caches.delete('pages');
    pages = await cupboard('pages');
  }

  const still = html
    .replace(/<html(?: data-kept="[^"]*")?/, `<html data-kept="${held}"`)
    .replaceAll(/ class="landing"/g, '');
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  await pages.put(path, new Response(still, { headers: kept }));
  if (path === '/') await letGo(held);
  const others = (await pages.keys()).filter((request) => new URL(request.url).pathname !== '/');
  await Promise.all(others.slice(0, Math.max(0, others.length - room)).map((request) => pages.delete(request)));
}

/** @param {string} html */
const personOf = (html) => /<div id="page"[^>]* data-person="([^"]+)"/.exec(html)?.[1];

/** @param {string} path */
const isWorthKeeping = (path) => path === '/' || /^\/(reflect$|reflect\/day\/|(day|why|step)\/)/.test(path);

/** @param {Response} answer */
const isPage = (answer) =>
  answer.ok && !answer.redirected && answer.type === 'basic' && /^text\/html/.test(answer.headers.get('content-type') ?? '');

/** @param {number} time */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
