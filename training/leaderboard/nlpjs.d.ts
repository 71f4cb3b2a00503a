/** The parts of nlp.js that the leaderboard calls; the packages bring no types. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
    register(name: string, value: unknown, isSingleton?: boolean): void;
  }
  export function containerBootstrap(): Container;
}
declare module '@nlpjs/lang-en' {
  export const LangEn: unknown;
}
declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
declare module '@nlpjs/nlp' {
  import type { Container } from '@nlpjs/core';

  export interface NlpAnswer {
    /** `None` when nothing reaches the threshold. */
    readonly intent: string;
    readonly score: number;
    /** Best first. */
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
    readonly sentiment: { readonly score: number; readonly average: number; readonly vote: string };
  }
  export class Nlp {
    constructor(settings: {
      readonly container: Container;
      readonly languages: readonly string[];
      readonly autoSave: boolean;
      readonly autoLoad: boolean;
      readonly nlu: { readonly log: boolean };
    });
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    process(language: string, text: string): Promise<NlpAnswer>;
  }
}
