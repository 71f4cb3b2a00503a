import { formatMoment, formatTime } from '../state/format-time.ts';
import type { Line } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';
import { Understood } from './understood.tsx';

/** One line: who said what and when; below the bot's lines what it had understood. */
export function TranscriptLine({
  line,
  isNewSpeaker,
  customerName,
}: {
  readonly line: Line;
  readonly isNewSpeaker: boolean;
  readonly customerName?: string;
}) {
  const texts = useTexts();
  const language = useLanguage();
  const { me } = usePage();
  const time = (
    <time dateTime={new Date(line.at).toISOString()} title={formatMoment(line.at, language)}>
      {formatTime(line.at, language)}
    </time>
  );
  if (line.role === 'system') {
    return (
      <p class="line-system">
        {line.text} {time}
      </p>
    );
  }
  const speakers = {
    customer: customerName ?? texts.conversation.guest,
    bot: texts.roles.bot,
    agent: line.agentId === me.id ? texts.conversation.you : (line.agentName ?? line.agentId ?? texts.roles.agent),
  };
  const hasUnderstood = line.intents !== undefined || (line.citations?.length ?? 0) > 0;
  return (
    <div class={`line line-${line.note ? 'note' : line.role} ${isNewSpeaker ? 'new-speaker' : ''}`}>
      <p class={isNewSpeaker || line.note ? 'speaker' : 'only-read-aloud'}>
        <span>{speakers[line.role]}</span>
        {line.note && (
          <span class="note-mark">
            {texts.conversation.note} · {texts.conversation.noteHint}
          </span>
        )}
        {line.action && line.action !== 'smalltalk' && (
          <span class={`chip action-${line.action}`}>{texts.actions[line.action]}</span>
        )}
        {time}
      </p>
      <p class="words">{line.text}</p>
      {hasUnderstood && <Understood line={line} />}
    </div>
  );
}
