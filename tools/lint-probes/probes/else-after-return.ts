// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: no-else-return
export function sign(fen: number): string {
  if (fen < 0) {
    return '-';
  } else {
    return '+';
  }
}
