import { z } from 'zod';
import { faultLabel, PlainFault } from './fault-label.ts';

it('says kind, codes and place, and never the message', () => {
  const cause = Object.assign(new Error('马小明 refused'), { code: 'ECONNREFUSED' });
  const error = Object.assign(new TypeError('about 马小明', { cause }), {
    code: '23505',
    constraint: 'student_roster_pkey',
  });
  expect(faultLabel(error)).toMatch(/^TypeError 23505 student_roster_pkey ECONNREFUSED at fault-label\.spec\.ts:\d+$/);
});

it('names the fields that are wrong, without their values', () => {
  const { error } = z.object({ grade: z.int(), name: z.string() }).safeParse({ grade: '三', name: '马小明' });
  expect(faultLabel(error)).toMatch(/^ZodError grade: invalid_type/);
  expect(faultLabel(error)).not.toMatch(/三|马/);
});

it('quotes our own sentences', () => {
  expect(faultLabel(new PlainFault('the producer answered 500'))).toBe('the producer answered 500');
});

it('says what it can of something that is no error', () => {
  expect([faultLabel('马小明'), faultLabel(undefined)]).toEqual(['string', 'undefined']);
});
