import { LinkedText } from '../shared/linked-text.tsx';
import { offeredTopics } from '../shared/offered-topics.ts';
import { type Line, sourceNames } from '../shared/session/timeline.ts';
import type { Texts } from './texts.ts';

interface LineViewProps {
  readonly line: Pick<Line, 'role' | 'text' | 'action' | 'citations' | 'agentName'>;
  readonly texts: Texts;
  /** Says that a topic may be tapped: of the last line only, for what was offered before is answered. */
  readonly onPick?: (topic: string) => void;
  /** What stands below: how far the message has got. */
  readonly children?: preact.ComponentChildren;
}

/** One line of the conversation; text is shown as text, never as markup. */
export function LineView({ line, texts, onPick, children }: LineViewProps) {
  const { role, text, action = '', citations = [], agentName } = line;
  if (role === 'system') {
    return (
      <div class="line line-system">
        <p class="words">{text}</p>
      </div>
    );
  }
  const speaker = { customer: texts.you, bot: texts.bot, agent: agentName || texts.agent }[role];
  const label = texts.actions[action];
  const offered = action === 'clarify' && onPick ? offeredTopics(text) : undefined;
  return (
    <div class={`line line-${role}`}>
      <p class={role === 'customer' ? 'speaker only-read-aloud' : 'speaker'}>
        {speaker}
        {label ? <span class={`badge badge-${action}`}>{label}</span> : null}
      </p>
      <p class="words">
        <LinkedText text={offered && offered.topics.length > 0 ? offered.question : text} />
      </p>
      {offered?.topics.map((topic) => (
        <button type="button" class="example topic" key={topic} onClick={() => onPick?.(topic)}>
          {topic}
        </button>
      ))}
      {citations.length > 0 ? <p class="source">{`${texts.source}: ${sourceNames(citations)}`}</p> : null}
      {children}
    </div>
  );
}
