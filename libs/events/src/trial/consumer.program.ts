import { Subscription } from '../subscription/subscription.ts';
import { applyAndCount } from './applied.ts';
import { environment, openMortalDatabase, stderrLog } from './program.ts';

/** An office that keeps a roster until it is killed. */
const told = environment();
const { FEED_URL = '', FEED_KEY = '', SOURCE = '' } = told;
const subscription = new Subscription({
  dataSource: await openMortalDatabase(told),
  source: SOURCE,
  url: FEED_URL,
  key: FEED_KEY,
  apply: applyAndCount,
  log: stderrLog,
  retry: { first: 50, longest: 500 },
});
process.stdout.write('ready\n');
await subscription.run(new AbortController().signal);
