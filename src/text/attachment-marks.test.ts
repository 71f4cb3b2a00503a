import { describe, expect, it } from 'vitest';
import { isOnlyAttachments, withoutAttachmentMarks } from './attachment-marks.ts';

describe('marks of attachments', () => {
  it.each(['[图片]', '[image]', '[图片]\n[图片]', ' [语音] ', '[file] [video]', '[story_mention]'])(
    'are all there is of %j',
    (text) => expect(isOnlyAttachments(text)).toBe(true),
  );

  it.each(['[图片] 这个怎么洗', '[链接] 羽绒服怎么洗', '图片', 'image', '[微笑]', '[]', '', '  ', '[picture of it]'])(
    'are not all there is of %j',
    (text) => expect(isOnlyAttachments(text)).toBe(false),
  );

  it('leave the words', () => {
    expect(withoutAttachmentMarks('[image]\n这个怎么洗')).toBe('这个怎么洗');
    expect(withoutAttachmentMarks('[微笑] 好的')).toBe('[微笑] 好的');
  });
});
