import type { Contact, DeskClient, Rating } from './desk-client.ts';
import type { SharedConversation } from './shared-conversation.ts';

/**
 * What a customer says of the service, and how to be reached: told to the server, and kept, so that nothing is asked for
 * twice. What arrives only after another conversation was begun is not kept of that one.
 */
export class ServiceFeedback {
  readonly #client: Pick<DeskClient, 'rate' | 'leaveContact'>;
  readonly #conversation: SharedConversation;
  readonly #lastPosition: () => number;

  /** @param lastPosition of the lines that are shown */
  constructor(
    client: Pick<DeskClient, 'rate' | 'leaveContact'>,
    conversation: SharedConversation,
    lastPosition: () => number,
  ) {
    this.#client = client;
    this.#conversation = conversation;
    this.#lastPosition = lastPosition;
  }

  /** @throws DeliveryError when it did not arrive. */
  async rate(rating: Rating): Promise<void> {
    const { id } = this.#conversation.current;
    await this.#client.rate(id, rating);
    const { id: now, answerRatings } = this.#conversation.current;
    if (id !== now) return;
    if (rating.answer === undefined) return this.#conversation.keep({ ratedAt: this.#lastPosition() });
    this.#conversation.keep({ answerRatings: { ...answerRatings, [rating.answer]: rating.score } });
  }

  /** The customer does not want to rate what has been settled so far. */
  skipRating(): void {
    this.#conversation.keep({ skippedAt: this.#lastPosition() });
  }

  /** @throws DeliveryError when it did not arrive. */
  async leaveContact(contact: Contact): Promise<void> {
    const { id } = this.#conversation.current;
    await this.#client.leaveContact(id, contact);
    if (id === this.#conversation.current.id) this.#conversation.keep({ isContactLeft: true });
  }
}
