// The tree of tasks by finger, mouse and keyboard, without asking the server: what its buttons do there they do here.
// Goals/Breakdown/TreeMoves.cs is the same without a script; the form is saved as it stands.
// @ts-check
import { newId } from './day.js';

/** @typedef {HTMLLIElement} Row */

const farEnough = 6;
const edge = 90;
const minutes = [1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240];
const longestText = 200;

/** @returns {HTMLFormElement | null} */
const form = () => document.querySelector('form.breakdown');
const tree = () => /** @type {HTMLOListElement} */ (form()?.querySelector('.tree'));
/** @returns {Row[]} */
const rows = () => /** @type {Row[]} */ ([...tree().children]);
/** @param {Element} row */
const depthOf = (row) => Number(/** @type {HTMLElement} */ (row).dataset.depth);
/**
 * @param {Element} row
 * @param {string} name
 */
const field = (row, name) => /** @type {HTMLInputElement} */ (row.querySelector(`[name=${name}]`));
/** @param {Element} row */
const isDone = (row) => row.classList.contains('done');
/** @param {string} name */
const number = (name) => Number(form()?.dataset[name]);

/** The row and everything that belongs to it. @param {Row} row */
function family(row) {
  const all = [row];
  for (let next = row.nextElementSibling; next && depthOf(next) > depthOf(row); next = next.nextElementSibling) {
    all.push(/** @type {Row} */ (next));
  }
  return all;
}

/** @param {Row} row */
function before(row) {
  let other = row.previousElementSibling;
  while (other && depthOf(other) > depthOf(row)) other = other.previousElementSibling;
  return other && depthOf(other) === depthOf(row) ? /** @type {Row} */ (other) : null;
}

/**
 * @param {Row} row
 * @param {number} depth
 */
function setDepth(row, depth) {
  row.dataset.depth = String(depth);
  row.setAttribute('aria-level', String(depth + 1));
  field(row, 'depth').value = String(depth);
}

/**
 * @param {Row[]} moved
 * @param {number} by
 */
const shift = (moved, by) => moved.forEach((row) => setDepth(row, depthOf(row) + by));

/** Of two siblings the one that moves is taken out and put in; the focus is given back by whoever calls. @type {Record<string, (row: Row) => unknown>} */
const moves = {
  up: (row) => before(row)?.before(...family(row)),
  down(row) {
    const all = family(row);
    const next = /** @type {Row | null} */ (all.at(-1)?.nextElementSibling);
    if (next && depthOf(next) === depthOf(row)) family(next).at(-1)?.after(...all);
  },
  in(row) {
    const all = family(row);
    if (before(row) && Math.max(...all.map(depthOf)) < number('deepest')) shift(all, 1);
  },
  out(row) {
    if (depthOf(row) === 0) return;
    const all = family(row);
    let group = /** @type {Row} */ (row.previousElementSibling);
    while (depthOf(group) >= depthOf(row)) group = /** @type {Row} */ (group.previousElementSibling);
    const last = /** @type {Row} */ (family(group).at(-1));
    if (last !== all.at(-1)) last.after(...all);
    shift(all, -1);
  },
  split(row) {
    const { value: text } = field(row, 'text');
    if (family(row).length > 1 || isDone(row) || depthOf(row) >= number('deepest') || !text.trim()) return;
    row.after(...pieces(text.trim(), Number(field(row, 'minutes').value.replace(',', '.')) || number('sitting')).map(([words, size]) => fresh(words, size, depthOf(row) + 1)));
  },
  smaller(row) {
    for (const one of family(row)) {
      const size = Number(field(one, 'minutes').value.replace(',', '.'));
      if (!isDone(one) && size > 0) field(one, 'minutes').value = String(halve(size));
    }
  },
  add(row) {
    const added = fresh('', 2, row ? depthOf(row) : 0);
    if (row) family(row).at(-1)?.after(added);
    else tree().append(added);
    return added;
  },
  remove(row) {
    if (isDone(row)) return;
    const next = /** @type {Row | null} */ (row.nextElementSibling ?? row.previousElementSibling);
    shift(family(row).slice(1), -1);
    row.remove();
    return next;
  },
};

