import { createHash } from 'node:crypto';
import { countyServices } from '../testing/county.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ services: countyServices() });
});
afterAll(() => gateway.stop());

it('serves the console itself: one page, one script, nothing from elsewhere', async () => {
  const home = await fetch(gateway.url, { redirect: 'manual' });
  expect([home.status, home.headers.get('location')]).toEqual([302, '/graphiql']);

  const response = await fetch(`${gateway.url}/graphiql`);
  const html = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  const script = html.slice(html.indexOf('<script>') + 8, html.indexOf('</script>'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(policy).not.toMatch(/https?:|unsafe-eval/);

  const markup = html.replace(script, '').replace(/<style>[^]*?<\/style>/, '');
  expect(markup.match(/<(script|link|img|iframe)\b[^>]*>/g)).toEqual([
    expect.stringMatching(/^<link rel="icon" href="data:/),
    '<script>',
  ]);
  const styles = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
  expect(styles.length).toBeGreaterThan(1000);
  expect(styles.match(/url\((?!['"]?(data:|#))[^)]*\)|@import/g)).toBeNull();
});
