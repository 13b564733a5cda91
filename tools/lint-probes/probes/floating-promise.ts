// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/no-floating-promises
export function pay(send: () => Promise<void>): void {
  send();
}
