import { Subscription } from '../subscription/subscription.ts';
import { applyAndCount } from './applied.ts';
import { environment, stderrLog } from './program.ts';
import { openDatabase } from './database.ts';

/** An office that keeps a roster until it is killed. */
const { DATABASE_URL = '', FEED_URL = '', FEED_KEY = '', SOURCE = '' } = environment();
const subscription = new Subscription({
  dataSource: await openDatabase(DATABASE_URL),
  source: SOURCE,
  url: FEED_URL,
  key: FEED_KEY,
  apply: applyAndCount,
  log: stderrLog,
  retry: { first: 50, longest: 500 },
});
process.stdout.write('ready\n');
await subscription.run(new AbortController().signal);
