import type { Language } from '../domain/understanding.ts';

/**
 * Messages no shop means: chit-chat, homework, errands for another assistant, other trades. Written for this project.
 * A message nearer to one of these than to any example of its favourite intent is probably none of the shop's business.
 */
export const OUT_OF_SCOPE_POOL: Readonly<Record<Language, readonly string[]>> = {
  zh: lines(`
今天气温多少度|明天出门要带伞吗|周末会下雪吗|现在几点了|今天星期几|今年春节是哪天|给我说个段子|讲个睡前故事|来首古诗|写一首情诗
帮我写个演讲稿|写篇读后感|帮我改一下论文|这句英文什么意思|帮我把这段话翻译成日语|苹果用英语怎么说|这道数学题怎么做|圆的面积公式是什么|三乘七是多少|解一下这个方程
法国的首都在哪|世界上最高的山是哪座|太阳系有几颗行星|恐龙是怎么灭绝的|谁发明了电灯|秦始皇是哪年统一六国的|光速是多少|为什么天是蓝的|水的沸点是多少|人有多少块骨头
昨晚球赛谁赢了|奥运会在哪举办|梅西进了几个球|最近有什么好看的电视剧|这部电影讲的什么|谁唱的这首歌|放点轻音乐|推荐一首歌|有什么好玩的游戏|王者荣耀怎么上分
附近有加油站吗|最近的医院怎么走|从这里到机场要多久|地铁末班车几点|帮我叫个出租车|帮我订酒店|去云南旅游怎么安排|护照过期了怎么续|签证需要什么材料|高铁票还有吗
番茄炒蛋怎么做|晚饭做点什么好|这个菜热量高吗|感冒吃什么药|头疼怎么缓解|失眠怎么办|怎么才能瘦肚子|血压高能喝酒吗|宝宝不睡觉怎么办|我是不是抑郁了
股票今天涨了吗|黄金现在什么价|美元汇率是多少|房价还会跌吗|信用卡怎么提额|个税怎么算|养老金什么时候发|公积金怎么提取|贷款利息怎么算|比特币能买吗
怎么学编程|帮我写个爬虫|这段代码哪里错了|电脑开不了机|无线网连不上|手机怎么刷机|怎么恢复删除的照片|表格怎么求和|微信怎么注销|打印机卡纸了
找工作怎么写简历|面试要注意什么|老板骂我怎么办|怎么跟同事相处|考研难不难|驾照科目二怎么过|孩子上哪个学校好|怎么追女生|我和男朋友吵架了|我想离婚
你多大了|你有女朋友吗|你喜欢什么颜色的花|你会做梦吗|你吃饭了吗|我好无聊陪我聊聊|我爱你|你觉得人生的意义是什么|世界上有鬼吗|外星人存在吗
帮我设个提醒|把灯关了|空调调到二十六度|打电话给我妈|播放新闻|导航回家|拍张照|今天的头条是什么|给狗起什么名字好|猫咪呕吐怎么回事
双子座今天运势|这个梦预示着什么|帮我算个命|彩票买几号|车险怎么买划算|交通违章去哪交|户口怎么迁|结婚证怎么办|怎么种多肉|鱼缸水浑了怎么办
`),
  en: lines(`
how hot is it outside|do i need an umbrella tomorrow|is it going to snow this weekend|what time is it|what day is it today|when is chinese new year|tell me something funny|read me a bedtime story|write a love poem|help me write a speech
summarise this book for me|proofread my essay|what does this word mean|translate this into spanish|how do you say apple in french|solve this maths problem|what is the formula for the area of a circle|what is seven times eight|help with my homework|what's the square root of 144
what's the capital of japan|which mountain is the highest|how many planets are there|why did the dinosaurs die out|who invented the light bulb|when did world war two end|how fast is light|why is the sky blue|at what temperature does water boil|how many bones do humans have
who won the match last night|where are the olympics held|how many goals did messi score|what's good on tv|what is this film about|who sings this song|play some jazz|recommend me a song|what games are fun|how do i get past level ten
is there a petrol station near here|directions to the nearest hospital|how long to the airport|when is the last train|call me a taxi|book a hotel in rome|plan a trip to spain|how do i renew my visa|do i need a vaccine to travel|are flights delayed today
how do i make an omelette|what should i have for dinner|how many calories in a banana|what medicine for a cold|i have a headache|i can't sleep at night|how do i lose belly fat|is red wine healthy|my baby won't stop crying|am i depressed
did the stock market go up|what's the price of gold|dollar to euro rate|will house prices fall|how do i raise my credit limit|what's my bank balance|how are taxes calculated|what is a pension|how does a mortgage work|should i buy bitcoin
how do i learn programming|write a script for me|what's wrong with this code|my computer won't start|the wifi keeps dropping|how do i factory reset my phone|recover deleted photos|sum a column in a spreadsheet|delete my social media account|the printer is jammed
how do i write a cv|tips for a job interview|my boss yelled at me|i want to quit my job|is law school hard|how do i pass my driving test|which school is best for my kid|how do i ask her out|i had a fight with my boyfriend|how do i get a divorce
how old are you|do you have a girlfriend|what's your favourite movie|do you dream|what did you eat today|i'm bored talk to me|i love you|what is the point of life|are ghosts real|do aliens exist
remind me to call dad|switch off the lights|turn the heating up|call my mother|read me the news|navigate home|take a picture|what's in the headlines|what should i name my dog|why is my cat sneezing
what's my horoscope today|what does my dream mean|tell my fortune|pick lottery numbers|how much is car insurance|where do i pay a parking ticket|how do i register to vote|how do i get a marriage licence|how do i grow tomatoes|my fish tank is cloudy
`),
};

function lines(text: string): string[] {
  return text.trim().split(/[|\n]/);
}
