/**
 * What channels write in place of what is not text, so that people see that there was something: WeChat's kinds in
 * Chinese, Chatwoot's by its own `file_type`.
 */
const MARKS =
  /\[(?:图片|语音|视频|位置|链接|文件|小程序|名片|image|audio|video|file|location|fallback|share|contact|embed|story_mention|ig_(?:reel|post|story))\]/gu;

/** The words around such marks; '' when there are none. */
export function withoutAttachmentMarks(text: string): string {
  return text.replaceAll(MARKS, ' ').trim();
}

/** Whether somebody has sent pictures or the like, and not a word. */
export function isOnlyAttachments(text: string): boolean {
  return text.trim() !== '' && withoutAttachmentMarks(text) === '';
}
