import {
  approvalReasons,
  decisionRefusals,
  EXPORT_ACTS,
  EXPORT_STATES,
  nextExportState,
} from './export-request.rules.ts';

const POSSIBLE = new Map([
  ['PENDING APPROVE', 'APPROVED'],
  ['PENDING REFUSE', 'REFUSED'],
  ['APPROVED GENERATE', 'GENERATED'],
  ['APPROVED EXPIRE', 'EXPIRED'],
  ['GENERATED DOWNLOAD', 'DOWNLOADED'],
  ['GENERATED EXPIRE', 'EXPIRED'],
]);

it.each(EXPORT_STATES.flatMap((state) => EXPORT_ACTS.map((act) => [state, act] as const)))(
  'a request that is %s: %s',
  (state, act) => {
    expect(nextExportState(state, act)).toBe(POSSIBLE.get(`${state} ${act}`) ?? null);
  },
);

describe('a decision', () => {
  const pending = { state: 'PENDING', requestedBy: 'office-1', version: 1 } as const;
  const asked = { by: 'deputy-1', version: 1 };

  it('is allowed to somebody else', () => {
    expect(decisionRefusals(pending, asked)).toEqual([]);
  });

  it.each(EXPORT_STATES.filter((state) => state !== 'PENDING'))('is refused once the request is %s', (state) => {
    expect(decisionRefusals({ ...pending, state }, asked)).toEqual([{ kind: 'ExportRequestNotPending', state }]);
  });

  it('is refused to who asked, and names the version that was changed', () => {
    expect(decisionRefusals(pending, { by: 'office-1', version: 2 })).toEqual([
      { kind: 'ExportRequestOwn' },
      { kind: 'ExportRequestChanged', version: 1 },
    ]);
  });
});

it.each([
  [{ rows: 500, fieldClass: 'M' }, true, []],
  [{ rows: 501, fieldClass: 'M' }, true, ['TOO_MANY_ROWS']],
  [{ rows: 1, fieldClass: 'H' }, true, ['FIELD_CLASS_H']],
  [{ rows: 1, fieldClass: 'H' }, false, []],
  [{ rows: 501, fieldClass: 'H' }, true, ['TOO_MANY_ROWS', 'FIELD_CLASS_H']],
] as const)('an export of %p, with a leader for H: %p, needs one for %p', (needs, needsLeaderForH, reasons) => {
  expect(approvalReasons(needs, { rows: 500, needsLeaderForH })).toEqual(reasons);
});
