import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const workspace = join(import.meta.dirname, '../../..');
const left = new Set(['node_modules', '.git', '.data', '.nx', 'coverage']);

/** The sources of this workspace in a folder of their own, with the packages installed here; gone when it is disposed. */
export class WorkspaceCopy implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'slice-'));

  constructor() {
    cpSync(workspace, this.folder, { recursive: true, filter: (source) => !left.has(basename(source)) });
    for (const name of readdirSync(join(workspace, 'node_modules'))) {
      if (name !== '@bureau') this.#link(`node_modules/${name}`, join(workspace, 'node_modules', name));
    }
    for (const project of readdirSync(join(workspace, 'node_modules/@bureau'))) this.#linkProject(project);
    for (const nested of globSync('{apps,libs,tools}/*/node_modules', { cwd: workspace })) {
      this.#link(nested, join(workspace, nested));
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A package of this workspace must lead into the copy, as npm would link it there. */
  #linkProject(name: string): void {
    const [folder] = globSync(`{apps,libs,tools}/${name.replace(/^tool-/, '')}`, { cwd: this.folder });
    if (folder) this.#link(`node_modules/@bureau/${name}`, join(this.folder, folder));
  }

  #link(place: string, target: string): void {
    mkdirSync(dirname(join(this.folder, place)), { recursive: true });
    symlinkSync(target, join(this.folder, place));
  }
}
