import { describe, expect, it } from 'vitest';
import { readClaims } from '../read-claims.ts';

const hears = (text: string) => readClaims(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en').peril;

describe('perils', () => {
  it.each(
    `machine is smoking|there's smoke coming out of it|smells like burning plastic when i turn the grinder on|lapwing tripped the electrics|it blew the fuse|my charger melted|grinder is sparking
the brakes don't work|the pram collapsed|car seat buckle won't click|the harness came undone
theres mould in my beans|the bread is mouldy|found plastic in the bag|metal shaving in the bag|found an insect|there was a maggot in my rice|bits of glass in the jar|coffee made me ill|felt sick after drinking it
推车刹车坏了|推车刹不住|安全座椅卡扣扣不上|安全带老是自己松开|一插电就跳闸|摸饭盒外壳感觉麻麻的|水壶外壳带电|拔插头的时候电到我了|插头都烧黑了|奶粉里有异物|辅食里吃出一根头发|米里面有虫子|刚买的面包发霉了|喝了以后肚子疼
my beans are covered in mould|the plug gets so hot it melted|米粉里面爬出来好多小虫子|吸奶器充电器烧焦了
溶豆里发现一只小虫|温奶器一插电就有焦味|婴儿床护栏突然脱落了`.split(/[|\n]/),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `is there a smoking area|i quit smoking|the coffee tastes smoky|he is smoking outside|does it spark joy|does the machine trip the breaker|is the tank made of plastic|do your beans go mouldy|have you got a silicone mould|there's a bug in your app|this makes me sick of shopping|how do the brakes work|what if the brakes fail
it smells nice|burning candle scent|do you sell insect nets|can i sleep in a smoking jacket
刹车怎么用|安全座椅怎么安装|奶粉会有虫子吗|怕发霉怎么存|会不会跳闸|外壳带电池吗|花椒吃着麻麻的|开关有点麻烦|异物感是什么|狗狗身上有虫子|容易长霉吗|喝了可以减肥吗
is it normal that the grinder smells a bit|does it have a burnt taste|推车的刹车在哪|湿巾会长霉吗
can the pump overheat|do the beans contain traces of glass or metal|床护栏多高|溶豆放久了会生虫吗
the buckle strap of my satchel snapped|碳盒背带断了`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
