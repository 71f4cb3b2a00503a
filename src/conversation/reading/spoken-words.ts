/** What stands in a message whatever its writer speaks and feels: placeholders of pictures, addresses, numbers and codes, sizes. */
const CODES =
  /\[(?:image|photo|picture|video|voice|audio|file|location|sticker|emoji|contact|link|card|story|attachment|图片|照片|视频|语音|文件|位置|表情|链接|名片|小程序|商品|订单)\]|https?:\/\/[!-~]+|(?<![A-Za-z-])[A-Za-z-]*\d[A-Za-z0-9-]*|(?<![A-Za-z])(?:x{1,4}[sl]|sf|ems)(?![A-Za-z])/giu;
/** Numbers that say by themselves what somebody means to do: to call the authorities, the police, an ambulance. */
const HOTLINES = /(?<!\d)(?:315|12315|12345|12358|12388|110|120)(?!\d)/u;

/** A message without what says nothing of its writer's language or mood. Pure. */
export function spokenWords(text: string): string {
  return text.replace(CODES, ' ');
}

/** Of a size that is asked for or thanked for, and of nothing else, the letter is a code: M please, L吧. */
const SIZES = /(?<![a-z'’&])[sml](?![a-z'’&])/giu;
const COURTESY = /(?<![a-z])(?:please|pls|plz|thanks?|thx|size)(?![a-z])|[要的码吧谢请]/giu;

/** Whether a message is nothing but codes, numbers or placeholders: no words, no marks, no faces. Pure. */
export function isWordless(text: string): boolean {
  const spoken = spokenWords(text).replace(SIZES, ' ');
  const words = spoken === text ? text : spoken.replace(COURTESY, ' ');
  return text.trim() !== '' && !HOTLINES.test(text) && !/[\p{L}\p{Extended_Pictographic}!?！？]/u.test(words);
}
