const AWS = require('aws-sdk');
const { promisify } = require('util');

const putAsync = promisify(put);

const kinesis = new AWS.Kinesis();

// Callers without a callback get the request, and call its promise().
function put(record, done) {
  return kinesis.putRecord({ StreamName: 'events', PartitionKey: record.id, Data: record.text }, done);
}

exports.handler = async (event) => {
  await put(event).promise();
  try {
    await putAsync({ id: 'audit', text: 'seen' });
  } catch (err) {
    console.warn(err);
  }
};
