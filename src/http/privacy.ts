import type { PersonalDataStore } from '../ports/personal-data-store.ts';
import type { Whispers } from '../ports/whispers.ts';
import type { CustomerDataDeps } from '../privacy/customer-data.ts';
import { startForgetting } from '../privacy/forget-by-age.ts';
import type { HttpServer } from './http-server.ts';
import { tellErased } from './live-hub.ts';
import { registerPrivacyRoutes } from './privacy-routes.ts';

/** What is kept of customers, and for how long. */
export interface PrivacyOptions {
  readonly personalData: PersonalDataStore;
  /** Days after which conversations are forgotten; never when absent. */
  readonly retentionDays?: number;
}

/** Exports and erasure, and forgetting by age, which starts and ends with the application. */
export function registerPrivacy(
  app: HttpServer,
  { personalData, retentionDays }: PrivacyOptions,
  deps: Omit<CustomerDataDeps, 'personalData' | 'tellErased' | 'onUntold'> & { readonly whispers: Whispers },
): void {
  const tell = (id: string) => tellErased(deps.whispers, id);
  registerPrivacyRoutes(app, {
    ...{ ...deps, personalData, tellErased: tell },
    onUntold: (error) => app.log.error({ err: error }, 'erasure not told'),
  });
  if (retentionDays === undefined) return;
  const { audit, clock } = deps;
  const actor = { kind: 'system', id: 'retention', name: 'retention' } as const;
  let stop: (() => Promise<void>) | undefined;
  app.addHook('onReady', async () => {
    stop = startForgetting(
      {
        personalData,
        clock,
        tellErased: tell,
        async forgot(details) {
          app.log.info(details, 'forgot by age');
          await audit.append({ at: clock.now(), actor, action: 'customer_data.forgotten', details });
        },
        failed: (error) => app.log.error({ error: { message: String(error) } }, 'forgetting by age failed'),
      },
      retentionDays,
    );
  });
  app.addHook('onClose', async () => stop?.());
}
