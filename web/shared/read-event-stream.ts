/** One event of a `text/event-stream`. A comment (heartbeat) has neither id nor data. */
export interface ServerSentEvent {
  /** `message` when the server named none. */
  readonly event: string;
  readonly data: string;
  /** The last `id:` seen up to now, as the standard says; undefined before the first. */
  readonly id?: string;
}

/** Reads one stream. */
export interface EventStreamReader {
  /** Takes the next piece of text and gives the events it completed. */
  readonly read: (piece: string) => ServerSentEvent[];
  /** Behind which event to resume; a block may carry an id and no event. Undefined before the first. */
  readonly lastId: () => string | undefined;
}

/**
 * Reads a `text/event-stream` piece by piece, however the network cut it.
 * Source: HTML standard, 9.2.6 "Interpreting an event stream".
 */
export function eventStreamReader(): EventStreamReader {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let id: string | undefined;
  let lastId: string | undefined;
  const take = (line: string): ServerSentEvent | undefined => {
    if (line === '') {
      lastId = id;
      const complete = data.length > 0 ? { event: event || 'message', data: data.join('\n'), id } : undefined;
      event = '';
      data = [];
      return complete;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
    return undefined;
  };
  const read = (piece: string) => {
    // A carriage return at the very end may be half of a line break: it waits for what follows.
    const text = rest + piece;
    const held = text.endsWith('\r') ? 1 : 0;
    const lines = text.slice(0, text.length - held).split(/\r\n|\n|\r/);
    rest = `${lines.pop() ?? ''}${'\r'.repeat(held)}`;
    return lines.map(take).filter((complete) => complete !== undefined);
  };
  return { read, lastId: () => lastId };
}
