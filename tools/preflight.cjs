// Runs before npm start, npm test, …: under whatever Node the machine has, so plain CommonJS and no dependency.
const { execFileSync, spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');
const modules = path.join(root, 'node_modules');

function fail(line) {
  console.error(`\n${line}\n`);
  process.exit(1);
}

function packagesOf(lockFile) {
  return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
}

// npm notes in node_modules what it installed, at the very end: without the note the installation was not finished.
function isInstalled() {
  const note = path.join(modules, '.package-lock.json');
  if (!fs.existsSync(note)) return false;
  const present = packagesOf(note);
  const wanted = Object.entries(packagesOf(path.join(root, 'package-lock.json')));
  return wanted.every(([folder, entry]) => {
    if (!folder.includes('node_modules/') || entry.extraneous) return true;
    const found = present[folder];
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : Boolean(entry.optional || entry.devOptional);
  });
}

function install() {
  console.error('Installing what is missing (npm ci, about a minute) …');
  const words = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath;
  const run = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0)
    fail(
      'Installation failed (see above). Check that this machine reaches its npm registry, that this user may write here and that 2 GB of disk are free, then run the command again.',
    );
}

function nodeVersion() {
  const own = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return execFileSync(fs.existsSync(own) ? own : process.execPath, ['--version'], { encoding: 'utf8' }).trim();
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.version} is too old: install Node 20 or newer and run the command again.`);
if (!isInstalled()) install();
const [major, minor] = nodeVersion().slice(1).split('.').map(Number);
if (major < 24 || (major === 24 && minor < 11))
  fail(
    `The platform runs on Node 24.11 or newer, this machine would use ${nodeVersion()}. On Linux x64 it comes with the installation; elsewhere install Node 24 and run the command again.`,
  );
