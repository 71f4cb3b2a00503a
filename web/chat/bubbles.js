/** An element with a class and children; strings become text, never markup. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

/**
 * One line of the conversation.
 * @param {{role: 'customer'|'bot'|'agent'|'system', text: string, action?: string, citations?: object[], agentName?: string}} line
 * @param {object} texts of the page's language
 */
export function bubble(line, texts) {
  const { role, text, action = '', citations = [], agentName } = line;
  if (role === 'system') return element('div', 'line line-system', element('p', 'words', text));
  const speaker = { customer: texts.you, bot: texts.bot, agent: agentName || texts.agent }[role];
  const label = texts.actions[action];
  const head = element('p', 'speaker', speaker, label ? element('span', `badge badge-${action}`, label) : '');
  if (role === 'customer') head.classList.add('only-read-aloud');
  const body = element('p', 'words', text);
  return element('div', `line line-${role}`, head, body, sources(citations, texts));
}

/** Three dots while an answer is under way. */
export function typingDots(texts) {
  const dots = element('div', 'line line-bot typing', element('span', ''), element('span', ''), element('span', ''));
  dots.setAttribute('role', 'img');
  dots.setAttribute('aria-label', texts.typing);
  return dots;
}

/** What stands below a message that is not there yet: a note, and a button when `onRetry` is given. */
export function sendingNote(text, retryLabel, onRetry) {
  const note = element('p', 'note', text);
  if (!onRetry) return note;
  const button = element('button', 'retry', retryLabel);
  button.type = 'button';
  button.addEventListener('click', onRetry, { once: true });
  note.append(' ', button);
  return note;
}

function sources(citations, texts) {
  if (citations.length === 0) return undefined;
  const names = citations.map(({ title, heading }) => (heading && heading !== title ? `${title} › ${heading}` : title));
  return element('p', 'source', `${texts.source}: ${[...new Set(names)].join('; ')}`);
}
