import { parentPort, workerData } from 'node:worker_threads';
import { serializeIntentModel } from './intent-model-file.ts';
import { trainWithVectors, type VectorTraining } from './train-with-vectors.ts';

/** Trains one model off the event loop; posts the serialised model and ends. */
const model = await trainWithVectors(workerData as VectorTraining);
const bytes = serializeIntentModel(model);
parentPort?.postMessage(bytes);
