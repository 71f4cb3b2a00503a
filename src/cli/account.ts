import { text } from 'node:stream/consumers';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AuthDeps } from '../auth/auth-deps.ts';
import { changeAccount, createAccount } from '../auth/manage-accounts.ts';
import { newPassword } from '../auth/secret-token.ts';
import { readConfig } from '../config.ts';
import { type Account, ROLES, type Role } from '../domain/account.ts';
import { NotFoundError } from '../domain/errors.ts';
import { authOver } from '../open-auth.ts';
import { openStores } from '../open-stores.ts';
import { print } from './print.ts';

interface Options {
  readonly json?: boolean;
  readonly stdin?: boolean;
}

const BY = { kind: 'system', id: 'command-line', name: 'command line' } as const;

/** `xiaoer account list | add | password`: for the first account and for whoever is locked out. */
export function registerAccount(program: Command): void {
  const account = program.command('account').description('who may log in; works beside a running server');
  const json = () => new Option('--json', 'one JSON document on stdout');
  const stdin = () => new Option('--stdin', 'read the password from standard input; a random one when absent');

  account
    .command('list')
    .description('the accounts with their roles')
    .addOption(json())
    .action((options: Options) =>
      withAuth(async ({ accounts }) => {
        const all = await accounts.listAccounts();
        print(options.json, all, all.map(describe).join('\n'));
      }),
    );
  account
    .command('add <name>')
    .description('make an account')
    .option('--roles <roles>', `some of ${ROLES.join(',')}`, readRoles, ['agent'] as Role[])
    .option('--display-name <name>', 'what customers see')
    .addOption(stdin())
    .addOption(json())
    .action((name: string, options: Options & { roles: Role[]; displayName?: string }) =>
      withAuth(async (deps) => {
        const { roles, displayName } = options;
        const chosen = await readPassword(options);
        const password = chosen ?? newPassword();
        const made = await createAccount(deps, BY, { name, password, roles, displayName });
        show(options, made, chosen === undefined ? password : undefined);
      }),
    );
  account
    .command('password <name>')
    .description('give an account another password; logs it out everywhere, and lets it log in again at once')
    .addOption(stdin())
    .addOption(json())
    .action((name: string, options: Options) =>
      withAuth(async (deps) => {
        const found = await deps.accounts.findCredentials(name);
        if (!found) throw new NotFoundError(`there is no account ${name}`);
        const chosen = await readPassword(options);
        const password = chosen ?? newPassword();
        const changed = await changeAccount(deps, BY, found.account.id, { password, disabled: false });
        show(options, changed, chosen === undefined ? password : undefined);
      }),
    );
}

async function withAuth(run: (deps: AuthDeps) => Promise<void>): Promise<void> {
  const stores = await openStores(readConfig(), (message) => console.error(message));
  try {
    await run(authOver(stores));
  } finally {
    await stores.close();
  }
}

/** Never an argument: arguments are in the list of processes and in the history of the shell. */
async function readPassword({ stdin }: Options): Promise<string | undefined> {
  return stdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
}

function show(options: Options, account: Account, password: string | undefined): void {
  const lines = [describe(account), ...(password === undefined ? [] : [`password: ${password}`])];
  print(options.json, { account, ...(password === undefined ? {} : { password }) }, lines.join('\n'));
}

function describe({ name, displayName, roles, disabled }: Account): string {
  const shown = displayName === name ? name : `${name} (${displayName})`;
  return [shown.padEnd(24), roles.join(','), ...(disabled ? ['disabled'] : [])].join('  ');
}

function readRoles(given: string): Role[] {
  return given.split(',').map((name) => {
    const role = ROLES.find((known) => known === name.trim());
    if (!role) throw new InvalidArgumentError(`Roles are ${ROLES.join(', ')}.`);
    return role;
  });
}
