// What was tapped and is not known to be saved. It survives a closed browser, and every id is sent until it is answered:
// the server takes each one once. Used by the pages and by the service worker.
// @ts-check

/**
 * One action as the server takes it, under an id made here.
 * @typedef {{ id: string, at: string, day: string, [field: string]: unknown }} Action
 */
/**
 * @typedef {object} Row
 * @property {number} [order]
 * @property {string} person  Whose action it is; it is never sent as anybody else's.
 * @property {'waits' | 'saved' | 'refused'} state
 * @property {number} [savedAt]  When the server said so, by this device's clock.
 * @property {string} [why]  The sentence with which it was refused.
 * @property {Action} action
 */
/** @typedef {{ id: string, state: 'saved' | 'known' | 'refused', why?: string }} Told  The server's answer about one. */

export const syncTag = 'cairn-outbox';

const mostAtOnce = 50;
const longestAnswer = 20_000;

/** Other tabs, and the worker, hear that something has changed. */
export const news = new BroadcastChannel('cairn-outbox');

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
const open = () =>
  (opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('cairn', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const db = asked.result;
      db.onversionchange = () => db.close();
      db.onclose = db.onversionchange = () => {
        db.close();
        opened = undefined;
      };
      resolve(db);
    };
  }));

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(outbox: IDBObjectStore) => IDBRequest<T> | void} work
 * @returns {Promise<T>}
 */
async function within(mode, work) {
  const db = await open();
  const transaction = db.transaction('outbox', mode, { durability: 'strict' });
  const asked = work(transaction.objectStore('outbox'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(/** @type {T} */ (asked?.result));
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** @returns {Promise<Row[]>} In the order of the taps. */
export const rows = () => within('readonly', (outbox) => outbox.getAll());

/** @param {Row} row */
export const put = (row) => within('readwrite', (outbox) => outbox.put(row));

/** @param {Row[]} gone */
export const remove = (gone) =>
  within('readwrite', (outbox) => {
    for (const { order } of gone) outbox.delete(/** @type {number} */ (order));
  });

/**
 * How far along the order everything has been answered: a page that the server makes now holds all up to there.
 * @returns {Promise<number>}
 */
export async function answeredUpTo() {
  const all = await rows();
  const waiting = all.find((row) => row.state === 'waits');
  return waiting ? Number(waiting.order) - 1 : Math.max(0, ...all.map((row) => Number(row.order)));
}

/**
 * Lets go of what is saved and stands in the page that is kept on this device.
 * @param {number} order
 */
export async function letGo(order) {
  await remove((await rows()).filter((row) => row.state === 'saved' && Number(row.order) <= order));
}

/** Forgets everything, whether it was saved or not. */
export const clear = () => within('readwrite', (outbox) => outbox.clear());

/** @param {Row[]} changed */
const putAll = (changed) =>
  within('readwrite', (outbox) => {
    for (const row of changed) outbox.put(row);
  });

/**
 * Sends what waits, in order, one sender at a time however many tabs are open.
 * @returns {Promise<boolean>} False when something still waits.
 */
export const flush = () => navigator.locks.request('cairn-outbox', send);

async function send() {
  let most = mostAtOnce;
  for (;;) {
    const waiting = (await rows()).filter((row) => row.state === 'waits');
    if (waiting.length === 0) return true;
    const batch = waiting.filter((row) => row.person === waiting[0].person).slice(0, most);
    const answer = await post(batch).catch(() => null);
    if (answer?.ok) {
      /** @type {Map<string, Told>} */
      const told = new Map((await answer.json()).results.map((/** @type {Told} */ one) => [one.id, one]));
      if (!batch.every((row) => told.has(row.action.id))) return false;
      await putAll(batch.map((row) => answered(row, /** @type {Told} */ (told.get(row.action.id)))));
      most = mostAtOnce;
    } else if (answer && isAboutTheAction(answer.status)) {
      // One of them cannot be read: alone, so that it does not hold up the others.
      if (batch.length > 1) most = 1;
      else await putAll([{ ...batch[0], state: 'refused', why: await whyOf(answer) }]);
    } else {
      return false;
    }
    news.postMessage('sent');
  }
}

/** @param {number} status */
const isAboutTheAction = (status) => [400, 413, 415, 422].includes(status);

/** @param {Row[]} batch */
const post = (batch) =>
  fetch('/actions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Cairn-Person': batch[0].person },
    body: JSON.stringify(batch.map((row) => row.action)),
    signal: AbortSignal.timeout(longestAnswer),
  });

/**
 * @param {Row} row
 * @param {Told} told
 * @returns {Row}
 */
const answered = (row, { state, why }) => ({
  ...row,
  state: state === 'refused' ? 'refused' : 'saved',
  savedAt: Date.now(),
  why,
});

/**
 * @param {Response} answer
 * @returns {Promise<string>}
 */
const whyOf = (answer) =>
  answer
    .json()
    .then((told) => told.why)
    .catch(() => answer.statusText);
