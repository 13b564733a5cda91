// lies at: apps/student-aid/src/probe/probe.resolvers.ts
// breaks: @typescript-eslint/switch-exhaustiveness-check
type Refusal = { kind: 'BatchNotApproved' } | { kind: 'PublicityNotOver'; endsOn: string };

export function sentence(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'BatchNotApproved':
      return '批次尚未批准';
  }
  return '';
}
