const AWS = require('aws-sdk');

const store = new AWS.S3();

function write(name, text) {
  store.putObject({ Key: name, Body: text }, (err) => {
    if (err) console.log('not written', name);
  });
}

function writeBoth(name) {
  write(`${name}/head`, 'head');
  write(`${name}/body`, 'body');
}

// Lambda waits for the event loop here, and would not for an async handler.
exports.handler = (event, context, callback) => {
  writeBoth(event.name);
};
