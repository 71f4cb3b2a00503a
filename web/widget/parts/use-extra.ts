import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChatSession } from '../../shared/session/chat-session.ts';
import { isRatingDue, type SessionView } from '../../shared/session/session-view.ts';
import type { Draft } from './draft.ts';

/** What stands behind the last line, beside the lines themselves. */
export type Extra = 'questions' | 'contact' | 'rating' | 'last rating' | 'thanks' | undefined;

/** What is shown behind the last line, and what brings or ends it. */
export interface ExtraControls {
  readonly extra: Extra;
  /** Shows something, and leaves the focus where it is. */
  readonly setExtra: (next: Extra) => void;
  /** Shows something, and takes the focus to where the customer writes. */
  readonly show: (next: Extra) => void;
  /** Ends the conversation: at once where it was rated already, otherwise after asking for a rating. */
  readonly end: () => void;
  readonly startAnew: () => void;
  readonly skipRating: () => void;
  readonly closeContact: () => void;
}

interface ExtraDeps {
  readonly session: ChatSession;
  readonly view: SessionView;
  readonly draft: Draft;
  /** Where the customer writes. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Chooses what stands behind the last line; begins with the form that was half filled in when the window was closed. */
export function useExtra({ session, view, draft, field }: ExtraDeps): ExtraControls {
  const [extra, setExtra] = useState<Extra>(draft.contact && 'contact');
  // What was settled by a person is rated once; a later question to the bot takes the form away again.
  const isDue = isRatingDue(view);
  useEffect(() => {
    if (isDue) setExtra('rating');
    else if (view.status === 'waiting') setExtra((shown) => (shown === 'contact' ? shown : undefined));
    // Somebody is there after all; what is half written stays for the next time that nobody is.
    else if (extra === 'contact') show(undefined);
  }, [isDue, view.status]);

  /** What is taken away takes the focus along, which then belongs where the customer writes. */
  const show = (next: Extra) => {
    setExtra(next);
    field.current?.focus();
  };
  const startAnew = () => {
    show(undefined);
    session.startAnew();
  };
  const end = () => {
    if (view.kept.ratedAt !== undefined) return startAnew();
    setExtra('last rating');
  };
  const skipRating = () => {
    if (extra === 'last rating') return startAnew();
    session.feedback.skipRating();
    show(undefined);
  };
  const closeContact = () => {
    draft.contact = undefined;
    show(undefined);
  };
  return { extra, setExtra, show, end, startAnew, skipRating, closeContact };
}
