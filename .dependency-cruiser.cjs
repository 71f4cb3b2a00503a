/**
 * The arrows of ARCHITECTURE.md, enforced:
 * domain <- ports <- {intents, retrieval, escalation, shop, answers} <- conversation <- http <- app <- server; adapters -> ports, domain.
 * Within conversation: state <- reading <- searching <- deciding <- run-turn; state <- views <- changes <- lane.
 * `text` and `numeric` hold pure helpers: language, which knows domain alone, and vectors, which know nothing;
 * `system` writes files whole and paces long work, and knows nothing either.
 */
const only = (from, ...allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((folder) => `^src/${folder}/`)] },
});
const withinConversation = (folder, ...allowed) => ({
  name: `conversation-${folder}-imports`,
  severity: 'error',
  from: { path: `^src/conversation/${folder}/` },
  to: {
    path: '^src/conversation/',
    pathNot: [`^src/conversation/${folder}/`, ...allowed.map((place) => `^src/conversation/${place}`)],
  },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain'),
    only('numeric'),
    only('system'),
    only('text', 'domain'),
    only('ports', 'domain'),
    only('intents', 'domain', 'ports', 'text', 'numeric', 'system', 'privacy'),
    only('retrieval', 'domain', 'ports', 'text', 'numeric', 'system'),
    only('escalation', 'domain', 'ports', 'text', 'numeric'),
    only('shop', 'domain', 'ports', 'text'),
    only('answers', 'domain', 'ports', 'text'),
    only('desk', 'domain', 'ports', 'text'),
    only('auth', 'domain', 'ports'),
    only('privacy', 'domain', 'ports', 'text'),
    only('conversation', 'domain', 'ports', 'text', 'numeric', 'intents', 'retrieval', 'escalation', 'shop', 'answers', 'desk'),
    withinConversation('state'),
    withinConversation('reading', 'state/'),
    withinConversation('searching', 'state/', 'reading/'),
    withinConversation('deciding', 'state/', 'reading/', 'searching/'),
    withinConversation('views', 'state/'),
    withinConversation('changes', 'state/', 'views/', 'start-timer'),
    withinConversation('lane', 'state/', 'reading/', 'changes/', 'engine', 'start-timer'),
    only('channels', 'domain', 'ports', 'text', 'conversation'),
    only('adapters', 'domain', 'ports', 'text', 'numeric', 'system'),
    only('widget', 'domain', 'ports', 'text'),
    only('http', 'domain', 'ports', 'text', 'widget', 'conversation', 'desk', 'auth', 'privacy', 'channels'),
    only('evals', 'domain', 'ports', 'text', 'conversation'),
    {
      name: 'sql-knows-no-engine',
      severity: 'error',
      from: { path: '^src/adapters/sql/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/sql/' },
    },
    {
      name: 'engines-apart',
      severity: 'error',
      from: { path: '^src/adapters/(sqlite|postgres)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/($1|sql)/' },
    },
    {
      name: 'web-speaks-http',
      severity: 'error',
      // Pages share code with one another through web/shared, and nothing but types with the server.
      from: { path: '^web/([^/]+)/' },
      to: { path: '^(src|web)/', pathNot: '^web/($1|shared)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'config-only-for-composition',
      severity: 'error',
      // Files directly below src/ and the commands compose; every folder is given what it needs.
      from: { path: '^src/[^/]+/', pathNot: '^src/cli/' },
      to: { path: '^src/config\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.test\\.ts$|^node_modules|^test/' },
    doNotFollow: { path: 'node_modules' },
  },
};
