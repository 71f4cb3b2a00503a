import { useId, useRef, useState } from 'preact/hooks';
import type { WidgetInfo } from '../../shared/session/desk-client.ts';
import type { Texts } from '../texts.ts';
import { NextIcon } from './icons.tsx';

interface QuickQuestionsProps {
  readonly categories: WidgetInfo['categories'];
  readonly texts: Texts;
  readonly onAsk: (question: string) => void;
}

/** Questions by category: one category at a time, a tap sends. */
export function QuickQuestions({ categories, texts, onAsk }: QuickQuestionsProps) {
  const [chosen, setChosen] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const id = useId();
  if (categories.length === 0) return null;
  const at = Math.min(chosen, categories.length - 1);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + categories.length) % categories.length;
    setChosen(next);
    tabs.current?.querySelectorAll('button')[next].focus();
  };
  return (
    <section class="questions" aria-label={texts.questions}>
      <h2>{texts.questions}</h2>
      <div class="tabs" role="tablist" aria-label={texts.questions} ref={tabs} onKeyDown={move}>
        {categories.map(({ name }, index) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`${id}-tab-${index}`}
            aria-selected={index === at}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${at}`}>
        <ul>
          {categories[at].questions.map((question) => (
            <li key={question}>
              <button type="button" onClick={() => onAsk(question)}>
                <span>{question}</span>
                <NextIcon />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
