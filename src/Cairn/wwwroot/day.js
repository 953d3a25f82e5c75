// What a form says, and what the picture looks like once it is said: shown at once, before anybody has answered.
// docs/api-actions.md names the fields and the attributes that are read here.
// @ts-check

/** @typedef {import('./outbox.js').Action} Action */

const numbers = new Set(['amount']);
const names = new Set(['tier', 'reason', 'feel']);

/**
 * The action that a form would post, under an id and at an instant of its own; null for a form that is no action, or that
 * leads to another page.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 * @returns {Action | null}
 */
export function actionOf(form, submitter) {
  const address = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const kind = /^\/act\/(\w+)$/.exec(address)?.[1];
  const shown = /** @type {HTMLElement | null} */ (form.closest('[data-day]'));
  const back = /** @type {HTMLInputElement | null} */ (form.querySelector('[name=back]'))?.value;
  if (!kind || !shown || (back && back !== location.pathname)) return null;
  const sent = [...new FormData(form, submitter)];
  if (kind === 'checkIn') return { kind, ...stamp(shown.dataset.day ?? ''), answers: answersOf(sent) };
  const fields = sent.filter(([name, value]) => name !== 'id' && name !== 'back' && value !== '');
  const said = Object.fromEntries(fields.map(([name, value]) => [name, readField(name, String(value))]));
  const day = String(said.day ?? shown.dataset.day);
  if (kind === 'takeBack') return { kind, ...stamp(day), entry: said.entry };
  const row = form.closest('.step');
  const bars = row instanceof HTMLElement && row.dataset.bars ? { bars: row.dataset.bars.split(' ').map(Number) } : {};
  delete said.entry;
  return { kind, ...(kind === 'win' || kind === 'notToday' ? bars : {}), ...said, ...stamp(day) };
}

/**
 * Ratings are sent as `rate.mood`, words as `say.best`; an empty one takes the answer away.
 * @param {[string, FormDataEntryValue][]} sent
 * @returns {Record<string, number | string | null>}
 */
function answersOf(sent) {
  const answers = sent.map(([name, value]) => [name.split('.')[1], value === '' ? null : name.startsWith('rate.') ? Number(value) : value]);
  return Object.fromEntries(answers.filter(([question]) => question));
}

/**
 * @param {string} name
 * @param {string} value
 */
function readField(name, value) {
  if (numbers.has(name)) return Number(value.replace(',', '.'));
  if (name === 'bars') return value.split(' ').map(Number);
  if (name === 'thatWasAll') return true;
  return names.has(name) ? lower(value) : value;
}

/** @param {string} name */
const lower = (name) => name.charAt(0).toLowerCase() + name.slice(1);

let lastTap = 0;

/**
 * Of two taps within a millisecond the second is still the later one.
 * @param {string} day
 */
function stamp(day) {
  const clock = Date.now();
  const now = clock <= lastTap && lastTap - clock < 1000 ? lastTap + 1 : clock;
  lastTap = now;
  return { id: newId(now), at: new Date(now).toISOString(), day };
}

/**
 * A UUID of version 7 (RFC 9562): later ones sort later.
 * @param {number} now
 */
export function newId(now) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (40 - 8 * i)) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {Action} action */
export const isWin = (action) => ['win', 'done', 'moment', 'noticed'].includes(String(action.kind));

/** The page has a line for it, not only another look. @param {Action} action */
export const isAnswered = (action) => isWin(action) || ['notToday', 'rest', 'reserve', 'feel', 'pause'].includes(String(action.kind));

/**
 * Makes the page say what the action says. Saying it twice looks like saying it once, except for what is counted.
 * @param {Action} action
 * @param {HTMLElement} page
 */
export function show(action, page) {
  const row = rowOf(action, page);
  const lies = row?.dataset.state === 'won';
  if (action.kind === 'takeBack') takeBack(action, page);
  else if (action.kind === 'feel') press(page, '[name=feel]', String(action.feel));
  else if (action.kind === 'checkIn') answer(action, page);
  else if (action.kind === 'notNow') setAside(page);
  else if (action.kind === 'moment') count(row, 1);
  else if (row && isWin(action)) win(row, action);
  else if (row && ['notToday', 'rest', 'reserve'].includes(String(action.kind))) settle(row, String(action.kind), action.id);
  if (isWin(action) && !isBelow(action) && !lies) layHollowStone(page, action);
  markNext(page);
}

/**
 * @param {Action} action
 * @param {HTMLElement} page
 * @returns {HTMLElement | null}
 */
const rowOf = (action, page) => page.querySelector(`[data-step="${action.step ?? 'none'}"][data-day="${action.day}"]`);

/**
 * @param {HTMLElement} row
 * @param {Action} action
 */
