// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: jest/no-disabled-tests
it.skip('pays', () => {
  expect(1).toBe(1);
});
