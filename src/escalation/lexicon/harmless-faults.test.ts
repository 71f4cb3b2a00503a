import { describe, expect, it } from 'vitest';
import { isHarmless } from '../is-ordinary.ts';

const LIGHTING = { title: '卡式炉', text: '打不着火\n先看气罐缺口是不是对准上面。' };
const BALMS = {
  title: 'Balms',
  text: 'Body Butter 200ml, £21. Melts at 30 degrees, so in a heatwave it comes liquid: put it in the fridge.',
};
const WICKS = { title: 'Candles', text: 'Trim the wick to 5mm each time you light it.' };

describe('a fault told in words of danger', () => {
  it('harms nobody where the page explains it', () => {
    expect(isHarmless('炉子打不着火', LIGHTING, 'zh')).toBe(true);
    expect(isHarmless('点了半天点不着火', LIGHTING, 'zh')).toBe(true);
    expect(isHarmless('body butter came melted', BALMS, 'en')).toBe(true);
    expect(isHarmless("my candle won't burn", WICKS, 'en')).toBe(true);
  });

  it('is danger with anything else that harms, or where the page speaks of something else', () => {
    expect(isHarmless('炉子打不着火 一打就爆炸', LIGHTING, 'zh')).toBe(false);
    expect(isHarmless('炉子着火了', LIGHTING, 'zh')).toBe(false);
    expect(isHarmless('炉子打不着火', { title: '帐篷', text: '防水 3000 毫米' }, 'zh')).toBe(false);
    expect(isHarmless('the plug has melted', BALMS, 'en')).toBe(false);
    expect(isHarmless('it melted and burned my hand', BALMS, 'en')).toBe(false);
    expect(isHarmless('body butter came melted', WICKS, 'en')).toBe(false);
  });
});
