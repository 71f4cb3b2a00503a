import type { ServiceFeedback } from '../../shared/session/service-feedback.ts';
import type { Texts } from '../texts.ts';
import { ContactForm } from './contact-form.tsx';
import type { Draft } from './draft.ts';
import { SatisfactionForm } from './satisfaction-form.tsx';
import type { ExtraControls } from './use-extra.ts';

interface ExtraCardsProps {
  readonly controls: ExtraControls;
  readonly feedback: ServiceFeedback;
  readonly draft: Draft;
  readonly customerName?: string;
  readonly texts: Texts;
}

/** The forms behind the last line: how to be reached, and how it was. */
export function ExtraCards({ controls, feedback, draft, customerName, texts }: ExtraCardsProps) {
  const { extra, show, skipRating, closeContact, startAnew } = controls;
  return (
    <>
      {extra === 'contact' ? (
        <ContactForm
          texts={texts}
          draft={draft.contact ?? { name: customerName }}
          onDraft={(contact) => {
            draft.contact = contact;
          }}
          onLeave={(contact) => feedback.leaveContact(contact).then(closeContact)}
          onCancel={closeContact}
        />
      ) : null}
      {extra === 'rating' || extra === 'last rating' ? (
        <SatisfactionForm
          texts={texts}
          onRate={(rating) => feedback.rate(rating).then(() => show('thanks'))}
          onSkip={skipRating}
        />
      ) : null}
      <div role="status">
        {extra === 'thanks' ? (
          <p class="card thanks">
            {texts.rateThanks}
            <button type="button" class="link" onClick={startAnew}>
              {texts.newChat}
            </button>
          </p>
        ) : null}
      </div>
    </>
  );
}
