/**
 * The arrows of ARCHITECTURE.md, enforced. What a folder may import: folders, or files of src/ by their names. `text` and
 * `numeric` hold pure helpers: language, which knows domain alone, and vectors, which know nothing; `system` keeps files,
 * frees memory and paces long work, and knows nothing either. Files of src/ and the commands of src/cli compose, and may
 * import anything.
 */
const MAY_IMPORT = {
  domain: [],
  numeric: [],
  system: [],
  text: ['domain'],
  ports: ['domain'],
  intents: ['domain', 'ports', 'text', 'numeric', 'system', 'privacy'],
  retrieval: ['domain', 'ports', 'text', 'numeric', 'system'],
  escalation: ['domain', 'ports', 'text', 'numeric'],
  shop: ['domain', 'ports', 'text'],
  desk: ['domain', 'ports', 'text'],
  auth: ['domain', 'ports'],
  privacy: ['domain', 'ports', 'text'],
  widget: ['domain', 'ports', 'text'],
  adapters: ['domain', 'ports', 'text', 'numeric', 'system'],
  conversation: ['domain', 'ports', 'text', 'numeric', 'intents', 'retrieval', 'escalation', 'shop', 'desk'],
  channels: ['domain', 'ports', 'text', 'conversation'],
  http: ['domain', 'ports', 'text', 'conversation', 'channels', 'desk', 'auth', 'privacy', 'widget'],
  evals: ['domain', 'ports', 'text', 'conversation'],
  investigation: [
    ...['domain', 'ports', 'text', 'numeric', 'intents', 'retrieval', 'escalation', 'conversation', 'evals'],
    ...['compose.ts', 'knowledge-service.ts'],
  ],
};
/** The same within src/conversation, whose files of its own may import anything below it. */
const WITHIN_CONVERSATION = {
  state: [],
  reading: ['state'],
  searching: ['state', 'reading'],
  deciding: ['state', 'reading', 'searching'],
  views: ['state'],
  changes: ['state', 'views', 'start-timer.ts'],
  lane: ['state', 'reading', 'changes', 'engine.ts', 'start-timer.ts'],
};
const placeIn = (root, name) => (name.endsWith('.ts') ? `^${root}/${name.replace('.', '\\.')}$` : `^${root}/${name}/`);
const arrows = (root, mayImport) =>
  Object.entries(mayImport).map(([folder, allowed]) => ({
    name: `${folder}-imports`,
    severity: 'error',
    from: { path: placeIn(root, folder) },
    to: { path: `^${root}/`, pathNot: [folder, ...allowed].map((name) => placeIn(root, name)) },
  }));
const unlisted = (root, listed) => ({
  name: `${root.replaceAll('/', '-')}-folder-without-arrows`,
  severity: 'error',
  from: { path: `^${root}/[^/]+/`, pathNot: listed.map((name) => placeIn(root, name)) },
  to: {},
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...arrows('src', MAY_IMPORT),
    ...arrows('src/conversation', WITHIN_CONVERSATION),
    unlisted('src', [...Object.keys(MAY_IMPORT), 'cli']),
    unlisted('src/conversation', Object.keys(WITHIN_CONVERSATION)),
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