/** @param {number} size */
const halve = (size) => (size >= 480 ? Math.floor(size / 120) * 60 : (minutes.findLast((known) => known <= size / 2) ?? 1));

/**
 * The first two minutes, then what is left in pieces of one sitting; where twelve are not enough the last one holds the rest.
 * @param {string} text
 * @param {number} size
 * @returns {[string, number][]}
 */
function pieces(text, size) {
  const rest = Math.max(0, size - 2);
  const count = Math.min(11, Math.max(1, Math.ceil(rest / number('sitting'))));
  const each = Math.min(number('sitting'), Math.max(1, Math.ceil(rest / count)));
  const last = Math.max(each, rest - each * (count - 1));
  const { divideFirst = '', divideNext = '', divideRest = '' } = form()?.dataset ?? {};
  const words = (/** @type {string} */ sentence) => sentence.replace('{0}', () => cut(text, longestText - sentence.length));
  const part = (/** @type {number} */ i) => (count > 1 ? divideNext.replace('{1}', `${i + 1}`).replace('{2}', `${count}`) : divideRest);
  return [
    [words(divideFirst), 2],
    ...Array.from({ length: count }, (_, i) => /** @type {[string, number]} */ ([words(part(i)), i + 1 < count ? each : last])),
  ];
}

/**
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  if (text.length <= most) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length >= most) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

/**
 * @param {string} text
 * @param {number} size
 * @param {number} depth
 */
function fresh(text, size, depth) {
  const row = /** @type {Row} */ (/** @type {Row} */ (blank().querySelector('li')).cloneNode(true));
  const id = newId(Date.now());
  row.id = `row-${id}`;
  for (const name of ['task', 'added', 'at']) field(row, name).value = id;
  /** @type {HTMLButtonElement} */ (row.querySelector('button')).value = `split:${id}`;
  field(row, 'text').value = text;
  field(row, 'minutes').value = String(size);
  setDepth(row, depth);
  return row;
}

/** "More than you usually …", with its button. @param {Row} row */
function note(row) {
  const said = /** @type {Element} */ (blank().querySelector('.large-note')?.cloneNode(true));
  /** @type {HTMLButtonElement} */ (said.querySelector('button')).value = `split:${field(row, 'task').value}`;
  return said;
}

const blank = () => /** @type {HTMLTemplateElement} */ (document.getElementById('fresh-row')).content;

/** What follows from where the rows lie: groups and their sums, and what is too large for one go. */
function refresh() {
  const all = rows();
  const sums = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = all.length - 1; i >= 0; i--) {
    const row = all[i];
    const depth = depthOf(row);
    const isGroup = i + 1 < all.length && depthOf(all[i + 1]) > depth;
    const own = Number(field(row, 'minutes').value.replace(',', '.')) || 0;
    const size = isDone(row) ? 0 : isGroup ? sums[depth + 1] : own;
    const wasGroup = row.classList.toggle('group', isGroup);
    const isLarge = row.classList.toggle('large', !isGroup && !isDone(row) && own > number('sitting'));
    if (isLarge && !row.querySelector('.large-note')) row.append(note(row));
    if (!isDone(row)) /** @type {HTMLElement} */ (row.querySelector('.sum')).textContent = wasGroup ? together(size) : unit();
    sums[depth] += size;
    sums.fill(0, depth + 1);
  }
}

/** @param {number} size */
const together = (size) => (form()?.dataset.together ?? '').replace('{0}', String(size));
const unit = () => together(0).replace('0', '').trim();

const chosen = () => /** @type {Row | null} */ (tree().querySelector('input[name=at]:checked')?.closest('li') ?? null);

/** @param {Row | null} row */
function choose(row) {
  if (row) field(row, 'at').checked = true;
}

/**
 * @param {string} name
 * @param {Row | null} row
 */
