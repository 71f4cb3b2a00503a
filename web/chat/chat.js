import { bubble, element, sendingNote, typingDots } from './bubbles.js';
import { newId, RefusedError, readConversation, sendMessage } from './desk-client.js';
import { TEXTS } from './texts.js';

const byId = (id) => document.getElementById(id);
const log = byId('log');
const composer = byId('composer');
const field = byId('text');
const POLL_MS = 4000;
/** Pixels of what was before that stay in sight above a new message. */
const LEAD = 24;

let language = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
let conversationId = localStorage.getItem('conversation') ?? newId();
let status = 'bot';
let underWay = 0;
/** Lines already shown, by message id, so that reading the conversation again adds only what is new. */
let shown = new Set();
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
  const text = texts().notices[status] ?? '';
  byId('notice').textContent = text;
  byId('notice').hidden = text === '';
}

function add(node) {
  log.append(node);
  if (dots.element) log.append(dots.element);
  showFromTop(node);
  return node;
}

/** A long answer is read from its beginning, with the end of what was before; a short one ends at the bottom anyway. */
function showFromTop(node) {
  log.scrollTop += node.getBoundingClientRect().top - log.getBoundingClientRect().top - LEAD;
}

function showTyping(change) {
  underWay += change;
  dots.element?.remove();
  dots.element = underWay > 0 && (status === 'bot' || status === 'resolved') ? typingDots(texts()) : undefined;
  if (dots.element) add(dots.element);
}

function write(text) {
  const message = { messageId: newId(), text, channel: 'web', locale: language === 'zh' ? 'zh-CN' : 'en' };
  shown.add(message.messageId);
  localStorage.setItem('conversation', conversationId);
  byId('examples').hidden = true;
  const line = add(bubble({ role: 'customer', text }, texts()));
  deliver(message, line);
}

async function deliver(message, line) {
  const conversation = conversationId;
  const note = (...parts) => {
    line.querySelector('.note')?.remove();
    if (parts.length > 0) line.append(sendingNote(...parts));
  };
  showTyping(1);
  note(texts().sending);
  try {
    const answer = await sendMessage(conversation, message, () => note(texts().retrying));
    note();
    if (conversation === conversationId) showAnswer(answer);
  } catch (error) {
    if (error instanceof RefusedError) note(`${texts().refused} ${error.message}`);
    else note(texts().failed, texts().retry, () => deliver(message, line));
  } finally {
    showTyping(-1);
  }
}

function showAnswer(answer) {
  if (answer.reply !== '') {
    add(bubble({ role: 'bot', text: answer.reply, action: answer.action, citations: answer.citations }, texts()));
  }
  showStatus(answer.conversation.status);
}

function greet() {
  const greeting = bubble({ role: 'bot', text: texts().greeting }, texts());
  log.replaceChildren(greeting);
  return greeting;
}

/** Shows what was said before, above whatever is written meanwhile. */
async function restore() {
  const greeting = greet();
  if (localStorage.getItem('conversation') !== conversationId) return;
  byId('examples').hidden = true;
  const conversation = await readConversation(conversationId);
  if (!conversation) return;
  const lines = conversation.transcript.filter((line) => !shown.has(line.messageId));
  for (const line of lines) if (line.messageId) shown.add(line.messageId);
  greeting.after(...lines.map((line) => bubble(line, texts())));
  showFromTop(log.lastElementChild);
  showStatus(conversation.status);
}

/** While a person is in charge, what the person writes comes by asking. */
async function readAgentLines() {
  if (status !== 'waiting' && status !== 'human') return;
  const asked = conversationId;
  const conversation = await readConversation(asked);
  if (!conversation || asked !== conversationId) return;
  for (const line of conversation.transcript) {
    if (line.role !== 'agent' || shown.has(line.messageId)) continue;
    shown.add(line.messageId);
    add(bubble(line, texts()));
  }
  showStatus(conversation.status);
}

function startAnew() {
  conversationId = newId();
  shown = new Set();
  greet();
  byId('examples').hidden = false;
  showStatus('bot');
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
  shown = new Set();
  restore();
});
// Back from a tunnel: what failed is sent again without being asked.
addEventListener('online', () => {
  for (const button of document.querySelectorAll('.retry')) button.click();
});

showTexts();
restore();
setInterval(readAgentLines, POLL_MS);
