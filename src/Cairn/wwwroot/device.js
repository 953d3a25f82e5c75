// Leaves nothing of a person on this device.
// @ts-check
import { clear } from './outbox.js';

/** Empties what is kept here: what waits to be sent, pages, files, and the worker that keeps them. */
export async function clearDevice() {
  await clear();
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => keepNothingMore(worker.active)));
  await Promise.all(workers.map((worker) => worker.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  localStorage.clear();
}

/**
 * A page on its way would be kept after everything was deleted: the worker is asked first, and not for long.
 * @param {ServiceWorker | null} worker
 */
function keepNothingMore(worker) {
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    setTimeout(resolve, 1000);
    worker.postMessage({ leaves: true }, [port2]);
  });
}
