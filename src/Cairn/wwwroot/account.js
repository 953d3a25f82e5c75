// Passkeys, and leaving this device. Without this script one signs in with a password, and signs out as with any form.
// @ts-check
import { clearDevice } from './device.js';
import { flush, rows } from './outbox.js';

const possible = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON) && !/^[\d.]+$|^\[/.test(location.hostname);

/** What only a script can do is shown only to those who have it. */
function offerPasskeys() {
  for (const button of document.querySelectorAll('[data-makes-passkey], [data-uses-passkey]')) {
    const hidden = /** @type {HTMLElement | null} */ (button.closest('[hidden]'));
    if (hidden) hidden.hidden = false;
    if (possible) continue;
    /** @type {HTMLButtonElement} */ (button).hidden = true;
    tell(button, 'impossible')?.classList.replace('wrong', 'hint');
  }
}

/**
 * @param {Element} from
 * @param {string} what
 * @returns {HTMLElement | undefined} The line in which it stands.
 */
function tell(from, what) {
  const line = /** @type {HTMLElement | null} */ (from.parentElement?.querySelector('[role=alert]') ?? null);
  if (!line) return undefined;
  line.textContent = line.dataset[what] ?? '';
  line.hidden = false;
  return line;
}

document.addEventListener('click', async ({ target }) => {
  const button = /** @type {HTMLButtonElement | null} */ (
    target instanceof Element ? target.closest('[data-makes-passkey], [data-uses-passkey]') : null
  );
  const form = button?.form;
  if (!button || !form) return;
  const name = /** @type {HTMLInputElement | null} */ (form.querySelector('#name'));
  if (name && !name.reportValidity()) return;
  button.disabled = true;
  try {
    const body = new URLSearchParams({ name: name?.value ?? '' });
    const asked = await fetch(form.dataset.asks ?? '', { method: 'POST', body });
    if (asked.redirected) return location.assign(asked.url);
    const credential = await answerOf(await asked.json(), 'makesPasskey' in button.dataset);
    /** @type {HTMLInputElement} */ (form.elements.namedItem('credential')).value = JSON.stringify(credential);
    form.submit();
  } catch {
    tell(button, 'declined');
  } finally {
    button.disabled = false;
  }
});

/**
 * @param {any} options  As the server asks.
 * @param {boolean} isNew
 */
async function answerOf(options, isNew) {
  const answer = isNew
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return /** @type {PublicKeyCredential} */ (answer).toJSON();
}

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!('leaves' in form.dataset)) return;
  event.preventDefault();
  leave(form).catch(() => tell(/** @type {Element} */ (form.firstElementChild), 'unreached'));
});

/**
 * Signs out there first, then here: what is emptied cannot be filled again.
 * @param {HTMLFormElement} form
 */
async function leave(form) {
  const waits = (await rows()).some((row) => row.state === 'waits') && !(await flush().catch(() => false));
  if (waits && !('sure' in form.dataset)) {
    form.dataset.sure = '';
    return tell(/** @type {Element} */ (form.firstElementChild), 'waits');
  }

  const answer = await fetch(form.action, { method: 'POST', headers: { 'Cairn-Fragment': '1' } });
  if (!answer.ok && answer.status !== 401) throw new Error(answer.statusText);
  await clearDevice();
  location.assign('/sign-in?left=true');
}

// Nobody is signed in here (any more): their pages go. What was tapped and is not saved stays, and is sent when they are back.
if (document.querySelector('[data-forgets-pages]')) caches.delete('pages').catch(() => undefined);
offerPasskeys();
