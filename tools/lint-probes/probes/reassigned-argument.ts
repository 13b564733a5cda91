// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: no-param-reassign
export function doubled(amount: number): number {
  amount *= 2;
  return amount;
}
