import { parentPort, workerData } from 'node:worker_threads';
import { serializeIntentModel } from './intent-model-file.ts';
import { trainWithVectors, type VectorTraining } from './train-with-vectors.ts';

/** Trains one model off the event loop; hands the serialised model over and ends. */
const model = await trainWithVectors(workerData as VectorTraining);
// A buffer of its own: what is handed over is gone here.
const bytes = new Uint8Array(serializeIntentModel(model));
parentPort?.postMessage(bytes, [bytes.buffer]);
