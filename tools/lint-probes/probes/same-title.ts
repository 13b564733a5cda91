// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: jest/no-identical-title
it('pays once', () => {
  expect(1).toBe(1);
});
it('pays once', () => {
  expect(2).toBe(2);
});
