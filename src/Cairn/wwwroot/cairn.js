// Takes over the forms: the same actions, without a page load, and kept on this device until they are saved.
// Without this script every form works as it is. docs/offline.md tells the whole way.
// @ts-check
import { actionOf, isAnswered, isWin, show } from './day.js';
import * as outbox from './outbox.js';
import { becomeLike } from './swap.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const page = () => element('page');

/** What was tapped and is not in the page as the server made it last. @type {outbox.Row[]} */
let unseen = [];
/** Where the last tap was: that stays where it is. @type {Element | null} */
let underTheFinger = null;
/** The page was kept, and something newer may be known elsewhere. */
let stale = false;
/** When the server made the page, by this device's clock; null for a kept page, whose day speaks for itself. @type {number | null} */
let madeAt = Date.now();

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== 'post' || form.enctype === 'multipart/form-data' || event.defaultPrevented || 'whole' in form.dataset) return;
  event.preventDefault();
  const submitter = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const action = page().dataset.person ? actionOf(form, submitter) : null;
  if (action) tap(action, form, submitter);
  else post(form, submitter);
});

/**
 * @param {outbox.Action} action
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} submitter
 */
function tap(action, form, submitter) {
  /** @type {outbox.Row} */
  const row = { person: page().dataset.person ?? '', state: 'waits', action };
  unseen.push(row);
  underTheFinger = form.closest('[data-step]') ?? form;
  show(action, page());
  document.documentElement.dataset.said = action.id;
  if (isWin(action) && page().dataset.celebration !== 'Off') navigator.vibrate?.(12);
  if (form.querySelector('input[type=text], input[type=number], textarea')) form.reset();
  outbox.put(row).then(settle, () => {
    // No room on this device: then as any other form.
    unseen = unseen.filter((other) => other !== row);
    post(form, submitter);
  });
}

let settling = false;
let onceMore = false;
let patience = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let later;

/** Sends what waits, then shows what the server makes of it; however often it is called, one at a time. */
async function settle() {
  onceMore = true;
  if (settling) return;
  settling = true;
  clearTimeout(later);
  try {
    while (onceMore) {
      onceMore = false;
      const reached = await outbox.flush();
      await tellWaiting(!reached);
      if (!reached) comeBackLater();
      else if (!onceMore && (stale || unseen.length > 0)) await askForThePage();
    }
  } finally {
    settling = false;
  }
}

function comeBackLater() {
  patience = Math.min(60_000, patience * 2 || 2_000);
  later = setTimeout(settle, patience);
  navigator.serviceWorker?.ready.then((/** @type {any} */ worker) => worker.sync?.register(outbox.syncTag)).catch(() => {});
}

async function askForThePage() {
  const all = await outbox.rows();
  const waiting = new Set(all.filter((row) => row.state === 'waits').map((row) => row.action.id));
  const known = new Set(all.map((row) => row.action.id));
  const held = await outbox.answeredUpTo();
  const takenBack = new Set(unseen.map((row) => row.action.entry));
  const said = unseen.filter(({ action }) => isAnswered(action) && !takenBack.has(action.id)).at(-1)?.action.id;
  const answer = await fetch(location.pathname + (said ? `?said=${said}` : ''), { headers: { 'Cairn-Fragment': '1' } }).catch(() => null);
  if (answer?.status === 401) tellTrouble('signedOut');
  if (!answer?.ok || answer.redirected) return comeBackLater();
  const html = await answer.text();
  // What is being written to the device just now is in neither; it stays to be shown.
  unseen = unseen.filter((row) => waiting.has(row.action.id) || !known.has(row.action.id));
  [stale, madeAt, patience] = [false, Date.now(), 0];
  swap(html, answer.url, held);
}

/**
 * Any other form: where it cannot be sent, the page says so and nothing that was typed is lost.
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} submitter
 */
async function post(form, submitter) {
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)));
  try {
    const address = submitter?.getAttribute('formaction') ?? form.action;
    const answer = await fetch(address, { method: 'POST', body, headers: { 'Cairn-Fragment': '1' } });
    if (answer.status === 503) return await showTrouble(answer);
    if (answer.status === 401) return tellTrouble('signedOut');
    swap(await answer.text(), answer.url, await outbox.answeredUpTo(), form);
    element('trouble').hidden = true;
  } catch {
    tellTrouble('text');
  }
}

/** @param {'text' | 'signedOut'} what */
function tellTrouble(what) {
  const trouble = element('trouble');
  trouble.textContent = trouble.dataset[what] ?? '';
  trouble.hidden = false;
}

/**
 * The store cannot be written just now: what was typed stays where it is, and the sentence stands below.
 * @param {Response} answer
 */
async function showTrouble(answer) {
  const sorry = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main h1');
  const trouble = element('trouble');
  trouble.textContent = sorry?.textContent ?? trouble.dataset.text ?? '';
  trouble.hidden = false;
}

/**
 * Puts the answered part in the place of the old one; what was tapped meanwhile stays.
 * @param {string} html
 * @param {string} address
 * @param {number} held
 * @param {HTMLFormElement} [sent] What was typed there is in the answer, perhaps with something put in.
 */
function swap(html, address, held, sent) {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  const fresh = answer.getElementById('page');
  if (!fresh) throw new Error('no page in the answer');
  const there = new URL(address);
  const samePlace = there.pathname === location.pathname;
  if (fresh.dataset.version !== page().dataset.version) return location.assign(there);
  navigator.serviceWorker?.controller?.postMessage({ part: html, path: there.pathname, held });
  showSliders(fresh);
  for (const row of unseen) show(row.action, fresh);
  sent?.reset();
  if (samePlace) holdStill(() => becomeLike(page(), fresh));
  else page().replaceWith(fresh);
  document.title = answer.title;
  if (!samePlace) history.pushState(null, '', there);
  tellZone();
  fetchScripts();
  const spoken = [page().querySelector('[data-say]'), ...page().querySelectorAll('[data-also]')];
  element('say').textContent = spoken.map((part) => part?.textContent ?? '').join(' ').trim();
  if (samePlace) return;
  scrollTo(0, 0);
  /** @type {HTMLElement} */ (page().querySelector('[autofocus]') ?? element('main')).focus();
}

