/** A conversation in Chatwoot. */
export interface ChatwootPlace {
  readonly accountId: string;
  /** The number that agents see. */
  readonly conversationId: string;
}

/** What the agent bot of a Chatwoot account may do. Failures are RemoteErrors. */
export interface ChatwootApi {
  /**
   * Says something to the customer, or to the agents alone when `isNote`.
   * @param lineId names the line; Chatwoot gives it back when it reports the message
   */
  say(
    place: ChatwootPlace,
    text: string,
    options: { readonly isNote: boolean; readonly lineId: string },
  ): Promise<void>;
  /**
   * Puts the conversation into the agents' list.
   * @returns the second in which that was, epoch milliseconds by Chatwoot's clock; undefined when it does not tell
   */
  open(place: ChatwootPlace): Promise<number | undefined>;
}
