import { randomBytes } from 'node:crypto';
import { feedReaders, offices, prefixOf } from './office.ts';

const key = () => randomBytes(32).toString('base64');
/** Letters, digits, - and _ only: it stands in URLs. */
const password = () => randomBytes(24).toString('base64url');

const lines = [
  '# For docker-compose.yml. Keep a copy in a safe place: without DATA_KEY the encrypted data cannot be read.',
  '# The address of the sign-in, as in the tokens:',
  'OIDC_ISSUER=',
  `DATA_KEY=${key()}`,
  `INDEX_KEY=${key()}`,
  `POSTGRES_PASSWORD=${password()}`,
  ...offices.flatMap((office) =>
    ['PASSWORD', 'OWNER_PASSWORD'].map((name) => `${prefixOf(office)}${name}=${password()}`),
  ),
  ...feedReaders.map((office) => `${prefixOf(office)}FEED_KEY=${password()}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
