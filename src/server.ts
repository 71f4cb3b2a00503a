import { reportFailure } from './cli/print.ts';
import { serve } from './serve.ts';

serve().catch((error: unknown) => {
  process.exitCode = reportFailure(error);
});
