import type { TurnDeps } from '../conversation/turn-deps.ts';
import type { Language } from '../domain/understanding.ts';
import { NEEDS } from '../domain/understanding.ts';
import { believedFrom, type Need } from '../escalation/needs.ts';
import { readClaims } from '../escalation/read-claims.ts';
import type { TurnScore } from '../evals/score.ts';
import type { NeedEvidence } from '../evals/turn-evidence.ts';
import { segment } from '../text/segment.ts';

const WORDS_THAT_SPEAK = 3;
/** Longer messages are not taken apart word by word. */
const MOST_WORDS = 40;
/** A word that moves a need's probability by less says nothing. */
const LEAST_EFFECT = 0.05;

/** How far each need was read from the message, and which of its words speak for those that were at stake. */
export async function needEvidence({ played, expect, got }: TurnScore, deps: TurnDeps): Promise<NeedEvidence[]> {
  const raw = played?.input.texts.join('\n') ?? '';
  const { language } = got;
  const { needs } = await deps.readMessage(raw, language);
  const asked: readonly (string | undefined)[] = [got.handoff?.reason, ...(expect.reason ?? [])];
  const evidence: NeedEvidence[] = [];
  for (const need of NEEDS) {
    const words = asked.includes(need) ? await wordsThatSpeak(raw, language, need, needs[need], deps) : [];
    evidence.push({ need, probability: needs[need], believedFrom: believedFrom(need), words });
  }
  return evidence;
}

/** Leaves out one word after the other and reads what is left. */
async function wordsThatSpeak(
  raw: string,
  language: Language,
  need: Need,
  probability: number,
  deps: TurnDeps,
): Promise<NeedEvidence['words']> {
  const words = [...new Set(language === 'zh' ? segment(raw) : raw.split(/[^\p{L}\p{N}']+/u).filter(Boolean))];
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  const effects: { word: string; without: number }[] = [];
  for (const word of words) {
    const rest = raw.replace(word, ' ').replace(/\s+/g, ' ').trim();
    effects.push({ word, without: (await deps.readMessage(rest, language)).needs[need] });
  }
  return effects
    .filter(({ without }) => probability - without >= LEAST_EFFECT)
    .sort((a, b) => a.without - b.without)
    .slice(0, WORDS_THAT_SPEAK);
}

/** Signals of the mood and claims that phrases made. */
export function signalsOf({ texts, got }: TurnScore, language: Language): string[] {
  const claims = Object.entries(readClaims(texts.join('\n'), language)).filter(([, holds]) => holds);
  return [...got.sentiment.signals, ...claims.map(([name]) => `says:${name}`)];
}
