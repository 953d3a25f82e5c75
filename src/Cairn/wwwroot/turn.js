// A page that was kept is opened on a later day: the same steps, nothing said about them yet, and yesterday on the path.
// @ts-check

/**
 * The day that it is for a person: wall-clock time in their zone, and still yesterday's until their day starts.
 * People/PersonalDay.cs says the same.
 * @param {Date} now
 * @param {string} zone
 * @param {string} start
 */
export function dayOf(now, zone, start) {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
  const [hours, minutes] = start.split(':').map(Number);
  return new Date(Date.parse(wall.replace(' ', 'T') + 'Z') - (hours * 60 + minutes) * 60_000).toISOString().slice(0, 10);
}

/**
 * @param {HTMLElement} page
 * @param {string} today
 */
export function turn(page, today) {
  const before = page.dataset.day ?? today;
  const days = Math.round((Date.parse(today) - Date.parse(before)) / 86_400_000);
  for (const part of [page, ...page.querySelectorAll('[data-day]')]) /** @type {HTMLElement} */ (part).dataset.day = today;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll('input[name=day]'))) {
    if (field.value === before) field.value = today;
  }

  const weekday = page.querySelector('.day h1');
  if (weekday) weekday.textContent = weekdayOf(today);
  for (const row of page.querySelectorAll('.step[data-state]')) clear(/** @type {HTMLElement} */ (row), days);
  for (const part of page.querySelectorAll('.of-its-day')) part.remove();
  for (const choice of page.querySelectorAll('[name=feel]')) choice.setAttribute('aria-pressed', 'false');
  for (const counted of page.querySelectorAll('[data-count]')) {
    const chip = /** @type {HTMLElement} */ (counted);
    chip.textContent = chip.textContent?.replace(/\d+/, '0') ?? '';
    chip.dataset.count = '0';
  }

  const rows = [...page.querySelectorAll('.step[data-state]')];
  const next = rows.find((row) => !row.matches('[data-free]'));
  for (const row of rows) row.classList.toggle('next', row === next);
  walkOn(page, days);
}

/** @param {string} day */
const weekdayOf = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(day));

/**
 * @param {HTMLElement} row
 * @param {number} days
 */
function clear(row, days) {
  if (row.dataset.kind === 'task' && row.dataset.state === 'won') return row.remove();
  stepOn(row, days);
  row.dataset.state = 'open';
  row.dataset.entry = '';
  row.classList.remove('done', 'settled');
  for (const field of row.querySelectorAll('input[name=entry]')) /** @type {HTMLInputElement} */ (field).value = '';
  for (const answer of row.querySelectorAll('.answer')) answer.remove();
  for (const bar of row.querySelectorAll('.bar')) {
    bar.setAttribute('aria-pressed', 'false');
    bar.removeAttribute('formaction');
  }

  row.querySelectorAll('.last-days').forEach((shapes) => shiftShapes(shapes, days));
}

/**
 * Whether the day is free: some days are settled one by one, and after them the rhythm turns.
 * @param {HTMLElement} row
 * @param {number} days
 */
function stepOn(row, days) {
  const [turn, settled = ''] = (row.dataset.freeAhead ?? '').split(' ').reverse();
  const past = Math.max(0, days - settled.length) % (turn.length || 1);
  row.toggleAttribute('data-free', (settled[days - 1] ?? turn.at(past - 1)) === '1');
  if (turn) row.dataset.freeAhead = `${settled.slice(days)} ${turn.slice(past)}${turn.slice(0, past)}`.trim();
}

/**
 * The small shapes of the last seven days move on: the oldest go, days without a word come.
 * @param {Element} shapes
 * @param {number} days
 */
function shiftShapes(shapes, days) {
  const all = [...shapes.children];
  const stay = all.slice(Math.min(days, all.length));
  all.slice(0, all.length - stay.length).forEach((shape) => shape.remove());
  stay.forEach((shape) => shape.setAttribute('transform', `translate(${-12 * days} 0)`));
  for (let place = stay.length; place < all.length; place++) {
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    const look = { class: 'path', cx: place * 12 + 5, cy: 5, r: 1.2 };
    for (const [name, value] of Object.entries(look)) dot.setAttribute(name, String(value));
    shapes.append(dot);
  }
}

/**
 * Every cairn stands as many days further back along the path; where today's stood, there is room.
 * @param {HTMLElement} page
 * @param {number} days
 */
function walkOn(page, days) {
  const scene = /** @type {SVGElement | null} */ (page.querySelector('.cairn-scene'));
  scene?.querySelectorAll('.hollow').forEach((stone) => stone.remove());
  const trail = (scene?.dataset.trail ?? '').split(';').map((spot) => spot.split(' '));
  for (const cairn of /** @type {NodeListOf<SVGElement>} */ (scene?.querySelectorAll('[data-ago]') ?? [])) {
    const ago = Number(cairn.dataset.ago) + days;
    const [x, y, scale] = trail[ago] ?? [];
    if (!scale) {
      cairn.remove();
      continue;
    }

    cairn.dataset.ago = String(ago);
    cairn.setAttribute('transform', `translate(${x} ${y})scale(${scale})`);
  }
}
