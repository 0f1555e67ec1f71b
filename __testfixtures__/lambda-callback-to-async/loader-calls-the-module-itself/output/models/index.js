const fs = require('fs');
const path = require('path');

for (const file of fs.readdirSync(__dirname)) {
  if (file !== 'index.js') exports[file] = require(path.join(__dirname, file))({ dialect: 'none' });
}
