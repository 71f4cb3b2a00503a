import { describe, expect, it } from 'vitest';
import { NO_CHANNELS, parseChannelSettings } from './channel-settings.ts';

const ENVIRONMENT = {
  WX_TOKEN: 'spamtest',
  WX_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  WX_SECRET: 's3cret-of-wechat',
  CW_HOOK: 'a-long-and-unguessable-token',
  CW_BOT: 'bot-token',
  SHORT: 'short',
};
const parse = (source: string) => parseChannelSettings('channels.yaml', source, ENVIRONMENT);
const OFFICIAL = `wechat:
  - name: shop
    kind: official
    id: wx2c2769f8efd9abc2
    token: \${WX_TOKEN}
    encodingAesKey: \${WX_KEY}
    secret: \${WX_SECRET}
`;
const problem = (source: string): string => {
  try {
    parse(source);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('channels.yaml', () => {
  it('names the accounts, and its secrets come from the environment', () => {
    expect(
      parse(`${OFFICIAL}chatwoot:
  - {name: main, url: "https://chat.example.com/", token: "\${CW_HOOK}", accessToken: "\${CW_BOT}"}
`),
    ).toEqual({
      wechat: [
        {
          ...{
            name: 'shop',
            kind: 'official',
            id: 'wx2c2769f8efd9abc2',
            token: 'spamtest',
            secret: 's3cret-of-wechat',
          },
          ...{ encodingAesKey: ENVIRONMENT.WX_KEY, api: 'https://api.weixin.qq.com' },
        },
      ],
      chatwoot: [
        { name: 'main', url: 'https://chat.example.com', token: ENVIRONMENT.CW_HOOK, accessToken: 'bot-token' },
      ],
    });
    expect(parse('# nothing yet\n')).toEqual(NO_CHANNELS);
  });

  it.each([
    [
      'a secret in the file',
      OFFICIAL.replace(/secret: .*/, 'secret: abc'),
      '7: wechat.0.secret: must be the name of an',
    ],
    ['a variable that is not set', OFFICIAL.replace('WX_TOKEN', 'NOPE'), '5: wechat.0.token: names NOPE, which is not'],
    [
      'a key that is none',
      OFFICIAL.replace('WX_KEY', 'SHORT'),
      '6: wechat.0.encodingAesKey: must be an EncodingAESKey',
    ],
    ['an unknown field', OFFICIAL.replace('kind', 'sort: x\n    kind'), '3: wechat.0.sort: is not a known key'],
    ['a missing field', OFFICIAL.replace(/ {4}id: .*\n/, ''), '2: wechat.0.id: is missing'],
    ['another kind', OFFICIAL.replace('official', 'private'), '3: wechat.0.kind: '],
    ['a name twice', OFFICIAL + OFFICIAL.replace('wechat:\n', ''), '2: wechat: must not have a name twice'],
    ['an empty section', 'wechat:\n', '1: wechat: is empty: write a value behind it, or take the line out'],
    ['a section that is no list', 'chatwoot: none\n', '1: chatwoot: must be a list'],
    [
      'one token for two installations',
      `chatwoot:\n${['a', 'b'].map((name) => `  - {name: ${name}, url: "https://x.cn", token: "\${CW_HOOK}", accessToken: "\${CW_BOT}"}\n`).join('')}`,
      '2: chatwoot: must not have a token twice',
    ],
    ['no YAML', 'wechat: [', '1: '],
    [
      'a token that can be guessed',
      `chatwoot:\n  - name: main\n    url: https://x.cn\n    token: \${SHORT}\n    accessToken: \${CW_BOT}\n`,
      '4: chatwoot.0.token: must have at least 16',
    ],
  ])('is refused with %s, and says where', (_what, source, message) => {
    const said = problem(source);
    expect(said).toContain(`channels.yaml:${message}`);
    for (const secret of ['s3cret-of-wechat', 'short', 'spamtest']) expect(said).not.toContain(secret);
  });
});
