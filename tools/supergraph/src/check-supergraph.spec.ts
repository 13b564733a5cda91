import { checkSupergraph } from './check-supergraph.ts';
import { writeComposition } from './committed-files.ts';
import { composeOffices } from './composition.ts';
import { Workspace } from './workspace.fixture.ts';

const slice = 'apps/internet-plus/src/county/schema.graphql';
const upToDate = 'The supergraph is up to date and breaks no client of the last committed version.';
const withProfiles =
  'type County @key(fields: "code") { code: ID! @access(scopes: ["county:read"]) profiles(year: Int): Int }';
const requiringAYear = withProfiles.replace('year: Int', 'year: Int!');
const change = 'County.profiles arg year has changed type from Int to Int!.';

function compose(workspace: Workspace): void {
  writeComposition(workspace.folder, composeOffices(workspace.folder));
}

function committed(sdl: string): Workspace {
  const workspace = new Workspace();
  workspace.write(slice, sdl);
  compose(workspace);
  workspace.commit();
  return workspace;
}

it('passes a composed workspace without history, and says that nothing was compared', () => {
  using workspace = new Workspace();
  compose(workspace);
  expect(checkSupergraph(workspace.folder)).toContain('There is no earlier version in the history to compare it with.');
});

it('refuses a clone without its history, until it is fetched', () => {
  using workspace = committed(withProfiles);
  workspace.write(slice, requiringAYear);
  compose(workspace);
  workspace.commit();
  using clone = workspace.shallowClone();
  expect(() => checkSupergraph(clone.folder)).toThrow(
    'This clone has no history (it is shallow), so nobody can say whether the API breaks its clients: fetch it with "git fetch --unshallow"',
  );
  clone.unshallow();
  expect(() => checkSupergraph(clone.folder)).toThrow(change);
});

it('refuses files that are not what the schemas compose to', () => {
  using workspace = committed(withProfiles);
  workspace.write(slice, withProfiles.replace('): Int', '): Int @deprecated(reason: "Ask digitalProfiles.")'));
  expect(() => checkSupergraph(workspace.folder)).toThrow(
    'apps/gateway/supergraph.graphql is not what the offices\' schemas compose to: run "npm run compose" and commit it',
  );
});

it('passes what only adds', () => {
  using workspace = committed(withProfiles);
  workspace.write(slice, withProfiles.replace('): Int', '): Int more: Int'));
  compose(workspace);
  expect(checkSupergraph(workspace.folder)).toBe(upToDate);
});

describe('a breaking change', () => {
  it('is refused before it is committed and after', () => {
    using workspace = committed(withProfiles);
    workspace.write(slice, requiringAYear);
    compose(workspace);
    expect(() => checkSupergraph(workspace.folder)).toThrow(change);
    workspace.commit();
    expect(() => checkSupergraph(workspace.folder)).toThrow(change);
  });

  it('passes once it is accepted with a reason', () => {
    using workspace = committed(withProfiles);
    workspace.write(slice, requiringAYear);
    compose(workspace);
    const accept = (entries: object[]) =>
      workspace.write('apps/gateway/accepted-breaking-changes.json', JSON.stringify(entries));

    accept([{ change, reason: '' }]);
    expect(() => checkSupergraph(workspace.folder)).toThrow(
      'must be a list of { "change": "…", "reason": "…" }, both filled in',
    );
    accept([{ change: 'another', reason: 'nobody asks without a year' }]);
    expect(() => checkSupergraph(workspace.folder)).toThrow(change);
    accept([{ change, reason: 'nobody asks without a year' }]);
    expect(checkSupergraph(workspace.folder)).toBe(upToDate);
  });
});
