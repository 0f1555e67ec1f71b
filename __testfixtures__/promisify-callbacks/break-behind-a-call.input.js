const fs = require('fs');

exports.handler = async (event) => {
  switch (event.kind) {
    case 'file': {
      fs.stat('/', (err) => {
        if (!err) console.log('there is such a file');
      });
      break;
    }
    case 'folder':
      console.log('a folder');
      break;
    default:
      throw new Error('nothing was asked for');
  }
};
