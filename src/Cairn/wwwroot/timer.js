// Counts a moment down or up, where one stands on the page: without it the page says until when.
// @ts-check

/** @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function tick() {
  for (const shown of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-script=timer]'))) {
    const { ends, began, left = '{0}', over = '' } = shown.dataset;
    const seconds = Math.ceil(((ends ? Date.parse(ends) - Date.now() : Date.now() - Date.parse(began ?? '')) || 0) / 1000);
    const text = ends && seconds <= 0 ? over : left.replace('{0}', clock(Math.max(0, seconds)));
    if (shown.textContent === text) continue;
    if (text === over) navigator.vibrate?.(60);
    shown.textContent = text;
  }
}

setInterval(tick, 500);
tick();
