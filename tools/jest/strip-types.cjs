const { createHash } = require('node:crypto');
const { stripTypeScriptTypes } = require('node:module');

// Tests run the same sources as production: Node's own type stripping, no second compiler.
module.exports = {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source) => createHash('sha1').update(process.version).update(source).digest('hex'),
};
