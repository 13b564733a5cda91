// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: jest/valid-expect
it('pays once', () => {
  expect(1);
});
