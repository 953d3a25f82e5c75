// The day by keyboard: 1 2 3, n, u, j k and ?. Loaded with the first key that is pressed.
// @ts-check

const off = 'cairn-keys-off';
const sheet = () => /** @type {HTMLDialogElement} */ (document.getElementById('keys'));
const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.step')]);
/** @param {string} tier */
const tier = (tier) => () => row()?.querySelector(`.bar[value="${tier}" i]`) ?? atTheEdge(tier);

/** @type {Record<string, () => unknown>} */
const meanings = {
  1: () => pressOn(tier('floor')()),
  2: () => pressOn(tier('target')()),
  3: () => pressOn(tier('stretch')()),
  n: () => /** @type {HTMLElement | null} */ (document.querySelector('#noticed, input[name=text]'))?.focus(),
  u: () => pressOn(document.querySelector('.answer .undo') ?? lastPressed()),
  j: () => move(1),
  k: () => move(-1),
  '?': () => sheet().showModal(),
};

/** @param {KeyboardEvent} event */
export function press(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || sheet().open) return;
  if (target.matches('input, select, textarea, [contenteditable]')) return;
  if (event.key !== '?' && localStorage.getItem(off)) return;
  const meaning = meanings[event.key];
  if (!meaning) return;
  event.preventDefault();
  meaning();
}

/** The step that one is on, else the next one. */
const row = () => document.activeElement?.closest('.step') ?? document.querySelector('.step.next');

/**
 * Where bars are equal they are one button: the lowest and the highest that there are.
 * @param {string} tier
 */
function atTheEdge(tier) {
  const bars = [...(row()?.querySelectorAll('.bar') ?? [])];
  return tier === 'floor' ? bars[0] : bars.at(-1);
}

/** @param {Element | null | undefined} button */
const pressOn = (button) => /** @type {HTMLElement | null} */ (button ?? null)?.click();

/** The bar that was pressed last; the server's Undo line is not always there. */
const lastPressed = () =>
  document.querySelector(`[data-entry="${document.documentElement.dataset.said}"] .bar[aria-pressed=true]`);

/** @param {number} by */
function move(by) {
  const all = rows();
  const from = all.findIndex((one) => one.contains(document.activeElement));
  const to = all[Math.max(0, Math.min(all.length - 1, from < 0 ? 0 : from + by))];
  /** @type {HTMLElement | null} */ (to?.querySelector('.bar') ?? to?.querySelector('summary'))?.focus();
}

const choice = /** @type {HTMLInputElement} */ (sheet().querySelector('input'));
choice.checked = !localStorage.getItem(off);
choice.addEventListener('change', () =>
  choice.checked ? localStorage.removeItem(off) : localStorage.setItem(off, 'yes'),
);