function win(row, action) {
  if (isBelow(action)) return settle(row, 'notToday', action.id);
  settle(row, 'won', action.id);
  press(row, '.bar', tierOf(action));
}

/** @param {Action} action */
const isBelow = (action) => typeof action.amount === 'number' && Array.isArray(action.bars) && action.amount < action.bars[0];

/** @param {Action} action */
function tierOf({ tier, amount, bars }) {
  if (typeof amount !== 'number' || !Array.isArray(bars)) return String(tier ?? 'target');
  return amount >= bars[2] ? 'stretch' : amount >= bars[1] ? 'target' : 'floor';
}

/**
 * @param {Action} action
 * @param {HTMLElement} page
 */
function takeBack(action, page) {
  const hollow = page.querySelector(`[data-hollow="${action.entry}"]`);
  /** @type {HTMLElement | null} */
  const row = page.querySelector(`[data-entry="${action.entry}"]`);
  if (row?.dataset.kind === 'moment') count(row, -1);
  else if (row) settle(row, 'open', '');
}

/**
 * What was said about a row: tinted, in its place, and the entry named that a second tap takes back.
 * @param {HTMLElement} row
 * @param {string} state
 * @param {string} entry
 */
function settle(row, state, entry) {
  row.dataset.state = state;
  row.dataset.entry = entry;
  row.classList.toggle('done', state === 'won');
  row.classList.toggle('settled', state !== 'won' && state !== 'open');
  press(row, '.bar', '');
  for (const field of row.querySelectorAll('input[name=entry]')) /** @type {HTMLInputElement} */ (field).value = entry;
  for (const answer of row.querySelectorAll('.answer')) answer.remove();
  for (const menu of row.querySelectorAll('details[open]')) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus({ preventScroll: true });
    menu.removeAttribute('open');
  }
}

/**
 * @param {HTMLElement} within
 * @param {string} buttons
 * @param {string} value  Of the one that is pressed; none for an empty one.
 */
function press(within, buttons, value) {
  for (const button of within.querySelectorAll(buttons)) {
    const pressed = value !== '' && lower(button.getAttribute('value') ?? '') === value;
    button.setAttribute('aria-pressed', String(pressed));
    if (!button.matches('.bar')) continue;
    if (pressed) button.setAttribute('formaction', '/act/takeBack');
    else button.removeAttribute('formaction');
  }
}

/**
 * @param {HTMLElement | null} chip
 * @param {number} more
 */
function count(chip, more) {
  const number = /** @type {HTMLElement | null} */ (chip?.querySelector('[data-count]'));
  if (!number) return;
  const counted = Math.max(0, Number(number.dataset.count) + more);
  number.dataset.count = String(counted);
  number.textContent = number.textContent?.replace(/\d+/, String(counted)) || String(counted);
}

/**
 * Beside today's cairn until it is saved and has its place.
 * @param {HTMLElement} page
 * @param {Action} action
 */
function layHollowStone(page, action) {
  const scene = page.querySelector('.cairn-scene');
  if (!scene || scene.querySelector(`[data-hollow="${action.id}"]`)) return;
  const before = scene.querySelectorAll('.hollow').length;
  const stone = document.createElementNS('http://www.w3.org/2000/svg', 'ellipse');
  const place = { cx: 216 + 22 * (before % 4), cy: 189 - 11 * (Math.floor(before / 4) % 3), rx: 9, ry: 5 };
  for (const [name, value] of Object.entries(place)) stone.setAttribute(name, String(value));
  stone.setAttribute('class', 'hollow');
  stone.dataset.hollow = action.id;
  scene.append(stone);
}

/**
 * On the day that it is about, the buttons are pressed and the fields hold the words.
 * @param {Action} action
 * @param {HTMLElement} page
 */
function answer(action, page) {
  const day = /** @type {HTMLElement | null} */ (page.querySelector(`.check-in[data-day="${action.day}"]`));
  for (const [question, said] of Object.entries(/** @type {object} */ (action.answers ?? {}))) {
    if (!day) return;
    press(day, `button[name$=".${question}"]`, String(said ?? ''));
    const field = /** @type {HTMLInputElement | null} */ (day.querySelector(`input[name="say.${question}"], textarea[name="say.${question}"]`));
    if (field) field.value = field.defaultValue = String(said ?? '');
  }
}

/** @param {HTMLElement} page */
function setAside(page) {
  const card = page.querySelector('.stuck');
  if (card?.contains(document.activeElement)) page.querySelector('main')?.focus({ preventScroll: true });
  card?.remove();
}

/** @param {HTMLElement} page */
function markNext(page) {
  const rows = [...page.querySelectorAll('.step[data-state]')];
  const next = rows.find((row) => row.matches('[data-state=open]:not([data-free])'));
  for (const row of rows) row.classList.toggle('next', row === next);
}
