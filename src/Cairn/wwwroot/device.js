// Leaves nothing of a person on this device.
// @ts-check

/** Empties what is kept here: pages, files, what waits to be sent, and the worker that keeps them. */
export async function clearDevice() {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('cairn');
    asked.onsuccess = resolve;
    asked.onerror = () => reject(asked.error);
  });
  localStorage.clear();
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}
