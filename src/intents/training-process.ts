import { writeFileWhole } from '../system/write-file-whole.ts';
import { serializeIntentModel } from './intent-model-file.ts';
import { trainWithVectors, type VectorTraining } from './train-with-vectors.ts';

/** What the process that trains is sent. */
export interface TrainingTask {
  readonly training: VectorTraining;
  /** Where the model is written, whole or not at all. */
  readonly file: string;
}

/** Trains one model, writes it, and ends. */
async function train({ training, file }: TrainingTask): Promise<void> {
  await writeFileWhole(file, serializeIntentModel(await trainWithVectors(training)));
  process.off('disconnect', leave);
  process.disconnect();
}

// Without the server that asked for it, nobody waits for the model.
const leave = () => process.exit(1);
process.once('disconnect', leave);
// Ctrl-C reaches both processes; the server decides.
process.on('SIGINT', () => {});
process.once('message', (task: TrainingTask) => {
  train(task).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
