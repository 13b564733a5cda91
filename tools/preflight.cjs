// Runs before npm start, npm test, …: under whatever Node the machine has, so plain CommonJS and no dependency.
const { execFileSync, spawnSync } = require('child_process');
const { createHash } = require('crypto');
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.bureau-lock');

function fail(line) {
  console.error(`\n${line}\n`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
}

function installed() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash();
}

function install() {
  console.error('Installing what is missing (npm ci, about a minute) …');
  const npm = process.env.npm_execpath;
  const run = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) fail('Installation failed (see above). Check that this machine reaches its npm registry and has 2 GB of free disk, then run the command again.');
  fs.writeFileSync(stamp, lockHash());
}

function nodeVersion() {
  const own = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return execFileSync(fs.existsSync(own) ? own : process.execPath, ['--version'], { encoding: 'utf8' }).trim();
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node ${process.version} is too old: install Node 20 or newer and run the command again.`);
if (!installed()) install();
const [major, minor] = nodeVersion().slice(1).split('.').map(Number);
if (major < 24 || (major === 24 && minor < 11)) fail(`The platform runs on Node 24.11 or newer, this machine would use ${nodeVersion()}. On Linux x64 it comes with the installation; elsewhere install Node 24 and run the command again.`);
