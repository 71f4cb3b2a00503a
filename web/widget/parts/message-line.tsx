import type { Language } from '../../shared/language.ts';
import { LinkedText } from '../../shared/linked-text.tsx';
import { offeredTopics } from '../../shared/offered-topics.ts';
import { type Line, type Source, sourceNames } from '../../shared/session/timeline.ts';
import { clockTime } from '../../shared/tell-time.ts';
import type { Texts } from '../texts.ts';

interface MessageLineProps {
  readonly line: Pick<Line, 'role' | 'text' | 'at' | 'agentName' | 'action' | 'citations'>;
  readonly texts: Texts;
  readonly language: Language;
  /** Says that a topic may be tapped: of the last line only, for what was offered before is answered. */
  readonly onPick?: (topic: string) => void;
  /** What stands below: how far the message has got, or a rating. */
  readonly children?: preact.ComponentChildren;
}

/** One line of the conversation, with who said it, when, and from which source. */
export function MessageLine({ line, texts, language, onPick, children }: MessageLineProps) {
  const { role, text, at, action, citations = [] } = line;
  if (role === 'system') return <p class="system">{text}</p>;
  const offered = action === 'clarify' ? offeredTopics(text) : undefined;
  const showsTopics = offered && offered.topics.length > 0 && onPick;
  const speaker = { customer: texts.you, bot: texts.bot, agent: line.agentName ?? texts.agent }[role];
  return (
    <div class={`line ${role}`}>
      {role === 'customer' ? null : <Avatar who={role} name={speaker} />}
      <div class="said">
        <p class="speaker">
          <span class={role === 'customer' ? 'only-read' : ''}>{speaker}</span>{' '}
          <time dateTime={new Date(at).toISOString()}>{clockTime(at, language)}</time>
        </p>
        <p class="words">
          <LinkedText text={showsTopics ? offered.question : text} />
        </p>
        {showsTopics ? <Topics topics={offered.topics} onPick={onPick} /> : null}
        <Sources citations={citations} texts={texts} />
        {children}
      </div>
    </div>
  );
}

function Topics({ topics, onPick }: { readonly topics: readonly string[]; readonly onPick: (topic: string) => void }) {
  return (
    <div class="topics">
      {topics.map((topic) => (
        <button type="button" key={topic} onClick={() => onPick(topic)}>
          {topic}
        </button>
      ))}
    </div>
  );
}

function Sources({ citations, texts }: { readonly citations: readonly Source[]; readonly texts: Texts }) {
  if (citations.length === 0) return null;
  return <p class="source">{`${texts.source}: ${sourceNames(citations)}`}</p>;
}

/** The speaker at a glance; the name stands beside it. */
export function Avatar({ who, name }: { readonly who: 'bot' | 'agent'; readonly name: string }) {
  return (
    <span class={`avatar ${who}`} aria-hidden="true">
      {[...name][0].toUpperCase()}
    </span>
  );
}
