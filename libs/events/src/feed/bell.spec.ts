import { Bell } from './bell.ts';

const never = new AbortController().signal;
const long = 60_000;

it('wakes everyone who waits', async () => {
  const bell = new Bell();
  const waiting = [bell.rungSince(bell.rings, long, never), bell.rungSince(bell.rings, long, never)];
  bell.ring();
  await Promise.all(waiting);
});

it('lets nobody wait who has not heard the last ring', async () => {
  const bell = new Bell();
  const { rings } = bell;
  bell.ring();
  await bell.rungSince(rings, long, never);
});

it('lets go when the time is over and when the signal aborts', async () => {
  const bell = new Bell();
  await bell.rungSince(bell.rings, 5, never);
  const ending = new AbortController();
  const waiting = bell.rungSince(bell.rings, long, ending.signal);
  ending.abort();
  await waiting;
  await bell.rungSince(bell.rings, long, ending.signal);
});
