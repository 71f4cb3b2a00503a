import { bubble, element, sendingNote, typingDots } from './bubbles.js';
import { newId, RefusedError, readConversation, sendMessage } from './desk-client.js';
import { TEXTS } from './texts.js';
import { addAnswer, isStored, mergeLines } from './timeline.js';

const byId = (id) => document.getElementById(id);
const log = byId('log');
const composer = byId('composer');
const field = byId('text');
/** Between two readings of the conversation: while a person is called or there, and while nobody is expected. */
const POLL_MS = 4000;
const QUIET_POLL_MS = 5000;
/** What the desk says while the customer waits; it knows better than the page when somebody comes. */
const SAYS_HOW_LONG = new Set([
  'called',
  'closed',
  'nobody_online',
  'waiting',
  'released',
  'transferred',
  'contact_kept',
]);
/** Pixels of what was before that stay in sight above a new message. */
const LEAD = 24;

let language = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
let conversationId = localStorage.getItem('conversation') ?? newId();
/** Whether the server has the conversation, as far as is known. */
let isBegun = localStorage.getItem('conversation') === conversationId;
let status = 'bot';
let underWay = 0;
/** How many answers came: a reading that one of them overtook does not know the status. */
let answered = 0;
/** @type {import('./timeline.js').Line[]} */
let lines = [];
const dots = { element: undefined };
const texts = () => TEXTS[language];

function showTexts() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = texts().title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = texts()[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.ariaLabel = texts()[node.dataset.label];
  field.placeholder = texts().placeholder;
  const other = byId('switch-language');
  other.textContent = language === 'zh' ? 'English' : '中文';
  other.lang = language === 'zh' ? 'en' : 'zh-CN';
  byId('demo').href = language === 'zh' ? '/demo/' : '/demo/en.html';
  byId('examples').replaceChildren(...texts().questions.map(exampleButton));
  showStatus(status);
}

function exampleButton(question) {
  const button = element('button', 'example', question);
  button.type = 'button';
  button.addEventListener('click', () => write(question));
  return button;
}

function showStatus(next) {
  status = next;
  const told = lines.findLast(({ role }) => role === 'system');
  const isTold = status === 'waiting' && SAYS_HOW_LONG.has(told?.code);
  const text = isTold ? '' : (texts().notices[status] ?? '');
  byId('notice').textContent = text;
  byId('notice').hidden = text === '';
}

/** Shows every line in its place, behind the greeting, and scrolls to the first that was not there before. */
function showLines() {
  const fresh = lines.find(({ node }) => !node);
  let before = log.firstElementChild;
  for (const line of lines) {
    line.node ??= bubble(line, texts());
    // What the server has did arrive, even when no answer came back.
    if (isStored(line)) line.node.querySelector('.note')?.remove();
    // A line that stands right is left alone: what is moved may be read aloud again.
    if (before.nextElementSibling !== line.node) before.after(line.node);
    before = line.node;
  }
  if (fresh) showFromTop(fresh.node);
}

/** A long answer is read from its beginning, with the end of what was before; a short one ends at the bottom anyway. */
function showFromTop(node) {
  log.scrollTop += node.getBoundingClientRect().top - log.getBoundingClientRect().top - LEAD;
}

function showTyping(change) {
  underWay += change;
  dots.element?.remove();
  dots.element = underWay > 0 && (status === 'bot' || status === 'resolved') ? typingDots(texts()) : undefined;
  if (!dots.element) return;
  log.append(dots.element);
  showFromTop(dots.element);
}

function write(text) {
  const message = { messageId: newId(), text, channel: 'web', locale: language === 'zh' ? 'zh-CN' : 'en' };
  const line = { role: 'customer', text, messageId: message.messageId };
  localStorage.setItem('conversation', conversationId);
  byId('examples').hidden = true;
  lines.push(line);
  showLines();
  deliver(message, line);
}

async function deliver(message, line) {
  const conversation = conversationId;
  const note = (...parts) => {
    line.node.querySelector('.note')?.remove();
    if (parts.length > 0 && !isStored(line)) line.node.append(sendingNote(...parts));
  };
  showTyping(1);
  note(texts().sending);
  try {
    const answer = await sendMessage(conversation, message, () => note(texts().retrying));
    note();
    if (conversation === conversationId) showAnswer(line, answer);
  } catch (error) {
    if (error instanceof RefusedError) note(`${texts().refused} ${error.message}`);
    else note(texts().failed, texts().retry, () => deliver(message, line));
  } finally {
    showTyping(-1);
  }
}

function showAnswer(message, answer) {
  isBegun = true;
  answered++;
  // The answer tells how it stood right after the message; whoever has read that knows it, or better.
  if (isStored(message)) return;
  lines = addAnswer(lines, message, answer);
  showLines();
  showStatus(answer.conversation.status);
}

function greet() {
  log.replaceChildren(bubble({ role: 'bot', text: texts().greeting }, texts()));
}

/** Shows what was said before, above whatever is written meanwhile. */
async function restore() {
  greet();
  if (!isBegun) return;
  byId('examples').hidden = true;
  await readAgain();
  showFromTop(log.lastElementChild);
}

/** Adds what was said meanwhile, by whomever and wherever. A reading that fails is made up for by the next. */
async function readAgain() {
  const [asked, answeredBefore] = [conversationId, answered];
  const conversation = await readConversation(asked);
  if (conversation === null || asked !== conversationId) return;
  if (conversation) {
    lines = mergeLines(lines, conversation.transcript);
    showLines();
  }
  if (answeredBefore !== answered) return;
  if (conversation) showStatus(conversation.status);
  else forget();
}

/** Whoever is in charge, a person may come in at any moment. */
async function follow() {
  try {
    if (isBegun) await readAgain();
  } finally {
    setTimeout(follow, status === 'waiting' || status === 'human' ? POLL_MS : QUIET_POLL_MS);
  }
}

/** The server has lost or deleted the conversation: positions begin anew with the next message. */
function forget() {
  isBegun = false;
  lines = lines.filter((line) => !isStored(line));
  greet();
  showLines();
  byId('examples').hidden = lines.length > 0;
  showStatus('bot');
}

function startAnew() {
  conversationId = newId();
  lines = [];
  forget();
  field.focus();
}

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (text === '') return;
  field.value = '';
  field.style.height = '';
  write(text);
});
field.addEventListener('keydown', (event) => {
  // Enter that picks a word in an input method must not send; Safari reports that one only by its key code.
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key !== 'Enter' || event.shiftKey || composing) return;
  event.preventDefault();
  composer.requestSubmit();
});
field.addEventListener('input', () => {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
});
byId('new-conversation').addEventListener('click', startAnew);
byId('switch-language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
  showTexts();
  if (underWay > 0) return;
  lines = [];
  restore();
});
// Back from a tunnel: what failed is sent again without being asked.
addEventListener('online', () => {
  for (const button of document.querySelectorAll('.retry')) button.click();
});

showTexts();
restore();
setTimeout(follow, POLL_MS);
