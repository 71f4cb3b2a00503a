import { describe, expect, it } from 'vitest';
import { offersPictures } from './evidence.ts';

describe('offersPictures', () => {
  it.each(['我有视频', '我拍了照片', '有截图', '我有开箱视频的', '可以发图片给您看'])('hears %s', (text) =>
    expect(offersPictures(text, 'zh')).toBe(true),
  );

  it.each(['有视频教程吗', '我有视频 发到抖音上', '有没有实拍图', '我有图纸 能定制吗', '发个视频看看', '给我看照片'])(
    'does not hear %s',
    (text) => expect(offersPictures(text, 'zh')).toBe(false),
  );

  it.each(["i've got photos", 'i have a video of it', 'i can send pictures', 'i took some pics'])('hears %s', (text) =>
    expect(offersPictures(text, 'en')).toBe(true),
  );

  it.each([
    'do you have photos',
    'i have a video and i will post it online',
    'can you send pictures',
    'i have a photo frame',
  ])('does not hear %s', (text) => expect(offersPictures(text, 'en')).toBe(false));
});
