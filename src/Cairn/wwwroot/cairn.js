// Takes over the forms: the same actions, without a page load. Without this script every form works as it is.
// @ts-check
import { becomeLike } from './swap.js';

const main = () => /** @type {HTMLElement} */ (document.getElementById('main'));
const say = /** @type {HTMLElement} */ (document.getElementById('say'));
const trouble = /** @type {HTMLElement} */ (document.getElementById('trouble'));

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== 'post' || event.defaultPrevented) return;
  event.preventDefault();
  const submitter = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)));
  send(submitter?.getAttribute('formaction') ?? form.action, body, submitter);
});

// The page says where it is looked at, so that a new Cairn has the right midnight.
const tellZone = () => {
  for (const field of main().querySelectorAll('input[name=zone][type=hidden]')) {
    /** @type {HTMLInputElement} */ (field).value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
};
tellZone();

addEventListener('popstate', () => location.reload());

/**
 * @param {string} action
 * @param {URLSearchParams} body
 * @param {HTMLButtonElement | null} button
 */
async function send(action, body, button) {
  button?.classList.add('sent');
  try {
    const answer = await fetch(action, { method: 'POST', body, headers: { 'Cairn-Fragment': '1' } });
    show(await answer.text(), answer.url);
    trouble.hidden = true;
  } catch {
    trouble.textContent = trouble.dataset.text ?? '';
    trouble.hidden = false;
    button?.classList.remove('sent');
  }
}

/**
 * Puts the answered part in the place of the old one.
 * @param {string} html
 * @param {string} address
 */
function show(html, address) {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  const fresh = answer.getElementById('page');
  if (!fresh) throw new Error('no page in the answer');
  const there = new URL(address);
  const samePlace = there.pathname === location.pathname;
  navigator.serviceWorker?.controller?.postMessage({ part: html, path: there.pathname });
  if (samePlace) becomeLike(/** @type {HTMLElement} */ (document.getElementById('page')), fresh);
  else document.getElementById('page')?.replaceWith(fresh);
  document.title = answer.title;
  if (there.href !== location.href) history[samePlace ? 'replaceState' : 'pushState'](null, '', there);
  tellZone();
  say.textContent = document.querySelector('#page [data-say]')?.textContent ?? '';
  if (samePlace && document.activeElement !== document.body) return;
  if (!samePlace) scrollTo(0, 0);
  /** @type {HTMLElement} */ (document.querySelector('#page [autofocus]') ?? main()).focus({ preventScroll: samePlace });
}

addEventListener('load', () => {
  navigator.serviceWorker?.register('/sw.js', { type: 'module', updateViaCache: 'none' }).catch(console.debug);
});
