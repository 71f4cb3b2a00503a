import { useEffect, useState } from 'preact/hooks';
import type { Texts } from '../texts.ts';
import { Avatar } from './message-line.tsx';

/** Answers that come at once need no words, in milliseconds. */
const WORDS_AFTER = 300;

/** Three dots while somebody is at work; for the bot, after a moment, what it is doing. */
export function TypingLine(props: { readonly who: 'bot' | 'agent'; readonly name: string; readonly texts: Texts }) {
  const { who, name, texts } = props;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), WORDS_AFTER);
    return () => clearTimeout(timer);
  }, []);
  const words = who === 'agent' ? texts.agentTyping(name) : isLong ? texts.lookingUp : undefined;
  return (
    <div class={`line ${who} typing`}>
      <Avatar who={who} name={name} />
      <p class="words">
        {words ? <span>{words}</span> : <span class="only-read">{texts.thinking}</span>}
        <i class="dot" />
        <i class="dot" />
        <i class="dot" />
      </p>
    </div>
  );
}
