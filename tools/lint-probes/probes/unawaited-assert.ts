// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: @typescript-eslint/no-floating-promises jest/valid-expect-in-promise
it('pays once', () => {
  Promise.resolve(1).then((times) => {
    expect(times).toBe(1);
  });
});
