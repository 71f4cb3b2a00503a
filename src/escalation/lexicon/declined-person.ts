import type { Language } from '../../domain/understanding.ts';
import { NEVER_MIND, NO_NEED_ZH, PERSON } from '../../text/taking-back.ts';

/*
 * Words that turn down a person or take back the request for one: 不用转人工了, never mind, no need for a human. Taken out before
 * requests are looked for, so that 不用找客服了，给我转人工 still makes one. Run over text in normal form.
 */

/** Turns something down; neither the end of a question (要不要转人工) nor of another word (特别). */
const ZH_NO = '(?:(?<!要)不要|(?<!用)不用|(?<!需)不需要|(?<!必)不必|不想|无需|没必要|(?<!特)别|取消)';
const ZH_PERSON = `${PERSON.zh}(?!智能|费|来)`;
/** What may stand between 转人工 and 不用了; 机器人不用了 takes nothing back. */
const ZH_SECOND_THOUGHT =
  '(?:客服|服务|一下|吧|了|啊|哦|噢|嗯|额|呃|等等|等[一]?下|我?想想|还是|那|哎|唉|谢谢|[\\s,.。!…~])*';
/** 转人工算了 asks for a person after all; 转人工 算了 and 转人工还是算了 do not. 不用你 turns down the bot. */
const ZH_TAKEN_BACK = `(?:${NO_NEED_ZH}了|(?:[\\s,.。!…~]|还是|就)算了(?!${ZH_PERSON})|当我没说)(?!你)`;

/** A demand may follow without a comma: I don't want a bot I want an agent. */
const EN_STRAIGHT_ON =
  '(?:(?!\\b(?:ro)?bots?\\b|\\bmachine\\b|\\bcomputer\\b|\\bai\\b|\\bi\\b|\\byou\\b|\\bbut\\b|\\bwait|\\bask|\\banother\\b|\\bdifferent\\b|\\bhesitat|\\bonly\\b|\\bjust\\b|\\bmore\\b|\\bexcuses\\b|\\bget me\\b|\\brepl|\\bwhy\\b|\\bno\\b|\\bcall\\b|\\bthis\\b)[^.,!?;])';
/** One expression a language. */
export const DECLINED_PERSON: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `(?<!为什么|为啥|干嘛|凭什么|是不是|怎么)${ZH_NO}(?:再|先|去|您|麻烦)*(?:帮我|给我|替我)?(?:再|去)?(?:(?:转|找|叫|接|呼叫|联系)(?:接|到|个)?(?:${ZH_PERSON}|客服(?!推|敷衍|糊弄|来))|${ZH_PERSON})(?!(?:客服|服务)?[了啦吧]?(?:都|也)?没人)(?:了|啦|吧)?`,
      `(?:(?:我|想|要|需要|帮|给|请|麻烦|能|可以|能不能)*(?:转|找|叫|接|联系)(?:接|到|个|一下)?)?(?:人工|真人|客服)${ZH_SECOND_THOUGHT}${ZH_TAKEN_BACK}`,
    ].join('|'),
    'gu',
  ),
  en: new RegExp(
    [
      `\\bno need (?:for|to)\\b${EN_STRAIGHT_ON}{0,40}?${PERSON.en}`,
      `(?<!\\bwhy )\\b(?:do not|don'?t|won'?t|no longer) (?:really |actually |even |want to |need to |have to )*(?:need|want|talk|speak|transfer|connect|put|pass|forward|escalate|(?:get|call|send|bring)(?= (?:me )?(?:an? |the )?${PERSON.en}))\\b${EN_STRAIGHT_ON}{0,30}?${PERSON.en}`,
      `\\b(?:never ?mind|nvm|forget|cancel|stop) (?:about )?(?:the |my |that )?(?:request for |transfer to |call to )?(?:the |an? )?${PERSON.en}`,
      `[^.!?;,]{0,40}${PERSON.en}[\\s,.!…-]{0,4}(?:oh |actually |wait |no )*(?:${NEVER_MIND}|no need|not needed)\\b[^\\p{L}]*(?:(?:any ?more|thanks?|thank you|i (?:found|figured|got|solved) (?:it|that)(?: out)?)[^\\p{L}]*)*$`,
    ].join('|'),
    'gu',
  ),
};
