// Every optional dependency that the lock file names must be present in it; npm drops what it cannot resolve without a word.
const fs = require('fs');
const path = require('path');

function isLocked(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    if (!folder.includes('/node_modules/')) folder = '';
    if (!folder && packages[`node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function missingIn(file) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(__dirname, '..', file), 'utf8'));
  return Object.entries(packages).flatMap(([folder, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, folder, name))
      .map((name) => `${file}: ${folder || 'the root'} names ${name}`),
  );
}

const missing = ['package-lock.json', 'tools/bench/peers/package-lock.json'].flatMap(missingIn);
if (missing.length > 0) {
  console.error(
    `A lock file is incomplete:\n  ${missing.join('\n  ')}\nPin versions whose platform packages are in the registry, then npm install again.`,
  );
  process.exit(1);
}
