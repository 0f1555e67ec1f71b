const { readFile } = require('fs/promises');

exports.handler = async (event) =>
  new Promise(async (resolve, reject) => {
    try {
      resolve((await readFile(event.path, 'utf8')).length);
    } catch (error) {
      reject(error);
    }
  });
