/**
 * A line of the conversation. One that was written or answered here has no `position` until the server's transcript has
 * brought it, too.
 * @typedef {object} Line
 * @property {'customer'|'bot'|'agent'|'system'} role
 * @property {string} text
 * @property {number} [position] its place in the conversation, which it is known by
 * @property {string} [messageId] of what a person wrote
 * @property {string} [answers] `messageId` of the message that this line came with the answer to
 * @property {string} [action] of the bot's lines, as are `citations`
 * @property {object[]} [citations]
 * @property {string} [code] of the system's lines: what happened
 * @property {HTMLElement} [node] what shows it
 */

/**
 * Adds the server's lines to those already shown, in the order of their positions; what the server does not have yet
 * stays last. A line that is there already, from an earlier reading or from here, stays the same object.
 * @param {Line[]} shown
 * @param {Line[]} transcript oldest first
 * @returns {Line[]}
 */
export function mergeLines(shown, transcript) {
  const byPosition = new Map(shown.filter(isStored).map((line) => [line.position, line]));
  const unplaced = shown.filter((line) => !isStored(line));
  let message;
  for (const line of transcript) {
    if (line.role === 'customer') message = line.messageId;
    if (byPosition.has(line.position)) continue;
    const index = unplaced.findIndex((own) => isSame(own, line, message));
    const [own] = index < 0 ? [] : unplaced.splice(index, 1);
    byPosition.set(line.position, own ? Object.assign(own, { position: line.position }) : line);
  }
  return [...byPosition.values()].sort((one, other) => one.position - other.position).concat(unplaced);
}

/**
 * Adds what a message was answered behind it, where the server has stored it, too, whatever was written meanwhile.
 * Message and answer are stored in one step: when the message has been read back, so has its answer, and nothing is new.
 * @param {Line[]} shown
 * @param {Line} message
 * @param {object} answer as the server sent it
 * @returns {Line[]}
 */
export function addAnswer(shown, message, { reply, action, citations, notice }) {
  if (isStored(message)) return shown;
  const answers = message.messageId;
  const lines = [];
  if (reply !== '') lines.push({ role: 'bot', text: reply, action, citations, answers });
  if (notice) lines.push({ role: 'system', ...notice, answers });
  const place = shown.indexOf(message) + 1;
  return [...shown.slice(0, place), ...lines, ...shown.slice(place)];
}

/** Whether the server's transcript has brought the line. */
export function isStored({ position }) {
  return position !== undefined;
}

/** What nobody wrote has no id: it is known by its role and by the message that it follows. */
function isSame(own, line, message) {
  if (line.messageId !== undefined) return own.messageId === line.messageId;
  return own.role === line.role && own.answers === message;
}
