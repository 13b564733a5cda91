// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: jest/no-restricted-matchers
it('pays', () => {
  expect(1).toBeDefined();
});
