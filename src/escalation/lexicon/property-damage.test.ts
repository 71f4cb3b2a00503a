import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { asksPaymentForBelongings, reportsPropertyDamage } from './property-damage.ts';

const language = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const reports = (text: string) => reportsPropertyDamage(normalizeTyped(text), language(text));
const asksPayment = (text: string) => asksPaymentForBelongings(normalizeTyped(text), language(text));

describe('reportsPropertyDamage', () => {
  it.each(
    `装床那师傅把我家地板砸了个坑 谁赔|送货的把我家墙刮花了|安装师傅钻坏了水管|你们这裤子掉色 把我一缸衣服都染红了|快递小哥把我车刮了|加湿器漏水 把我家实木地板泡坏了|电梯被你们的人磕掉一块漆 物业找我|瓷砖被师傅砸裂了一块|蜡烛把我桌子烧黑了|门框让搬运工撞破了
Your delivery driver threw my parcel over the gate and smashed my greenhouse pane. Who's paying for that?|the fitter scratched my new wooden floor|your courier drove over our lawn, left marks all over my driveway|the dye ran and my white towels are ruined|the diffuser leaked all over my sideboard|your men put a hole in our hallway wall|my gate was broken by your driver|the bottle leaked in the bag and ruined my phone|driver knocked over my plant pots|it leaked and now my carpet is stained`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each(
    `破损怎么赔|丢件赔吗|洗坏了赔吗|会把地板划花吗|怕把我家墙弄脏 有胶吗|桌子腿断了|收到的花盆碎了|师傅能上楼吗|我不小心把沙发划了 有修补的吗|猫把我沙发抓烂了|快递把我包裹弄丢了|椅子会刮地板不|师傅装的时候少了个螺丝|牛仔裤把我白床单蹭蓝了 咋弄掉|驿站把我包裹弄湿了|玩具车被他拆坏了
if it breaks do you pay|will it scratch my floor|i scratched my table, do you sell oil|my lamp came broken|the pot arrived cracked|do you deliver to my door|can it stain my shirt|my dog ruined my rug, which one is washable|how do i stop it leaking on my table|is it safe on wooden floors|my phone is cracked, do you sell screens|the chair scratched my table, got something to stick on|my ex ruined my jacket, can leather be fixed|someone keeps scratching my car, which camera do i need`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(reports(text)).toBe(false);
  });
});

it('knows who asks to be paid for a belonging', () => {
  const asks = [
    '衬衫赔吗 八百多块呢',
    '那我的地毯谁赔',
    '赔我一件衬衫',
    'so are you paying for my shirt',
    'what about my carpet',
  ];
  const others = ['丢件赔吗', '晚发货怎么赔', 'do you pay for returns', 'can i pay for my order now'];
  expect([...asks, ...others].filter(asksPayment)).toEqual(asks);
});
