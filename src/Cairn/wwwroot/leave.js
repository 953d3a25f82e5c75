// Somebody has deleted everything: nothing of them stays on this device either.
// @ts-check
import { clearDevice } from './device.js';

await clearDevice();
