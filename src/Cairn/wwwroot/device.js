// Leaves nothing of a person on this device.
// @ts-check
import { clear } from './outbox.js';

/** Empties what is kept here: what waits to be sent, pages, files, and the worker that keeps them. */
export async function clearDevice() {
  await clear();
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  localStorage.clear();
}
