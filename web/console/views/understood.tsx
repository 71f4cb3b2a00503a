import { INTENT_NAMES } from '../texts/intent-names.ts';
import { fill, wordOf } from '../texts/texts.ts';
import type { Line } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

/** What the bot had understood when it said a line, and what it went by. */
export function Understood({ line }: { readonly line: Line }) {
  const texts = useTexts();
  const language = useLanguage();
  const { preferences } = usePage();
  const { intents = [], sentiment, action, citations = [] } = line;
  const nameOf = (intent: string) => wordOf(language === 'zh' ? INTENT_NAMES : {}, intent);
  return (
    <details class="understood" open={preferences.understood.value}>
      <summary>{texts.conversation.understood}</summary>
      <dl>
        <dt>{texts.conversation.intents}</dt>
        <dd>
          {intents.length === 0
            ? texts.conversation.unknownIntent
            : intents.map(({ name, confidence }) => (
                <span key={name} class="intent" title={name}>
                  {nameOf(name)} <span class="figure">{percent(confidence)}</span>
                </span>
              ))}
        </dd>
        {sentiment && (
          <>
            <dt>{texts.conversation.mood}</dt>
            <dd>
              {texts.moods[sentiment.label]}{' '}
              <span class="figure">{fill(texts.conversation.angerScore, { percent: percent(sentiment.score) })}</span>
            </dd>
          </>
        )}
        {action && (
          <>
            <dt>{texts.conversation.action}</dt>
            <dd>{texts.actions[action]}</dd>
          </>
        )}
        {citations.length > 0 && (
          <>
            <dt>{texts.conversation.sources}</dt>
            <dd>
              {citations.map(({ article, title, heading }) => (
                <span key={`${article} ${heading}`} class="citation" title={article}>
                  {heading && heading !== title ? `${title} › ${heading}` : title}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
