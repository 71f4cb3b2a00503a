import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { asksAllergyGuarantee, asksForAllergic } from './standing-allergies.ts';

const language = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const asks = (text: string) => asksForAllergic(normalizeTyped(text), language(text));
const wantsGuarantee = (text: string) => asksAllergyGuarantee(normalizeTyped(text), language(text));

describe('asksForAllergic', () => {
  it.each(
    `我婆婆对乳胶过敏的，买哪个垫子|我对羊毛过敏 有别的材质吗|孩子对牛奶过敏能吃这个吗|我是过敏体质 可以用不|老公对花粉过敏 选什么香味好|宝宝容易过敏 推荐哪款|对乳胶过敏能用吗|有坚果过敏的人能吃哪种
i'm allergic to nuts, which balm can i use|my wife has a latex allergy, is this one ok|my son is allergic to milk, do you have dairy free|i have a nut allergy what can i eat|allergic to wool, any jumpers without it?|which soap is safe for someone with a lanolin allergy|my daughter is allergic to eggs does this contain any|we have a kid with allergies, what would you recommend`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each(
    `用了过敏|我对这个过敏了 全身起疹|对花生过敏 吃了你们的饼干嘴肿了 怎么办|穿了一天过敏 能退吗|孩子过敏了去哪个医院|我对乳胶过敏|睡了一晚过敏得厉害 还能用吗|对坚果过敏 吃了一口喘不上气 怎么办
i'm allergic to nuts and after your balm i have a rash, what can i do|had an allergic reaction to your cream, can i return it|my son is allergic to nuts and ate one, what do i do|i'm allergic to this, my face is swollen|i am allergic to wool|it gave me an allergy|is it nut free|does it contain nuts`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(asks(text)).toBe(false);
  });
});

describe('asksAllergyGuarantee', () => {
  it.each(
    `孩子严重过敏 会休克的 你们能保证没有花生吗|我花生过敏很严重 确定一点都没有吧|女儿对牛奶重度过敏 敢保证不含奶吗|过敏会要命的 你们百分百不含坚果吗|严重的海鲜过敏 绝对没混到一起吧|对芒果过敏严重 能不能担保|老人过敏严重 进过icu 你肯定没有吗|过敏特别严重 你们确保分开生产吗
my son is anaphylactic to peanuts. can you guarantee the soap is safe for him yes or no|i carry an epipen, can you promise there are no nuts|severe nut allergy here, are you 100% sure|she's deathly allergic to sesame, can you confirm its safe|life-threatening milk allergy, is it definitely dairy free|extremely allergic to latex, can you guarantee none|seriously allergic to egg, you absolutely certain?|he could die, severe allergy, i need you to assure me`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(wantsGuarantee(text)).toBe(true);
  });

  it.each(
    `对乳胶过敏能用吗|会不会严重过敏|能保证正品吗|过敏体质能用吗|容易过敏 哪款好|确定今天发吗|含花生吗|保证不掉色吗
is it nut free|does it contain nuts|i'm allergic to nuts, which one|can you guarantee delivery by friday|i have a mild allergy, is it ok|are you sure its cotton|do you have anything for allergies|is it hypoallergenic`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(wantsGuarantee(text)).toBe(false);
  });
});