/**
 * What was tapped last stays under the finger, whatever changes its height above; the next tap may be on its way.
 * @param {() => void} change
 */
function holdStill(change) {
  const before = underTheFinger?.getBoundingClientRect().top ?? 0;
  change();
  if (!underTheFinger?.isConnected) return;
  const moved = () => /** @type {Element} */ (underTheFinger).getBoundingClientRect().top - before;
  if (moved() !== 0) scrollBy(0, moved());
  if (moved() < 0) page().style.paddingTop = `${-moved()}px`;
}

/**
 * The line about what waits, and what was refused with its sentence, until the person has seen it.
 * @param {boolean} unreached
 */
async function tellWaiting(unreached) {
  const all = await outbox.rows();
  const [line, panel] = [element('waits'), element('refused')];
  const waiting = all.filter((row) => row.state === 'waits').length;
  line.hidden = !unreached || waiting === 0;
  line.lastElementChild?.replaceChildren((waiting === 1 ? line.dataset.one : line.dataset.some)?.replace('{0}', `${waiting}`) ?? '');
  const refused = all.filter((row) => row.state === 'refused');
  panel.hidden = refused.length === 0;
  panel.querySelector('ul')?.replaceChildren(
    ...refused.map((row) => Object.assign(document.createElement('li'), { textContent: row.why })),
  );
}

element('refused').querySelector('button')?.addEventListener('click', async () => {
  await outbox.remove((await outbox.rows()).filter((row) => row.state === 'refused'));
  await tellWaiting(!element('waits').hidden);
});

/** The page says where it is looked at, so that a new Cairn has the right midnight. */
function tellZone() {
  for (const field of page().querySelectorAll('input[name=zone][type=hidden]')) {
    /** @type {HTMLInputElement} */ (field).value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}

/**
 * A slider beside an exact amount is of use only with this script.
 * @param {HTMLElement} within
 */
function showSliders(within) {
  for (const slider of within.querySelectorAll('[data-mirrors]')) /** @type {HTMLElement} */ (slider).hidden = false;
}

/** What one page alone needs comes with that page. */
function fetchScripts() {
  for (const part of page().querySelectorAll('[data-script]')) import(`./${/** @type {HTMLElement} */ (part).dataset.script}.js`);
}

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.dataset.mirrors) return;
  /** @type {HTMLInputElement} */ (element(target.dataset.mirrors)).value = target.value;
});

/** A kept page may be of an earlier day; what was tapped since is laid over it. */
async function begin() {
  tellZone();
  fetchScripts();
  showSliders(page());
  const kept = document.documentElement.dataset.kept;
  stale = kept !== undefined;
  if (stale) {
    madeAt = null;
    await turnWithTheDay();
  }

  const all = await outbox.rows();
  // The worker may have sent what waited after the server made this page, and before this script could hear of it.
  stale ||= all.some((row) => Number(row.savedAt) > performance.timeOrigin);
  if (!stale && !navigator.serviceWorker?.controller) await outbox.letGo(Infinity);
  unseen = all.filter(
    (row) =>
      row.person === page().dataset.person &&
      (row.state === 'waits' || (kept !== undefined && row.state === 'saved' && Number(row.order) > Number(kept))),
  );
  for (const row of unseen) show(row.action, page());
  await tellWaiting(false);
  if (stale || unseen.length > 0) await settle();
}

/** Today is another day since this page was made. */
async function turnWithTheDay() {
  const { day, zone, dayStart } = page().dataset;
  if (!day || !zone || location.pathname !== '/') return;
  const { dayOf, turn } = await import('./turn.js');
  const today = dayOf(new Date(), zone, dayStart ?? '00:00');
  if (today <= (madeAt === null ? day : dayOf(new Date(madeAt), zone, dayStart ?? '00:00'))) return;
  turn(page(), today);
  [stale, madeAt] = [true, null];
}

async function comeBack() {
  if (document.visibilityState !== 'visible') return;
  await turnWithTheDay();
  const all = await outbox.rows();
  if (stale || all.some((row) => row.state === 'waits')) await settle();
}

/** Once a day the last fourteen days are asked for, so that they can be filled in without a network. */
function keepTheDays() {
  const { day } = page().dataset;
  const worker = navigator.serviceWorker?.controller;
  const sparing = /** @type {any} */ (navigator).connection?.saveData;
  if (!day || !worker || sparing || stale || localStorage.getItem('cairn-days') === day) return;
  const back = (/** @type {number} */ days) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
  worker.postMessage({ days: Array.from({ length: 14 }, (_, before) => back(before + 1)) });
  localStorage.setItem('cairn-days', day);
}

document.addEventListener('visibilitychange', comeBack);
addEventListener('online', comeBack);
addEventListener('pageshow', (event) => event.persisted && comeBack());
addEventListener('popstate', () => location.reload());
outbox.news.addEventListener('message', () => {
  stale = true;
  settle();
});
addEventListener('load', () => {
  navigator.serviceWorker?.register('/sw.js', { type: 'module', updateViaCache: 'none' }).catch(console.debug);
});
setTimeout(keepTheDays, 5_000);
// Only where there are keys is their script asked for.
addEventListener('keydown', (event) => import('./keys.js').then((keys) => keys.press(event)), { capture: true });
begin();
