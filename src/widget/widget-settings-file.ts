import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWidgetSettings, WIDGET_FILE, type WidgetSettings } from './widget-settings.ts';

/** Follows `widget.yaml` of a knowledge folder: an edit counts from the next request on. */
export class WidgetSettingsFile {
  readonly #path: string;
  readonly #onProblem: (problem: string) => void;
  #changedAt: number | undefined;
  #settings: WidgetSettings = {};

  /** @param onProblem told once for each thing that is wrong with an edit; the last good settings go on serving */
  constructor(knowledgeFolder: string, onProblem: (problem: string) => void) {
    this.#path = join(knowledgeFolder, WIDGET_FILE);
    this.#onProblem = onProblem;
  }

  /** The settings as they are now; empty when there is no file. */
  async current(): Promise<WidgetSettings> {
    const changedAt = (await stat(this.#path).catch(absent))?.mtimeMs;
    if (changedAt === this.#changedAt) return this.#settings;
    const source = await readFile(this.#path, 'utf8').catch(absent);
    const { settings, problems } = parseWidgetSettings(WIDGET_FILE, source ?? '');
    // Set after reading: a request that comes meanwhile reads the file itself instead of getting what was before.
    this.#changedAt = changedAt;
    for (const problem of problems) this.#onProblem(problem);
    if (settings) this.#settings = settings;
    return this.#settings;
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
