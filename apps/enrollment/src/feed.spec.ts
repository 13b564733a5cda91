import { handoverItemChanged, schoolChanged, schoolHeadcountChanged, studentChanged } from '@bureau/events';
import { PERMITTED } from './feed.ts';

it('tells internet-plus of schools and how many children they have, of no child', () => {
  expect(PERMITTED['internet-plus']).toEqual([schoolChanged.type, schoolHeadcountChanged.type]);
});

it.each(['special-education', 'student-aid'] as const)('tells %s of schools, children and hand-overs', (office) => {
  expect(PERMITTED[office]).toEqual([schoolChanged.type, studentChanged.type, handoverItemChanged.type]);
});
