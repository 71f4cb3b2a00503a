import type { HandoffDraft } from '../../domain/decision.ts';
import { withoutAttachmentMarks } from '../../text/attachment-marks.ts';
import { detectLanguage } from '../../text/detect-language.ts';

const WORDS = {
  zh: { title: '转人工', wants: '客户想要', orders: '订单号', mood: '情绪', tried: '机器人已尝试', line: '：' },
  en: { title: 'Handed over', wants: 'Wants', orders: 'Orders', mood: 'Mood', tried: 'Tried by the bot', line: ': ' },
} as const;

/** What the agent should know before the first word, as a private note in the customer's language. */
export function briefNote({ reason, priority, team, brief }: HandoffDraft): string {
  const said = [brief.wants, ...brief.transcript.map(({ text }) => text)].map(withoutAttachmentMarks);
  const words = WORDS[detectLanguage(said[0] || said.join('\n')) ?? 'zh'];
  const row = (label: string, value: string) => (value === '' ? [] : [`**${label}**${words.line}${value}`]);
  return [
    `**${words.title}**${words.line}${reason} · ${priority} · ${team}`,
    ...row(words.wants, brief.wants),
    ...row(words.orders, brief.orderNumbers.join(', ')),
    ...row(words.mood, brief.mood),
    ...row(words.tried, brief.tried.map((entry) => `\n- ${entry}`).join('')),
  ].join('\n');
}
