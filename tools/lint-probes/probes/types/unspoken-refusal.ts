// breaks: TS2366
type Refusal = { kind: 'BatchNotApproved' } | { kind: 'PublicityNotOver'; endsOn: string };

export function sentence(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'BatchNotApproved':
      return '批次尚未批准';
  }
}
