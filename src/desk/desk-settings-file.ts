import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskSettings } from './desk-settings.ts';
import { DESK_FILE, readDeskSettings } from './read-desk-settings.ts';

/** How often an edit is looked for, in milliseconds. */
const LOOK_MS = 2000;

/** Follows `desk.yaml` of a knowledge folder. */
export class DeskSettingsFile {
  readonly #folder: string;
  readonly #timeZone: string | undefined;
  #settings: DeskSettings;
  #changedAt: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(folder: string, timeZone: string | undefined, settings: DeskSettings, changedAt?: number) {
    this.#folder = folder;
    this.#timeZone = timeZone;
    this.#settings = settings;
    this.#changedAt = changedAt;
  }

  /**
   * @param timeZone of the shop; used where the file names none
   * @throws InvalidInputError naming file and line.
   */
  static async open(folder: string, timeZone?: string): Promise<DeskSettingsFile> {
    const changedAt = await timeOfChange(folder);
    return new DeskSettingsFile(folder, timeZone, await readDeskSettings(folder, timeZone), changedAt);
  }

  /** The settings in force. */
  get current(): DeskSettings {
    return this.#settings;
  }

  /** Follows edits. @param onProblem told once of an edit that is wrong; the last good settings stay in force */
  watch(onProblem: (problem: string) => void): void {
    this.#timer = setInterval(() => {
      this.look().catch((error: unknown) => onProblem(String((error as Error).message ?? error)));
    }, LOOK_MS).unref();
  }

  /** Reads the file again when it has changed. @throws InvalidInputError naming file and line. */
  async look(): Promise<void> {
    const changedAt = await timeOfChange(this.#folder);
    if (changedAt === this.#changedAt) return;
    this.#changedAt = changedAt;
    this.#settings = await readDeskSettings(this.#folder, this.#timeZone);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

async function timeOfChange(folder: string): Promise<number | undefined> {
  const found = await stat(join(folder, DESK_FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found?.mtimeMs;
}
