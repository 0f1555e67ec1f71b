const fs = require('fs');
const { promisify } = require('util');

const statAsync = promisify(fs.stat);

exports.handler = async (event) => {
  switch (event.kind) {
    case 'file': {
      let err = null;
      try {
        await statAsync('/');
      } catch (error) {
        err = error;
      }
      if (!err) console.log('there is such a file');
      break;
    }
    case 'folder':
      console.log('a folder');
      break;
    default:
      throw new Error('nothing was asked for');
  }
};
