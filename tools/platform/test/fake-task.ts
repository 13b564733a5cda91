import { setTimeout as sleep } from 'node:timers/promises';

await sleep(Number(process.env['FAKE_TASK_MS'] ?? 0));