function press(name, row) {
  if (!row && name !== 'add') return;
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const answered = moves[name](/** @type {Row} */ (row));
  refresh();
  if (answered instanceof HTMLLIElement) {
    choose(answered);
    field(answered, 'text').focus();
  } else if (focused.isConnected) {
    focused.focus({ preventScroll: true });
    chosen()?.scrollIntoView({ block: 'nearest' });
  }
}

document.addEventListener(
  'click',
  (event) => {
    const button = /** @type {Element} */ (event.target).closest?.('.breakdown button[name=do]');
    const [name, id] = /** @type {HTMLButtonElement} */ (button)?.value?.split(':') ?? [];
    if (!name || !moves[name]) return;
    event.preventDefault();
    press(name, id ? /** @type {Row | null} */ (document.getElementById(`row-${id}`)) : chosen());
  },
  { capture: true },
);

document.addEventListener('focusin', ({ target }) => {
  const row = /** @type {Element} */ (target).closest?.('.tree > li');
  if (row) choose(/** @type {Row} */ (row));
});

document.addEventListener('input', ({ target }) => {
  if (/** @type {Element} */ (target).matches?.('.tree [name=minutes]')) refresh();
});

/** @type {Record<string, string>} */
const keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in', Enter: 'split', '-': 'smaller', Backspace: 'remove' };

document.addEventListener('keydown', (event) => {
  const row = /** @type {Row | null} */ (/** @type {Element} */ (event.target).closest?.('.tree > li'));
  if (!row || event.isComposing) return;
  const name = event.altKey ? keys[event.key] : event.key === 'Enter' && !event.shiftKey && !event.ctrlKey ? 'add' : undefined;
  if (!name) return;
  event.preventDefault();
  press(name, row);
});

// Dragging: by the grip at the row's left, with everything below it, to before or behind another row.
/** @type {{ row: Row, x: number, y: number, family: Row[], moving: boolean, to?: Row, behind?: boolean } | null} */
let drag = null;

document.addEventListener('pointerdown', (event) => {
  const grip = /** @type {Element} */ (event.target).closest?.('.tree .pick');
  if (!grip || event.button !== 0) return;
  const row = /** @type {Row} */ (grip.closest('li'));
  drag = { row, x: event.clientX, y: event.clientY, family: family(row), moving: false };
  grip.setPointerCapture(event.pointerId);
});

document.addEventListener('pointermove', (event) => {
  if (!drag) return;
  if (!drag.moving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < farEnough) return;
  drag.moving = true;
  drag.family.forEach((row) => row.classList.add('lifted'));
  if (event.clientY < edge) scrollBy(0, -24);
  if (event.clientY > innerHeight - 2 * edge) scrollBy(0, 24);
  const over = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.matches('.tree > li'));
  unmark();
  if (!over || drag.family.includes(/** @type {Row} */ (over))) return void (drag.to = undefined);
  const box = over.getBoundingClientRect();
  drag.to = /** @type {Row} */ (over);
  drag.behind = event.clientY > box.top + box.height / 2;
  over.classList.add(drag.behind ? 'drop-behind' : 'drop-before');
});

const unmark = () => tree()?.querySelectorAll('.drop-before, .drop-behind').forEach((row) => row.classList.remove('drop-before', 'drop-behind'));

document.addEventListener('pointerup', drop);
document.addEventListener('pointercancel', drop);

/** @param {PointerEvent} event */
function drop(event) {
  if (!drag) return;
  const { row, family: all, to, behind, moving } = drag;
  drag = null;
  unmark();
  all.forEach((one) => one.classList.remove('lifted'));
  if (!moving || !to || event.type === 'pointercancel') return;
  // Behind a group is its first place inside; elsewhere it lies as deep as its new neighbour.
  const depth = behind && family(to).length > 1 ? depthOf(to) + 1 : depthOf(to);
  const by = depth - depthOf(row);
  if (Math.max(...all.map(depthOf)) + by > number('deepest')) return;
  shift(all, by);
  if (behind) to.after(...all);
  else to.before(...all);
  choose(row);
  refresh();
  row.scrollIntoView({ block: 'nearest' });
}
